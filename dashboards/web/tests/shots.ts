// The shot list: steps that a person would take on the page, and what must then stand on it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { parse as yaml } from "yaml";
import { WEB } from "../build/native.ts";
import { format, nameOf } from "../src/format.ts";
import { FORMATS, type Chart, type Format, type Row } from "../src/model.ts";
import { settled } from "./browser.ts";
import { assertSame, model, native, panel } from "./world.ts";

/** Which row of a chart: its place from 1, or the one with the largest absolute value of a column. */
type Target = { chart: string } & ({ row: number } | { largest: string });

type Step =
    | { open: string }
    | { choose: { filter: string } & ({ values: string[] | "first" } | { preset: string }) }
    | { panel: string }
    | { table: { chart: string } }
    | { scroll: { chart: string } }
    | { hover: Target }
    | { click: Target }
    | { drill: { chart: string; row: number } };

type Expectation =
    | { text: string }
    | { page: string }
    | { refreshed: true }
    | { native: string[] }
    | { chips: string[] }
    | { tooltip: string[] }
    | { crumb: string }
    | { rows: { chart: string; at_least: number } }
    | { shares: { chart: string; group: string; value: string } };

export interface Shot {
    shot: string;
    title: string;
    /** the whole page instead of what fits the window */
    full?: boolean;
    steps: Step[];
    expect: Expectation[];
}

export const shots = yaml(readFileSync(join(WEB, "shots.yaml"), "utf8")) as Shot[];

const chartOf = (id: string): Chart => {
    const found = model.charts.find((chart) => chart.id === id);
    assert.ok(found, `shots.yaml names ${id}, which is no chart`);
    return found;
};
const card = (page: Page, id: string) => page.locator(`[data-chart="${chartOf(id).id}"]`);
const rowsOf = (page: Page, id: string): Promise<Row[]> => page.evaluate((one) => window.dashboard.rows(one) ?? [], id);

export async function take(page: Page, shot: Shot): Promise<void> {
    for (const step of shot.steps) {
        await act(page, step);
        await settled(page);
    }
    for (const expectation of shot.expect) await expect(page, expectation);
}

async function act(page: Page, step: Step): Promise<void> {
    if ("open" in step) {
        titleOf(step.open);
        await page.evaluate((hash) => {
            location.hash = hash;
        }, `#/${step.open}`);
    } else if ("choose" in step) {
        await choose(page, step.choose);
    } else if ("panel" in step) {
        await page.locator(`#filter-${step.panel}`).click();
    } else if ("table" in step) {
        await card(page, step.table.chart).getByRole("button", { name: /^Show as table/ }).click();
    } else if ("scroll" in step) {
        await card(page, step.scroll.chart).evaluate((element) => {
            const bar = document.querySelector(".top")?.getBoundingClientRect().height ?? 0;
            scrollTo(0, scrollY + element.getBoundingClientRect().top - bar - 16);
        });
    } else if ("drill" in step) {
        await card(page, step.drill.chart).locator("tbody tr").nth(step.drill.row - 1).locator(".drill").first().click();
    } else if ("hover" in step) {
        const { x, y } = await pixelOf(page, step.hover.chart, await placeOf(page, step.hover));
        await page.mouse.move(x - 3, y);
        await page.mouse.move(x, y);
        await card(page, step.hover.chart).locator(".tip-head").waitFor();
    } else if ("click" in step) {
        const { x, y } = await pixelOf(page, step.click.chart, await placeOf(page, step.click));
        await page.mouse.click(x, y);
    } else {
        throw new Error(`shots.yaml holds a step that is unknown: ${JSON.stringify(step)}`);
    }
}

function titleOf(name: string): string {
    const found = model.pages.find((one) => one.page === name);
    assert.ok(found, `shots.yaml names ${name}, which is no page`);
    return found.title;
}

/** The row's place from 0. */
async function placeOf(page: Page, target: Target): Promise<number> {
    if ("row" in target) return target.row - 1;
    const rows = await rowsOf(page, target.chart);
    const sizes = rows.map((row) => (row[chartOf(target.chart).low ?? ""] === true ? 0 : Math.abs(Number(row[target.largest] ?? 0))));
    return sizes.indexOf(Math.max(...sizes));
}

async function choose(page: Page, chosen: { filter: string } & ({ values: string[] | "first" } | { preset: string })): Promise<void> {
    const filter = panel.find((one) => one.filter === chosen.filter);
    assert.ok(filter, `shots.yaml names ${chosen.filter}, which is no filter`);
    await page.locator(`#filter-${filter.filter}`).click();
    if ("preset" in chosen) {
        await page.getByRole("button", { name: chosen.preset, exact: true }).click();
    } else {
        const values = chosen.values === "first" ? (filter.values ?? []).slice(0, 1) : chosen.values;
        const group = page.getByRole("group", { name: filter.label, exact: true });
        for (const value of values) await group.getByRole("checkbox", { name: nameOf(value), exact: true }).check();
    }
    await page.keyboard.press("Escape");
}

/** Where the picture draws the row, in the window; the card is brought into it first. */
export async function pixelOf(page: Page, id: string, row: number): Promise<{ x: number; y: number }> {
    const canvas = card(page, id).locator(".canvas");
    await canvas.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const at = await page.evaluate(({ id, row }) => {
        interface Item { value: unknown; row: number | null }
        const instance = window.dashboard.instance(id) as {
            convertToPixel(finder: object, value: unknown): number[];
            getOption(): { series: { type: string; data: Item[] }[]; yAxis: { type: string }[] };
        };
        const { series, yAxis } = instance.getOption();
        const number = series.findIndex((one) => one.data.some((item) => item.row === row));
        const place = series[number]?.data.findIndex((item) => item.row === row) ?? -1;
        const value = series[number]?.data[place]?.value;
        const horizontal = yAxis[0]?.type === "category";
        const point = Array.isArray(value)
            ? value.length === 3 && !horizontal ? [value[0], (Number(value[1]) + Number(value[2])) / 2] : [value[0], value[1]]
            : horizontal ? [Number(value) / 2, place] : [place, series[number]?.type === "line" ? value : Number(value) / 2];
        return instance.convertToPixel({ seriesIndex: Math.max(0, number) }, point);
    }, { id, row });
    const box = await canvas.boundingBox();
    assert.ok(box && at, `${id} is not drawn`);
    return { x: box.x + (at[0] ?? 0), y: box.y + (at[1] ?? 0) };
}

async function expect(page: Page, expectation: Expectation): Promise<void> {
    if ("text" in expectation) {
        const main = (await page.locator("main").innerText()).replaceAll("\u202f", " ").toLowerCase();
        assert.ok(main.includes(expectation.text.toLowerCase()), `the page does not say "${expectation.text}"`);
    } else if ("page" in expectation) {
        assert.equal(await page.locator("h1").innerText(), titleOf(expectation.page));
    } else if ("refreshed" in expectation) {
        assert.ok((await page.locator(".refreshed").innerText()).includes(String(model.meta["refreshed_at"])));
    } else if ("native" in expectation) {
        await expectNative(page, expectation.native.map(chartOf));
    } else if ("chips" in expectation) {
        const chips = await page.locator(".chip").evaluateAll((all) => all.map((chip) => chip.getAttribute("data-chip")));
        assert.deepEqual(chips.sort(), [...expectation.chips].sort());
    } else if ("tooltip" in expectation) {
        const tip = (await page.locator(".tip-head").first().locator("xpath=..").innerText()).toLowerCase();
        for (const text of expectation.tooltip) assert.ok(tip.includes(text.toLowerCase()), `the tooltip does not say "${text}": ${tip}`);
    } else if ("crumb" in expectation) {
        const crumbs = await page.locator(".crumbs").innerText();
        assert.ok(crumbs.includes(expectation.crumb), `the breadcrumb does not say "${expectation.crumb}": ${crumbs}`);
    } else if ("rows" in expectation) {
        const { chart, at_least } = expectation.rows;
        assert.ok((await rowsOf(page, chart)).length >= at_least, `${chart} has fewer than ${at_least} rows`);
    } else if ("shares" in expectation) {
        const { chart, group, value } = expectation.shares;
        const sums = new Map<string, number>();
        for (const row of await rowsOf(page, chart)) sums.set(String(row[group]), (sums.get(String(row[group])) ?? 0) + Number(row[value]));
        assert.ok(sums.size > 0);
        for (const [name, sum] of sums) assert.ok(Math.abs(sum - 1) < 1e-9, `the shares of ${name} add up to ${sum}`);
    } else {
        throw new Error(`shots.yaml expects what is unknown: ${JSON.stringify(expectation)}`);
    }
}

/** Rows on the page are those of native SQL in the same state, and tiles say them. */
async function expectNative(page: Page, charts: Chart[]): Promise<void> {
    const results = await native(await page.evaluate(() => window.dashboard.state()), charts);
    for (const [place, chart] of charts.entries()) {
        const expected = results[place]?.rows ?? [];
        assertSame(await rowsOf(page, chart.id), expected, chart.id);
        if (chart.kind !== "tiles") continue;
        const said = await card(page, chart.id).locator(".tile-value").allInnerTexts();
        const as = (row: Row): Format => FORMATS.find((one) => one === row["format"]) ?? "text";
        assert.deepEqual(said, expected.map((row) => format(row["value"], as(row))));
    }
}

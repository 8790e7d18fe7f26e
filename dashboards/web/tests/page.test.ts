// The page as people use it: mouse, keyboard, links, phone, dark, and what they see when something is missing.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { addressOf, serve } from "../build/serve.ts";
import type { Chart } from "../src/model.ts";
import { bounds, parse, print, type State } from "../src/state.ts";
import { SHOWN } from "../src/table.ts";
import { DIST, folderUrl, launch, open, settled, singleUrl, type Watched } from "./browser.ts";
import { pixelOf } from "./shots.ts";
import { assertSame, chartsOf, DATA, dice, FULL, model, native, panel, randomState } from "./world.ts";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const { start, end } = bounds(model);
const first = model.pages[0]?.page ?? "";
const values = (filter: string): string[] => model.filters.find((one) => one.filter === filter)?.values ?? [];

let browser: Browser;
let shared: Watched;
before(async () => {
    browser = await launch();
    shared = await open(browser, folderUrl);
    await settled(shared.page);
});
after(() => browser.close());

async function visit(page: Page, hash: string): Promise<void> {
    await page.evaluate((next) => {
        location.hash = next;
    }, hash);
    await settled(page);
}
const stateIn = (page: Page): Promise<State> => page.evaluate(() => window.dashboard.state());
const hashIn = (page: Page): Promise<string> => page.evaluate(() => location.hash);
const rowsIn = (page: Page, chart: Chart) => page.evaluate((id) => window.dashboard.rows(id), chart.id);
const card = (page: Page, chart: Chart) => page.locator(`[data-chart="${chart.id}"]`);

function assertQuiet({ errors, external }: Watched): void {
    assert.deepEqual([errors, external], [[], []]);
}

async function withPage(url: string, options: BrowserContextOptions, use: (watched: Watched) => Promise<void>, own?: string): Promise<void> {
    const watched = await open(browser, url, options, own);
    try {
        await use(watched);
    } finally {
        await watched.close();
    }
}

// ---- three ways to open it ------------------------------------------------------------------------------------------

async function opensAndFilters(watched: Watched): Promise<void> {
    const { page } = watched;
    await settled(page);
    await visit(page, `#/${first}?region=${values("region")[0]}`);
    const charts = chartsOf(first);
    const [expected] = await native(await stateIn(page), charts.slice(0, 1));
    assert.deepEqual((await rowsIn(page, charts[0] as Chart))?.length, expected?.rows.length);
    assert.equal(await page.evaluate(() => window.dashboard.engine()), "ready");
    assertQuiet(watched);
}
test("the folder opens from a file, filters, and asks nothing of a network", () => withPage(folderUrl, {}, opensAndFilters));
test("the single file opens from a file, filters, and asks nothing of a network", () => withPage(singleUrl, {}, opensAndFilters));
test("served on loopback it asks nothing of any other place, and gives no file beside its folder", async () => {
    const server = await serve(join(DIST, "folder"), 0);
    try {
        const address = addressOf(server);
        await withPage(address, {}, opensAndFilters, address);
        assert.equal((await fetch(`${address}..%2fwork/model.json`)).status, 404);
        assert.match(await (await fetch(`${address}LICENSES.txt`)).text(), /echarts 6[\s\S]*zrender[\s\S]*BSD/i);
    } finally {
        server.close();
        server.closeAllConnections();
    }
});
test("the first paint needs no query engine, and its absence is told", () =>
    withPage("about:blank", {}, async ({ page }) => {
        await page.context().route(/assets\//, (route) => route.abort());
        await page.goto(folderUrl);
        const tile = page.locator(".tile-value, .canvas svg").first();
        await tile.waitFor();
        const warning = page.locator(".notice.warning");
        await warning.waitFor();
        assert.match((await warning.textContent()) ?? "", /Filters cannot work here: .*assets\/.* cannot be read/);
    }));

// ---- filters --------------------------------------------------------------------------------------------------------

test("all six filters are set by clicking; chips, URL and state agree, and a reload shows the same", () =>
    withPage(folderUrl, {}, async (watched) => {
        const { page } = watched;
        await settled(page);
        for (const { filter, label } of panel) {
            await page.locator(`#filter-${filter}`).click();
            if (filter === "date") await page.getByRole("button", { name: "Latest quarter", exact: true }).click();
            else await page.getByRole("group", { name: label, exact: true }).getByRole("checkbox").first().click();
            await page.keyboard.press("Escape");
        }
        await settled(page);
        const state = await stateIn(page);
        assert.deepEqual(Object.keys(state.filters).sort(), panel.map((one) => one.filter).sort());
        for (const { filter, values } of panel) if (values) assert.deepEqual(state.filters[filter], [values[0]]);
        assert.deepEqual(parse(await hashIn(page), model), { state, rejected: [] });
        assert.deepEqual(await page.locator(".chip").evaluateAll((chips) => chips.map((chip) => chip.getAttribute("data-chip"))), panel.map((one) => one.filter));
        const shown = await page.locator("main").innerText();
        await page.reload();
        await settled(page);
        assert.equal(await page.locator("main").innerText(), shown);
        for (const { filter, values } of panel) {
            if (!values) continue;
            await page.locator(`#filter-${filter}`).click();
            assert.deepEqual(await page.locator(".panel input").evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked)), values.map((_, place) => place === 0));
            await page.keyboard.press("Escape");
        }
        await page.locator('[data-chip="region"]').click();
        await settled(page);
        assert.equal((await stateIn(page)).filters["region"], undefined);
        await page.getByRole("button", { name: "Reset", exact: true }).click();
        await settled(page);
        assert.deepEqual(await stateIn(page), { page: first, filters: {}, via: [] });
        assert.equal(await page.locator(".chip").count(), 0);
        assertQuiet(watched);
    }));

test("rapid clicking ends in the last state, with its rows and no others", async (t) => {
    const { page } = shared;
    const roll = dice(7);
    for (let round = 0; round < (FULL ? 12 : 4); round += 1) {
        const states = Array.from({ length: 6 }, () => randomState(model.pages[roll(model.pages.length)]?.page ?? first, roll));
        await page.evaluate(async (hashes) => {
            for (const [place, hash] of hashes.entries()) {
                location.hash = hash;
                await new Promise((done) => setTimeout(done, [0, 3, 40, 11, 90, 0][place]));
            }
        }, states.map(print));
        await settled(page);
        const last = states.at(-1) as State;
        await t.test(`round ${round + 1}: ${print(last)}`, async () => {
            assert.deepEqual(await stateIn(page), last);
            const charts = chartsOf(last.page);
            const expected = await native(last, charts);
            for (const [place, chart] of charts.entries()) assertSame(await rowsIn(page, chart), expected[place]?.rows ?? [], chart.id);
        });
    }
    assertQuiet(shared);
});

test("a filter that leaves nothing is said in words on every page, with a way out", async () => {
    const { page } = shared;
    for (const { page: name } of model.pages) {
        // Bank debits are never taken at a till.
        await visit(page, `#/${name}?channel=pos&payment_method=ach`);
        for (const chart of chartsOf(name)) {
            const words = await card(page, chart).locator(".empty").allInnerTexts();
            if ((await rowsIn(page, chart))?.length === 0) assert.match(words.join(), /^No payments match these filters\./, chart.id);
        }
        assert.equal(await page.locator(".failure").count(), 0, name);
    }
    await visit(page, `#/${first}?channel=pos&payment_method=ach`);
    assert.equal(await card(page, chartsOf(first)[0] as Chart).locator(".empty").count(), 1);
    await page.getByRole("button", { name: "Reset all filters" }).first().click();
    await settled(page);
    assert.deepEqual((await stateIn(page)).filters, {});
    assertQuiet(shared);
});

test("a single day works on every page", async () => {
    const { page } = shared;
    for (const { page: name } of model.pages) {
        await visit(page, `#/${name}?date=${end}|${end}`);
        assert.deepEqual((await stateIn(page)).filters["date"], [end, end]);
        assert.equal(await page.locator(".failure").count(), 0, name);
    }
    assertQuiet(shared);
});

test("what a link asks for and the data do not have is told on the page", async () => {
    const { page } = shared;
    await visit(page, `#/${first}?region=Mars|${values("region")[0]}&date=2024-02-31|2024-03-01`);
    assert.match(await page.locator(".notice.warning").innerText(), /left out: region Mars, date 2024-02-31, date 2024-03-01\./);
    assert.deepEqual((await stateIn(page)).filters, { region: [values("region")[0]] });
});

test("dates that cannot be are told and change nothing", async () => {
    const { page } = shared;
    await visit(page, `#/${first}`);
    await page.locator("#filter-date").click();
    await page.locator("#date-to").fill(start);
    await settled(page);
    await page.locator("#date-from").fill(end);
    assert.equal(await page.locator(".problem").innerText(), "The first day lies after the last one.");
    assert.deepEqual((await stateIn(page)).filters["date"], [start, start]);
    await page.keyboard.press("Escape");
});

// ---- every chart ----------------------------------------------------------------------------------------------------

for (const chart of model.charts) {
    test(`${chart.id}: described, twin table, CSV`, async () => {
        const { page } = shared;
        await visit(page, `#/${chart.page}`);
        const here = card(page, chart);
        const rows = (await rowsIn(page, chart)) ?? [];
        assert.equal(await here.locator(".failure").count(), 0);
        const picture = here.locator(".canvas[role=img]");
        if (rows.length > 0 && !["tiles", "table", "callout"].includes(chart.kind)) {
            assert.ok(((await picture.getAttribute("aria-label")) ?? "").startsWith(`${chart.title}. ${chart.question}`));
            assert.ok((await picture.locator("svg path").count()) > 0, "something is drawn");
        }
        if (rows.length > 0 && chart.kind !== "table" && chart.kind !== "callout") {
            const toggle = here.getByRole("button", { name: `Show as table: ${chart.title}` });
            await toggle.click();
            assert.equal(await here.locator("tbody tr").count(), Math.min(rows.length, SHOWN));
            if (rows.length > SHOWN) {
                await here.getByRole("button", { name: /^Show all/ }).click();
                assert.equal(await here.locator("tbody tr").count(), rows.length);
            }
            await toggle.click();
            assert.equal(await here.locator("tbody tr").count(), 0);
        }
        const [download] = await Promise.all([page.waitForEvent("download"), here.getByRole("button", { name: `Download CSV: ${chart.title}` }).click()]);
        const lines = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
        assert.equal(download.suggestedFilename(), `${chart.id.replace("/", "_")}_all.csv`);
        assert.equal(lines[0], chart.columns.join(","));
        assert.equal(lines.length, rows.length + 1);
        assertQuiet(shared);
    });
}

/** All of them in the full run; else the first of each kind. */
const some = (charts: Chart[]): Chart[] => (FULL ? charts : charts.filter((one, place) => charts.findIndex((other) => other.kind === one.kind) === place));

for (const chart of some(model.charts.filter((one) => one.clicks.length > 0))) {
    test(`${chart.id}: a click drills down, and there is a way back`, async () => {
        const { page } = shared;
        const from = `#/${chart.page}`;
        await visit(page, from);
        const here = card(page, chart);
        if ((await rowsIn(page, chart))?.length === 0) {
            assert.match(await here.locator(".empty").innerText(), /No payments match these filters/);
            return;
        }
        if (chart.kind !== "table") await here.getByRole("button", { name: `Show as table: ${chart.title}` }).click();
        const link = here.locator("tbody .drill").first();
        await link.waitFor();
        await link.click();
        await settled(page);
        const state = await stateIn(page);
        const set = Object.keys(state.via[0]?.before ?? {});
        assert.ok(set.length > 0 && set.every((filter) => chart.clicks.some((click) => click.filter === filter)));
        assert.equal(state.page, chart.clicks.find((click) => set.includes(click.filter))?.goto ?? chart.page);
        assert.equal(await page.locator(".failure").count(), 0);
        const drilled = await hashIn(page);
        await page.locator(".crumbs button").first().click();
        await settled(page);
        assert.equal(await hashIn(page), from);
        await page.goBack();
        await settled(page);
        assert.equal(await hashIn(page), drilled);
        assertQuiet(shared);
    });
}

test("the mouse finds the tooltip of a point and drills by a click on the picture", (t) => withPage(folderUrl, {}, async (watched) => {
    const { page } = watched;
    await settled(page);
    for (const chart of some(model.charts.filter((one) => ["heatmap", "line", "bar", "dual", "waterfall"].includes(one.kind)))) {
        await t.test(chart.id, async () => {
            await visit(page, `#/${chart.page}`);
            const rows = (await rowsIn(page, chart)) ?? [];
            if (rows.length === 0) return;
            const figure = chart.kind === "heatmap" ? chart.value : (chart.y[0] ?? null);
            // A bar of nothing has no height to point at.
            const place = rows.findIndex((row) => typeof row[figure ?? ""] === "number" && row[figure ?? ""] !== 0);
            assert.ok(place >= 0, `${chart.id} shows no figure but zero`);
            const { x, y } = await pixelOf(page, chart.id, place);
            await page.mouse.move(x - 3, y);
            await page.mouse.move(x, y);
            const tip = card(page, chart).locator(".tip-head");
            await tip.waitFor();
            assert.ok((await tip.innerText()).length > 0);
            if (chart.clicks.length > 0) {
                await page.mouse.click(x, y);
                await settled(page);
                assert.equal((await stateIn(page)).via.length, 1);
            }
            await page.mouse.move(0, 0);
        });
    }
    assertQuiet(watched);
}));

// ---- for everybody --------------------------------------------------------------------------------------------------

test("the keyboard opens a filter, chooses, closes, and comes back to where it was", async () => {
    const { page } = shared;
    await visit(page, `#/${first}`);
    await page.locator("#filter-region").focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "choice-region-0");
    await page.keyboard.press("Space");
    await settled(page);
    assert.deepEqual((await stateIn(page)).filters["region"], [values("region")[0]]);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "choice-region-0");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await settled(page);
    assert.deepEqual((await stateIn(page)).filters["region"], values("region").slice(0, 2));
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "filter-region");
    assert.equal(await page.locator(".panel").count(), 0);
    await visit(page, `#/${first}`);
    await page.locator(".skip").focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "main");
});

test("the executive summary of the run lies beside folder and single file", async () => {
    const summary = await readFile(join(DATA, "executive_summary.html"), "utf8");
    for (const folder of ["folder", "single"]) {
        assert.equal(await readFile(join(DIST, folder, "executive_summary.html"), "utf8"), summary);
    }
});

test("pages with single merchants say so, and the run is named", async () => {
    const { page } = shared;
    for (const { page: name } of model.pages) {
        await visit(page, `#/${name}`);
        const isDetail = chartsOf(name).some((chart) => chart.isDetail);
        assert.equal(await page.locator(".notice.private").count(), isDetail ? 1 : 0, name);
    }
    assert.ok((await page.locator(".refreshed").innerText()).includes(String(model.meta["refreshed_at"])));
    const footer = await page.locator("footer").innerText();
    for (const [name, value] of Object.entries(model.meta)) {
        const text = String(value);
        if (name !== "refreshed_at") assert.ok(footer.includes(/^\d{5,}$/.test(text) ? Number(text).toLocaleString("en-US") : text), name);
    }
});

const looks = [
    { look: "light", theme: "light", width: 1440 },
    { look: "dark", theme: "dark", width: 1440 },
    { look: "on a phone", theme: "light", width: 390 },
];
for (const { look, theme, width } of looks) {
    test(`axe finds nothing, ${look}: every page, its tables, an open filter`, async () => {
        const { page } = shared;
        await page.setViewportSize({ width, height: 900 });
        await page.addScriptTag({ path: AXE });
        for (const { page: name } of model.pages) {
            await visit(page, `#/${name}`);
            if ((await page.evaluate(() => document.documentElement.dataset["theme"])) !== theme) await page.locator("#theme").click();
            await assertAccessible(page, name);
            const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
            assert.equal(wide, 0, `${name} is wider than the screen`);
        }
        for (const toggle of await page.getByRole("button", { name: /^Show as table/ }).all()) await toggle.click();
        await visit(page, `${await hashIn(page)}?region=${values("region")[0]}`);
        if (width < 720) await page.locator("#filters-all").click();
        for (const filter of ["date", "industry"]) {
            await page.locator(`#filter-${filter}`).click();
            await assertAccessible(page, `tables and ${filter}`);
        }
        await page.keyboard.press("Escape");
        if (width < 720) await page.locator("#filters-all").click();
        assertQuiet(shared);
    });
}

async function assertAccessible(page: Page, where: string): Promise<void> {
    const found = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> } };
        return (await axe.run()).violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.html} ${node.failureSummary}`).join(" | ")}`);
    });
    assert.deepEqual(found, [], where);
}

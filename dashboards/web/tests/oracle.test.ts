// Every chart, in the browser's DuckDB and in the project's own: the same rows, for each filter alone and for random states.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import type { Chart, Row } from "../src/model.ts";
import { print, type State } from "../src/state.ts";
import { folderUrl, launch, open, settled, type Watched } from "./browser.ts";
import { assertSame, chartsOf, dice, FULL, model, native, randomState, singleStates } from "./world.ts";

let browser: Browser;
let watched: Watched;
before(async () => {
    browser = await launch();
    watched = await open(browser, folderUrl);
    await settled(watched.page);
});
after(() => browser.close());

async function rowsIn(state: State, charts: Chart[]): Promise<(Row[] | null)[]> {
    await watched.page.evaluate((hash) => {
        location.hash = hash;
    }, print(state));
    await settled(watched.page);
    assert.equal(await watched.page.evaluate(() => location.hash), print(state));
    return watched.page.evaluate((ids) => ids.map((id) => window.dashboard.rows(id)), charts.map((chart) => chart.id));
}

for (const { page } of model.pages) {
    const charts = chartsOf(page);
    test(`${page}: both engines give the same rows`, async (t) => {
        const roll = dice(page.charCodeAt(0));
        const states = [...singleStates(page, roll, FULL ? 3 : 1), ...Array.from({ length: FULL ? 24 : 2 }, () => randomState(page, roll))];
        const compared: { state: State; inPage: (Row[] | null)[]; natively: Row[][] }[] = [];
        for (const state of states) {
            const [natively, inPage] = await Promise.all([native(state, charts), rowsIn(state, charts)]);
            compared.push({ state, inPage, natively: natively.map((result) => result.rows) });
        }
        for (const [place, chart] of charts.entries()) {
            await t.test(`${chart.id} in ${states.length} states, each filter among them`, () => {
                for (const { state, inPage, natively } of compared) assertSame(inPage[place] ?? null, natively[place] ?? [], print(state));
            });
        }
        await t.test(`${page}: the first paint is what the browser calculates`, async () => {
            await rowsIn({ page, filters: { region: [model.filters.find((one) => one.filter === "region")?.values?.[0] ?? ""] }, via: [] }, charts);
            const rows = await watched.page.evaluate(async ({ page, sql }) => {
                await window.dashboard.apply({ page, filters: {}, via: [] });
                const all: Row[][] = [];
                for (const one of sql) all.push(await window.dashboard.query(one));
                return all;
            }, { page, sql: charts.map((chart) => chart.sql) });
            charts.forEach((chart, place) => assertSame(rows[place] ?? null, model.defaults[chart.id] ?? [], chart.id));
        });
    });
}

test("nothing was logged and nothing was asked of a network", () => {
    assert.deepEqual([watched.errors, watched.external], [[], []]);
});

// Every kind of chart, and what the build does with charts: a new one, a broken one, and one that must not travel.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { buildFacts, type Facts } from "../build/facts.ts";
import { WEB } from "../build/native.ts";
import { prerender } from "../build/prerender.ts";
import type { Model } from "../src/model.ts";
import { launch, open, settled } from "./browser.ts";
import { DATA } from "./world.ts";

const FIXTURES = join(WEB, "tests/fixtures");
let browser: Browser;
let scratch: string;
let facts: Facts;
before(async () => {
    browser = await launch();
    scratch = await mkdtemp(join(tmpdir(), "payments-kinds-"));
    facts = await buildFacts(DATA, scratch, "full");
});
after(async () => {
    await browser.close();
    await rm(scratch, { recursive: true, force: true });
});

async function copyOfFixtures(name: string, files: Record<string, string>): Promise<string> {
    const folder = join(scratch, name);
    await cp(FIXTURES, folder, { recursive: true });
    for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
    return folder;
}

/** As `make dashboard` builds it. */
function build(pages: string, out: string, detail: string): Model & { url: string } {
    const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", "build/build.ts", "--data", DATA, "--pages", pages, "--out", out, "--detail", detail],
        { cwd: WEB, encoding: "utf8" });
    assert.equal(status, 0, stderr);
    return { ...(JSON.parse(readFileSync(join(out, "work/model.json"), "utf8")) as Model), url: pathToFileURL(join(out, "folder/index.html")).href };
}

test("every kind is drawn, a new chart is one .sql file, and both answer to filters", async () => {
    const pages = await copyOfFixtures("new", { "2_target/20_new.sql": [
        "-- title: Channels", "-- question: Which channel is largest?", "-- chart: bar", "-- x: channel", "-- y: gpv", "-- format: gpv=money",
        "select channel::varchar as channel, sum(gpv) as gpv from daily group by all order by channel", ""].join("\n") });
    const model = build(pages, join(scratch, "dist-new"), "full");
    const watched = await open(browser, model.url);
    const { page } = watched;
    await settled(page);
    for (const chart of model.charts.filter((one) => one.page === "1_kinds")) {
        const card = page.locator(`[data-chart="${chart.id}"]`);
        const drawn = { tiles: ".tile-value", callout: ".callout-text", table: "tbody tr" }[chart.kind as "tiles"] ?? ".canvas svg path";
        assert.ok((await card.locator(drawn).count()) > 0, chart.id);
    }
    await page.locator('[data-chart="1_kinds/90_table"] tbody tr').first().locator(".drill").nth(1).click();
    await settled(page);
    const top = model.defaults["1_kinds/90_table"]?.[0];
    assert.equal(await page.locator('[data-chip="merchant_id"] strong').innerText(), top?.["merchant_name"]);
    assert.deepEqual(await page.evaluate(() => window.dashboard.rows("1_kinds/90_table")?.map((row) => row["merchant_id"])), [top?.["merchant_id"]]);
    await page.evaluate(() => {
        location.hash = "#/2_target?channel=ecom|pos";
    });
    await settled(page);
    const whole = model.defaults["2_target/20_new"] ?? [];
    assert.deepEqual(await page.evaluate(() => window.dashboard.rows("2_target/20_new")), whole.filter((row) => row["channel"] !== "inapp"));
    assert.equal(await page.locator('[data-chart="2_target/20_new"] h2').innerText(), "Channels");
    assert.deepEqual([watched.errors, watched.external], [[], []]);
    await watched.close();
});

test("without merchant detail no merchant travels, and the page says what is left out", async () => {
    const out = join(scratch, "dist-aggregate");
    const model = build(FIXTURES, out, "aggregate");
    assert.deepEqual(model.leftOut["1_kinds"], ["Merchants"]);
    assert.ok(model.charts.length > 0 && model.charts.every((chart) => !chart.isDetail));
    assert.deepEqual((await readdir(join(out, "folder/assets"))).sort(), ["core.js", "wasm.js", "worker.js"]);
    assert.deepEqual((await readdir(join(out, "single"))).filter((file) => file.endsWith(".html")), ["payments-dashboard.html"]);
    const named = await prerender(FIXTURES, scratch, facts, "full").then((full) => String(full.defaults["1_kinds/90_table"]?.[0]?.["merchant_name"]));
    for (const file of ["folder/index.html", "single/payments-dashboard.html"]) {
        assert.ok(!(await readFile(join(out, file), "utf8")).includes(named), `${file} names ${named}`);
    }
    const watched = await open(browser, model.url);
    await settled(watched.page);
    assert.match(await watched.page.locator(".notices").innerText(), /Built without merchant detail\. Left out: Merchants\./);
    assert.equal(await watched.page.locator(".notice.private").count(), 0);
    assert.deepEqual([watched.errors, watched.external], [[], []]);
    await watched.close();
});

const header = ["-- title: A", "-- question: B?", "-- chart: line", "-- x: day", "-- y: gpv"];
const broken: [string, string[], RegExp][] = [
    ["SQL that does not run", ["select day, gpv", "from dayly"], /2_target\/20_bad\.sql:7: Catalog Error: Table with name dayly does not exist/],
    ["a column that the SQL does not give", ["select 1 as day, 2 as fees"], /2_target\/20_bad\.sql:5: the SQL gives no column "gpv"; it gives day, fees/],
    ["a date that is no text", ["select day, sum(gpv) as gpv from daily group by day"], /2_target\/20_bad\.sql:1: column "day" is DATE: .*write strftime\(day, '%Y-%m-%d'\)/],
];
for (const [what, sql, message] of broken) {
    test(`${what} stops the build with file and line`, async () => {
        const pages = await copyOfFixtures(what.replaceAll(" ", "-"), { "2_target/20_bad.sql": [...header, ...sql].join("\n") });
        await assert.rejects(prerender(pages, scratch, facts, "full"), message);
    });
}
test("a folder that is no page stops the build", async () => {
    const pages = await copyOfFixtures("folder", {});
    await cp(join(FIXTURES, "2_target"), join(pages, "3_lost"), { recursive: true });
    await assert.rejects(prerender(pages, scratch, facts, "full"), /pages\.yaml:1: the folder 3_lost is no page of this list/);
});

// The build guide keeps its word: its new chart is one file, and the mistakes that it lists are told in the words it quotes.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { buildFacts, type Facts } from "../build/facts.ts";
import { ROOT, WEB } from "../build/native.ts";
import { prerender } from "../build/prerender.ts";
import { DATA } from "./world.ts";

const CHART = "1_executive/35_fee_yield_by_channel";
const PAGES = join(WEB, "pages");
let scratch: string;
let facts: Facts;
let text: string;
let guide: string;
before(async () => {
    scratch = await mkdtemp(join(tmpdir(), "payments-guide-"));
    facts = await buildFacts(DATA, scratch, "full");
    text = await readFile(join(WEB, "tests/example/35_fee_yield_by_channel.sql"), "utf8");
    guide = await readFile(join(ROOT, "dashboards/README_dashboard.md"), "utf8");
});
after(() => rm(scratch, { recursive: true, force: true }));

/** The pages as they are, with one more file. */
async function pagesWith(name: string, chart: string): Promise<string> {
    const pages = join(scratch, name, "pages");
    await cp(PAGES, pages, { recursive: true });
    await writeFile(join(pages, `${CHART}.sql`), chart);
    return pages;
}

test("the guide's chart is added by its one file: drawn, ordered by its name, and cut by all six filters", async () => {
    assert.ok(guide.includes(text), "the guide prints the file");
    const [without, model] = await Promise.all([prerender(PAGES, scratch, facts, "full"), prerender(await pagesWith("new", text), scratch, facts, "full")]);
    assert.equal(model.charts.length, without.charts.length + 1);
    const own = model.charts.filter((chart) => chart.page === "1_executive").map((chart) => chart.id);
    assert.deepEqual(own, [...own].sort());
    const chart = model.charts.find((one) => one.id === CHART);
    assert.deepEqual([chart?.kind, chart?.width, chart?.facts, chart?.blind], ["bar", "third", ["daily"], []]);
    const channels = model.filters.find((one) => one.filter === "channel")?.values;
    assert.deepEqual(model.defaults[CHART]?.map((row) => row["channel"]), channels);
});

const planted: [string, string | RegExp, string][] = [
    ["an unknown key", "-- x: channel", "-- axis: channel"],
    ["an unknown picture", "chart: bar", "chart: pie"],
    ["a missing key", "-- x: channel", "-- note: no x"],
    ["a column that is not there", "-- y: fee_yield", "-- y: yield"],
    ["an unknown filter", "filter channel", "filter chanel"],
    ["a column of a type of its own", "channel::varchar as channel", "channel"],
    ["a table that is no fact", "from daily", "from payments_daily"],
];
for (const [place, [what, from, to]] of planted.entries()) {
    test(`${what} is told in the words of the guide`, async () => {
        const pages = await pagesWith(`planted-${place}`, text.replace(from, to));
        await assert.rejects(prerender(pages, scratch, facts, "full"), (error: Error) => {
            assertQuoted(error.message.replace(/^.*?pages\/1_executive/, "dashboards/web/pages/1_executive"));
            return true;
        });
    });
}
test("a folder that is no page is told in the words of the guide", async () => {
    const pages = await pagesWith("lost", text);
    await cp(join(pages, "1_executive"), join(pages, "9_lost"), { recursive: true });
    await assert.rejects(prerender(pages, scratch, facts, "full"), (error: Error) => {
        assertQuoted(error.message.replace(/^.*?pages\.yaml/, "dashboards/web/pages/pages.yaml"));
        return true;
    });
});

test("a mistake in a shared table is told with its own file, in the words of the guide", async () => {
    const pages = await pagesWith("shared", text);
    const file = join(pages, "shared/last_month.sql");
    await writeFile(file, (await readFile(file, "utf8")).replace("from period", "from periods"));
    await assert.rejects(prerender(pages, scratch, facts, "full"), (error: Error) => {
        assertQuoted(error.message.replace(/^.*?pages\/shared/, "dashboards/web/pages/shared"));
        return true;
    });
});

/** One of the messages in the guide's table begins the one that was given. */
function assertQuoted(message: string): void {
    const quoted = [...guide.matchAll(/^\| `(.+?)` (?:\.\.\. )?\|/gm)].map((match) => match[1] ?? "");
    const found = quoted.find((one) => message.startsWith(one));
    assert.ok(found, `the guide does not quote this message: ${message}`);
}

// The header of a chart: what is read from it, and that every mistake is told with its file and line.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ChartError, readChart } from "../build/header.ts";
import { needs } from "../build/prerender.ts";
import type { Filter } from "../src/model.ts";

const filters: Filter[] = [{ filter: "region", label: "Region", columns: ["region"], drillOnly: false, values: ["EMEA"] }];
const place = { file: "pages/1_a/10_b.sql", page: "1_a", name: "10_b" };
const read = (text: string) => readChart(text, place, filters, ["1_a", "2_b"]);
const good = ["-- title: GPV by day", "-- question: Does it grow?", "-- chart: line", "-- x: day", "-- y: gpv, fees", "select 1"];
const told = (text: string, message: RegExp) => assert.throws(() => read(text), (error) => error instanceof ChartError && message.test(error.message));
const changed = (line: number, text: string) => good.map((one, index) => (index === line - 1 ? text : one)).join("\n");

test("a header gives title, kind and columns, and half the width unless it says otherwise", () => {
    const chart = read(good.join("\n"));
    assert.deepEqual([chart.id, chart.title, chart.kind, chart.x, chart.y, chart.width], ["1_a/10_b", "GPV by day", "line", "day", ["gpv", "fees"], "half"]);
});
test("indented comment lines go on with the value above", () => {
    assert.equal(read(changed(2, "-- question: Does it grow,\n--   and where?")).question, "Does it grow, and where?");
});
test("a click names its column, filter and page", () => {
    const chart = read(changed(5, "-- y: gpv\n-- click: region -> filter region, goto 2_b"));
    assert.deepEqual(chart.clicks, [{ column: "region", filter: "region", goto: "2_b" }]);
});
test("an unknown key is told with file and line", () => told(changed(4, "-- axis: day"), /^pages\/1_a\/10_b\.sql:4: unknown key "axis"; known: title/));
test("an unknown chart is told with the charts there are", () => told(changed(3, "-- chart: pie"), /:3: chart "pie" is unknown; allowed: tiles, line/));
test("a chart without its columns is told", () => told(changed(4, "-- note: no x"), /:3: chart line needs "-- x: ..."/));
test("a missing title is told", () => told(good.slice(1).join("\n"), /:1: the header has no "-- title: ..."/));
test("a key written twice is told", () => told(changed(2, "-- question: a\n-- question: b"), /:3: question is written twice; line 2 has it already/));
test("an unknown filter is told with the filters there are", () => told(changed(5, "-- y: gpv\n-- click: day -> filter week"), /:6: there is no filter "week"; filters: region/));
test("an unknown page is told", () => told(changed(5, "-- y: gpv\n-- click: day -> filter region, goto 9_x"), /:6: there is no page "9_x"/));
test("an unknown format is told", () => told(changed(5, "-- y: gpv\n-- format: gpv=euro"), /:6: format "euro" is unknown; allowed: money/));
test("prose in the header is told", () => told(changed(2, "-- Just words"), /:2: "-- Just words" is no "-- key: value"/));
const table = (name: string, sql: string) => ({ name, file: "", sql });
test("what a chart needs is what its SQL names, not what texts and comments do, and what its shared tables need", () => {
    const sql = "-- from refunds\nselect 'disputes' as x from daily, all_merchants -- declines_daily";
    const facts = ["daily", "merchants", "refunds", "disputes", "declines_daily"];
    assert.deepEqual(needs(sql, facts, [table("refunds_by_day", "from refunds")]), { facts: ["daily", "merchants"], shared: [] });
    const tables = [table("first", "from refunds"), table("other", "from disputes"), table("second", "from first")];
    assert.deepEqual(needs("select * from daily, second", facts, tables), { facts: ["daily", "refunds"], shared: ["first", "second"] });
});

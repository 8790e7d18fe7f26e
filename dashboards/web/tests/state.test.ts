// The state of the page and its URL.

import assert from "node:assert/strict";
import { test } from "node:test";
import { addMonths, isDay, monthEnd, rangeOf, withPrior } from "../src/dates.ts";
import type { Frame } from "../src/model.ts";
import { drill, parse, print, unwind, withFilter } from "../src/state.ts";
import { everything, viewStatements } from "../src/views.ts";

const filter = (name: string, values: string[] | null, columns = [name]) => ({ filter: name, label: name, columns, drillOnly: false, values });
const frame: Frame = {
    pages: ["1_a", "2_b", "3_c"].map((page) => ({ page, title: page, question: "", note: null })),
    filters: [filter("date", null, ["day", "month"]), filter("region", ["EMEA", "LATAM", "NA"]), filter("industry", ["Food & Beverage", "It's", "Retail"]), filter("merchant_id", null)],
    facts: [
        { name: "daily", columns: ["day", "region", "industry", "gpv"], database: "core" },
        { name: "merchant_month", columns: ["merchant_id", "month", "region", "gpv"], database: "detail" },
        { name: "merchants", columns: ["merchant_id", "region", "industry"], database: "detail" },
    ],
    shared: [
        { name: "largest", file: "", sql: "select max(gpv) as gpv from merchant_month" },
        { name: "sums", file: "", sql: "select sum(gpv) as gpv from daily" },
    ],
    meta: { start_date: "2024-01-01", end_date: "2024-12-31" },
};
const start = parse("", frame).state;
const views = (hash: string) => viewStatements(frame, parse(hash, frame).state, everything(frame));
const view = (hash: string, name: string) => views(hash).find((one) => one.includes(` view ${name} `)) ?? "";

test("no hash is the first page without filters", () => assert.deepEqual(start, { page: "1_a", filters: {}, via: [] }));
test("a state survives its URL, awkward characters included", () => {
    let state = withFilter(start, frame, "industry", ["It's", "Food & Beverage"]);
    state = withFilter(state, frame, "date", ["2024-02-01", "2024-02-29"]);
    state = drill(state, frame, { region: ["EMEA"], date: ["2024-02-10", "2024-02-10"] }, "3_c");
    assert.deepEqual(parse(print(state), frame), { state, rejected: [] });
});
test("one choice has one URL, whatever the order of clicks", () => {
    const one = withFilter(withFilter(start, frame, "region", ["NA", "EMEA"]), frame, "industry", ["Retail"]);
    const other = withFilter(withFilter(start, frame, "industry", ["Retail"]), frame, "region", ["EMEA", "NA"]);
    assert.equal(print(one), print(other));
});
test("every value chosen is no filter, and so is the whole period", () => {
    assert.deepEqual(withFilter(start, frame, "region", ["EMEA", "LATAM", "NA"]).filters, {});
    assert.deepEqual(withFilter(start, frame, "date", ["2023-01-01", "2025-01-01"]).filters, {});
});
test("what a link asks for and the data do not have is left out and told", () => {
    const { state, rejected } = parse("#/9_x?region=Mars|EMEA&date=2024-13-01|2024-02-01&colour=red&merchant_id=1%20or%201", frame);
    assert.deepEqual(state, { page: "1_a", filters: { region: ["EMEA"] }, via: [] });
    assert.deepEqual(rejected, ["page 9_x", "region Mars", "date 2024-13-01", "date 2024-02-01", "colour red", "merchant_id 1 or 1"]);
});
test("going back undoes what drill-downs set and keeps what was there before", () => {
    const before = withFilter(start, frame, "date", ["2024-01-01", "2024-06-30"]);
    const first = drill(before, frame, { date: ["2024-03-01", "2024-03-31"] }, "2_b");
    const second = drill(first, frame, { region: ["NA"] }, "3_c");
    assert.deepEqual(unwind(second, frame, 1), first);
    assert.deepEqual(unwind(second, frame, 0), before);
});
test("the period before whole months is as many whole months, else as many days", () => {
    assert.deepEqual(withPrior("2024-03-01", "2024-03-31"), { from: "2024-03-01", to: "2024-03-31", priorFrom: "2024-02-01", priorTo: "2024-02-29" });
    assert.deepEqual(withPrior("2024-03-02", "2024-03-31").priorFrom, "2024-02-01");
    assert.deepEqual(withPrior("2024-01-01", "2024-03-31").priorFrom, "2023-10-01");
});
test("days and months are those of the calendar", () => {
    assert.deepEqual([isDay("2024-02-29"), isDay("2023-02-29"), isDay("2024-2-1")], [true, false, false]);
    assert.deepEqual([addMonths("2024-11-01", 3), monthEnd("2023-02-10")], ["2025-02-01", "2023-02-28"]);
    assert.deepEqual([rangeOf("2024-02"), rangeOf("2024-02-03"), rangeOf("soon")], [["2024-02-01", "2024-02-29"], ["2024-02-03", "2024-02-03"], null]);
});
test("a fact is cut by the columns it has, and its texts are quoted", () => {
    assert.match(view("#/1_a?industry=It's&date=2024-02-03|2024-02-05", "daily"), /where industry in \('It''s'\) and day between date '2024-02-03' and date '2024-02-05'$/);
    assert.match(view("#/1_a?industry=It's&date=2024-02-03|2024-02-05", "all_daily"), /where industry in \('It''s'\)$/);
});
test("a fact of months is cut by whole months", () => {
    assert.match(view("#/1_a?region=NA&date=2024-02-03|2024-03-05", "merchant_month"),
        /where region in \('NA'\) and month between date '2024-02-01' and date '2024-03-01'$/);
});
test("a prior period outside the data is said to be none", () => {
    assert.match(view("#/1_a?date=2024-01-01|2024-01-31", "period"), /false as has_prior, false as is_whole_window$/);
    assert.match(view("#/1_a?date=2024-02-01|2024-02-29", "period"), /true as has_prior, false as is_whole_window$/);
    assert.match(view("", "period"), /date '2024-12-31' as to_date, .* false as has_prior, true as is_whole_window$/);
});
test("only what the charts need is made, shared tables after the views that they read", () => {
    const made = (statements: string[]): string[] => statements.map((one) => / (?:view|table) (\w+) /.exec(one)?.[1] ?? "");
    assert.deepEqual(made(viewStatements(frame, start, [{ facts: ["daily"], shared: ["sums"] }, { facts: ["daily"], shared: [] }])), ["period", "all_daily", "daily", "sums"]);
    assert.deepEqual(made(views("")).slice(-2), ["largest", "sums"]);
});

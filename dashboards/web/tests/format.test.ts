// Numbers as people read them, and rows as CSV.

import assert from "node:assert/strict";
import { test } from "node:test";
import { arrow, cell, cellTone, format, nameOf, toneOf, wordsOf } from "../src/format.ts";
import type { Chart, Format, Value } from "../src/model.ts";
import { csvOf } from "../src/table.ts";

const shown = (value: Value, as: Format, style = {}) => format(value, as, style).replaceAll("\u202f", " ");
const cases: [Value, Format, object, string][] = [
    [4_426_175.06, "money", {}, "$4.4M"], [4_426_175.06, "money", { exact: true }, "$4,426,175"], [107.291, "money", {}, "$107.29"],
    [999_960, "money", {}, "$1.0M"], [-12_340, "money", {}, "\u2212$12.3K"], [0, "money", {}, "$0.00"], [1.5e9, "money", {}, "$1.5B"],
    [0.857, "percent", {}, "85.7 %"], [0.85712, "percent", { exact: true }, "85.71 %"], [0.012, "points", {}, "+1.2 pp"],
    [-0.012, "points", {}, "\u22121.2 pp"], [0.00001, "points", {}, "0.0 pp"], [121.34, "bps", {}, "121.3 bps"],
    [1_713_549, "count", {}, "1.7M"], [1_713_549, "count", { exact: true }, "1,713,549"], [3.14159, "ratio", {}, "3.14"],
    ["2024-06-03", "date", {}, "3 Jun 2024"], ["2024-06", "month", {}, "Jun 2024"], ["2024-06-01", "month", {}, "Jun 2024"],
    [null, "money", {}, "\u2013"], [true, "text", {}, "yes"],
];
for (const [value, as, style, text] of cases) {
    test(`${value} as ${as}${"exact" in style ? ", exact," : ""} reads ${text}`, () => assert.equal(shown(value, as, style), text));
}
test("columns and codes become words", () => {
    assert.deepEqual(["gpv", "approval_rate", "gpv_28d"].map(wordsOf), ["GPV", "Approval rate", "GPV 28d"]);
    assert.deepEqual(["insufficient_funds", "ach", "ecom", "Food & Beverage"].map(nameOf), ["Insufficient funds", "ACH", "E-commerce", "Food & Beverage"]);
});
test("an arrow tells the direction, a tone whether it is good", () => {
    assert.deepEqual([arrow(1), arrow(-1), arrow(0)], ["\u25b2", "\u25bc", "\u25ac"]);
    assert.deepEqual([toneOf(1, "higher"), toneOf(1, "lower"), toneOf(-1, "lower"), toneOf(1, null), toneOf(0, "higher")], ["good", "bad", "good", "neutral", "neutral"]);
});
const chart = { columns: ["name", "gpv", "gpv_change"], formats: { gpv: "money", gpv_change: "percent" }, labels: {}, better: {} } as unknown as Chart;
test("a change carries its sign and arrow", () => assert.equal(cell(chart, "gpv_change", -0.031).replace("\u202f", " "), "\u25bc \u22123.1 %"));
test("a change that rounds to nothing has neither direction nor tone", () => {
    assert.equal(cell(chart, "gpv_change", -0.0004).replace("\u202f", " "), "\u25ac 0.0 %");
    const rising = { ...chart, better: { gpv_change: "higher" } } as Chart;
    assert.deepEqual([-0.00004, -0.0004, -0.001, 0.2].map((value) => cellTone(rising, "gpv_change", value)), ["neutral", "bad", "bad", "good"]);
});
test("CSV keeps plain values, quotes what must be, and lets no text run as a formula", () => {
    const rows = [{ name: 'A, "B"', gpv: 1.5, gpv_change: null }, { name: "=1+1", gpv: -2, gpv_change: 0.1 }];
    assert.equal(csvOf(chart, rows), 'name,gpv,gpv_change\r\n"A, ""B""",1.5,\r\n\'=1+1,-2,0.1\r\n');
});

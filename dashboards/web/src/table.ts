// Rows as a table: the picture of `table` charts and the twin of every other one. Also the CSV of the same rows.

import { el } from "./dom.ts";
import { cell, cellTone, formatOf, labelOf } from "./format.ts";
import type { Chart, Row, Value } from "./model.ts";

/** As many rows as one looks at; the others come by a click, and the page stays quick. */
export const SHOWN = 25;

export function tableOf(chart: Chart, rows: Row[], drill: (row: Row, column: string) => void): HTMLElement {
    const columns = chart.columns.filter((column) => column !== chart.low || chart.kind !== "waterfall");
    const order: { column: string | null; down: boolean } = { column: null, down: false };
    const body = el("tbody");
    const heads = columns.map((column) => {
        const button = el("button", { type: "button", class: "sort", click: () => sort(column) }, labelOf(chart, column));
        return el("th", { scope: "col", class: isNumber(column) ? "number" : "" }, button);
    });
    let shown = SHOWN;
    const more = el("button", { type: "button", class: "more", click: () => {
        shown = Infinity;
        fill();
    } });

    function isNumber(column: string): boolean {
        return rows.some((row) => typeof row[column] === "number");
    }
    function sort(column: string): void {
        order.down = order.column === column ? !order.down : isNumber(column);
        order.column = column;
        heads.forEach((head, place) => {
            if (columns[place] === column) head.setAttribute("aria-sort", order.down ? "descending" : "ascending");
            else head.removeAttribute("aria-sort");
        });
        fill();
    }
    function fill(): void {
        const { column, down } = order;
        const sorted = column === null ? rows : [...rows].sort((left, right) => compare(left[column] ?? null, right[column] ?? null, down));
        body.replaceChildren(...sorted.slice(0, shown).map((row) => el("tr", {}, ...columns.map((name) => td(chart, row, name, isNumber(name), largest(name), drill)))));
        more.textContent = rows.length > shown ? `Show all ${rows.length.toLocaleString("en-US")} rows` : "";
        more.hidden = rows.length <= shown;
    }
    /** The column named by `value` carries a bar behind its figures. */
    function largest(column: string): number | null {
        return chart.kind === "table" && column === chart.value ? Math.max(...rows.map((row) => Number(row[column] ?? 0))) : null;
    }
    fill();
    return el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": `${chart.title}, table` },
        el("table", {}, el("caption", { class: "unseen" }, chart.question), el("thead", {}, el("tr", {}, ...heads)), body), more);
}

function td(chart: Chart, row: Row, column: string, isNumber: boolean, largest: number | null, drill: (row: Row, column: string) => void): HTMLElement {
    const value = row[column];
    const text = cell(chart, column, value, { exact: true });
    const clickable = chart.clicks.some((click) => click.column === column) && value !== null;
    const tone = cellTone(chart, column, value);
    const isWhole = ["date", "month"].includes(formatOf(chart, column));
    const share = largest && typeof value === "number" ? Math.max(0, value / largest) : 0;
    return el(
        "td",
        { class: `${isNumber ? "number" : isWhole ? "whole" : ""} ${tone}`.trim(), style: share > 0 ? `--share: ${(share * 100).toFixed(1)}%` : null, "data-bar": share > 0 || null },
        clickable ? el("button", { type: "button", class: "drill", click: () => drill(row, column) }, text) : text,
    );
}

function compare(left: Value, right: Value, down: boolean): number {
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    const order = typeof left === "number" && typeof right === "number" ? left - right : String(left).localeCompare(String(right), "en");
    return down ? -order : order;
}

/** Plain values, one header line; a text that a spreadsheet would run as a formula is kept a text. */
export function csvOf(chart: Chart, rows: Row[]): string {
    const field = (value: Value | undefined): string => {
        if (value === null || value === undefined) return "";
        const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
        return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    };
    return [chart.columns.join(","), ...rows.map((row) => chart.columns.map((column) => field(row[column])).join(","))].join("\r\n") + "\r\n";
}


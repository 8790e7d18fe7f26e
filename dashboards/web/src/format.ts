// Numbers as people read them: $4.4M, 85.7 %, +1.2 pp.

import type { Chart, Format, Value } from "./model.ts";

const MINUS = "\u2212";
const THIN = "\u202f";
const currencySymbol: Record<string, string> = { USD: "$", EUR: "\u20ac", GBP: "\u00a3" };
let symbol = "$";

export function setCurrency(code: Value | undefined): void {
    if (typeof code === "string" && code !== "") symbol = currencySymbol[code] ?? `${code}${THIN}`;
}

/** One for each number of decimals: to make one costs more than to use it a hundred times, and a table has thousands of cells. */
const formatters = [0, 1, 2].map((places) => new Intl.NumberFormat("en-US", { minimumFractionDigits: places, maximumFractionDigits: places }));
const decimals = (value: number, places: 0 | 1 | 2): string => formatters[places]?.format(value) ?? "";

const STEPS: [number, string][] = [
    [1e9, "B"],
    [1e6, "M"],
    [1e3, "K"],
];

/** Three figures at least, and no more than one decimal: 4.4M, 12.3K, 950. */
function compact(size: number, small: 0 | 2): string {
    for (const [step, letter] of STEPS) {
        if (size >= step * 0.99995) return `${decimals(size / step, 1)}${letter}`;
    }
    return decimals(size, Number.isInteger(size) && small === 0 ? 0 : small);
}

const signed = (value: number, text: string): string => (value < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text);

export interface Style {
    /** every figure instead of 4.4M */
    exact?: boolean;
    /** a plus sign before what grew */
    plus?: boolean;
}

export function format(value: Value | undefined, as: Format, style: Style = {}): string {
    if (value === null || value === undefined || (typeof value === "number" && !Number.isFinite(value))) return "\u2013";
    if (typeof value === "boolean") return value ? "yes" : "no";
    if (typeof value === "string") return as === "date" || as === "month" ? calendar(value, as) : value;
    const size = Math.abs(value);
    const text = figure(size, as, style.exact ?? false);
    return (style.plus ?? as === "points") && value > 0 && /[1-9]/.test(text) ? `+${text}` : signed(value, text);
}

function figure(size: number, as: Format, exact: boolean): string {
    switch (as) {
        case "money":
            return symbol + (exact && size >= 1000 ? decimals(size, 0) : size >= 1000 ? compact(size, 2) : decimals(size, 2));
        case "count":
            return exact || size < 10_000 ? decimals(size, Number.isInteger(size) ? 0 : 1) : compact(size, 0);
        case "percent":
            return `${decimals(size * 100, exact && size < 10 ? 2 : 1)}${THIN}%`;
        case "points":
            return `${decimals(size * 100, exact ? 2 : 1)}${THIN}pp`;
        case "bps":
            return `${decimals(size, 1)}${THIN}bps`;
        case "ratio":
            return decimals(size, 2);
        default:
            return Number.isInteger(size) ? String(size) : decimals(size, 2);
    }
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** 2024-06-03 -> 3 Jun 2024; 2024-06 -> Jun 2024; other texts stay. */
export function calendar(text: string, as: "date" | "month"): string {
    const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(text) ?? [];
    const name = MONTHS[Number(month) - 1];
    if (!year || !name) return text;
    return as === "month" || !day ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

const UPPER = new Set(["gpv", "cac", "ltv", "id", "mcc", "ach", "pos", "yoy", "mom", "wow", "mtd", "ytd", "utc", "nrr", "grr", "3ds", "qa"]);

/** approval_rate -> Approval rate, gpv_28d -> GPV 28d */
export function wordsOf(column: string): string {
    const words = column.split("_").map((word) => (UPPER.has(word) ? word.toUpperCase() : word === "duckdb" ? "DuckDB" : word));
    const text = words.join(" ");
    return text.charAt(0).toUpperCase() + text.slice(1);
}

const VALUES: Record<string, string> = { ach: "ACH", pos: "POS", ecom: "E-commerce", inapp: "In-app", card: "Card", wallet: "Wallet" };

/** Names of merchants that have been on the page: a filter by id is then told by name. */
const merchants = new Map<string, string>();
export const learnMerchant = (id: string, name: string): void => void merchants.set(id, name);

/** A value of a filter as words. */
export const choiceName = (filter: string, value: string): string =>
    filter === "merchant_id" ? (merchants.get(value) ?? `No. ${value}`) : nameOf(value);

/** Codes of the data as words: insufficient_funds -> Insufficient funds. */
export const nameOf = (value: string): string =>
    VALUES[value] ?? (/^[a-z][a-z0-9_ ]*$/.test(value) ? wordsOf(value) : value);

export const labelOf = (chart: Chart, column: string): string => chart.labels[column] ?? wordsOf(column);
export const formatOf = (chart: Chart, column: string): Format => chart.formats[column] ?? "text";
export const isChange = (chart: Chart, column: string): boolean =>
    column in chart.better || /(^|_)(change|growth)$/.test(column);

export type Tone = "good" | "bad" | "neutral";

export const toneOf = (value: number, better: string | null | undefined): Tone =>
    value === 0 || (better !== "higher" && better !== "lower") ? "neutral" : value > 0 === (better === "higher") ? "good" : "bad";

/** What is left of a change once it is printed: one that rounds to nothing has neither arrow nor colour. */
export const printed = (value: number, as: Format, style: Style = {}): number => (/[1-9]/.test(format(value, as, style)) ? value : 0);

export const arrow = (value: number): string => (value > 0 ? "\u25b2" : value < 0 ? "\u25bc" : "\u25ac");

/** A cell as text: changes carry sign and arrow. */
export function cell(chart: Chart, column: string, value: Value | undefined, style: Style = {}): string {
    const as = formatOf(chart, column);
    if (typeof value === "number" && isChange(chart, column)) return `${arrow(printed(value, as, style))} ${format(value, as, { ...style, plus: true })}`;
    return typeof value === "string" && as === "text" ? nameOf(value) : format(value, as, style);
}

/** The tone of a cell that is printed exactly; none unless it is a change. */
export function cellTone(chart: Chart, column: string, value: Value | undefined): Tone | "" {
    if (typeof value !== "number" || !isChange(chart, column)) return "";
    return toneOf(printed(value, formatOf(chart, column), { exact: true }), chart.better[column]);
}

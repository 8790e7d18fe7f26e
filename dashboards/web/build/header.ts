// Reads one chart: a .sql file whose first comment lines choose the picture. Every mistake is told with file and line.

import { FORMATS, KINDS, OPTIONS, type Chart, type Click, type Filter, type Format, type Kind, type Option } from "../src/model.ts";

export class ChartError extends Error {
    constructor(file: string, line: number, message: string) {
        super(`${file}:${line}: ${message}`);
        this.name = "ChartError";
    }
}

export const KEYS = [
    "title", "question", "note", "chart", "x", "y", "line", "series", "value", "low", "label",
    "format", "tooltip", "marks", "click", "width", "options", "labels", "better",
] as const;
export type Key = (typeof KEYS)[number];

/** What each picture cannot be drawn without. */
export const NEEDS: Record<Kind, Key[]> = {
    tiles: [],
    line: ["x", "y"],
    bar: ["x", "y"],
    dual: ["x", "y", "line"],
    waterfall: ["x", "y"],
    heatmap: ["x", "y", "value"],
    scatter: ["x", "y", "label"],
    table: [],
    callout: [],
};
/** Columns that a picture reads by name. */
export const FIXED: Partial<Record<Kind, string[]>> = {
    tiles: ["label", "value", "numerator", "denominator", "prior_value", "change", "format", "better"],
    callout: ["text"],
};
export const WIDTHS = ["third", "half", "full"] as const;

interface Entry {
    key: Key;
    value: string;
    line: number;
}

export interface Header extends Omit<Chart, "columns" | "facts" | "shared" | "blind" | "isDetail"> {
    /** every column named in the header, with the line that names it */
    named: { column: string; line: number }[];
}

export interface Place {
    /** as the reader should see it, from the repository's root */
    file: string;
    page: string;
    name: string;
}

export function readChart(text: string, place: Place, filters: Filter[], pages: string[]): Header {
    const fail = (line: number, message: string): never => {
        throw new ChartError(place.file, line, message);
    };
    const entries = readEntries(text, fail);
    const all = (key: Key): Entry[] => entries.filter((entry) => entry.key === key);
    const one = (key: Key): Entry | null => {
        const [first, second] = all(key);
        if (second && key !== "click") fail(second.line, `${key} is written twice; line ${first?.line} has it already`);
        return first ?? null;
    };
    const named: { column: string; line: number }[] = [];
    const name = (column: string, line: number): string => {
        if (!/^[a-z_][a-z0-9_]*$/.test(column)) fail(line, `"${column}" is no column name: a-z, 0-9 and _`);
        named.push({ column, line });
        return column;
    };
    const text_ = (key: Key): string | null => one(key)?.value ?? null;
    const column = (key: Key): string | null => {
        const entry = one(key);
        return entry ? name(entry.value, entry.line) : null;
    };
    const columns = (key: Key): string[] => {
        const entry = one(key);
        return entry ? split(entry.value).map((part) => name(part, entry.line)) : [];
    };
    const choice = <T extends string>(key: Key, allowed: readonly T[], value: string, line: number): T => {
        const found = allowed.find((candidate) => candidate === value);
        return found ?? fail(line, `${key} "${value}" is unknown; allowed: ${allowed.join(", ")}`);
    };
    const pairs = (key: Key): { column: string; value: string; line: number }[] => {
        const entry = one(key);
        return (entry ? split(entry.value) : []).map((part) => {
            const [, left, right] = /^([^=]+?)\s*=\s*(.+)$/.exec(part) ?? fail(entry!.line, `${key} wants column=..., not "${part}"`);
            return { column: name(left!, entry!.line), value: right!, line: entry!.line };
        });
    };

    for (const key of ["title", "question", "chart"] as const) {
        if (!one(key)?.value) fail(1, `the header has no "-- ${key}: ..."`);
    }
    const chart = one("chart")!;
    const kind = choice("chart", KINDS, chart.value, chart.line);
    for (const key of NEEDS[kind]) {
        if (!one(key)) fail(chart.line, `chart ${kind} needs "-- ${key}: ..."`);
    }
    for (const fixed of FIXED[kind] ?? []) named.push({ column: fixed, line: chart.line });
    const width = one("width");

    return {
        id: `${place.page}/${place.name}`,
        page: place.page,
        file: place.file,
        title: text_("title")!,
        question: text_("question")!,
        note: text_("note"),
        kind,
        width: width ? choice("width", WIDTHS, width.value, width.line) : kind === "tiles" ? "full" : "half",
        x: column("x"),
        y: columns("y"),
        line: columns("line"),
        series: column("series"),
        value: column("value"),
        low: column("low"),
        label: column("label"),
        marks: column("marks"),
        tooltip: columns("tooltip"),
        options: split(one("options")?.value ?? "").map((part): Option => choice("options", OPTIONS, part, one("options")!.line)),
        formats: Object.fromEntries(
            pairs("format").map(({ column, value, line }): [string, Format] => [column, choice("format", FORMATS, value, line)]),
        ),
        labels: Object.fromEntries(pairs("labels").map(({ column, value }) => [column, value])),
        better: Object.fromEntries(
            pairs("better").map(({ column, value, line }) => [column, choice("better", ["higher", "lower"] as const, value, line)]),
        ),
        clicks: all("click").map((entry) => readClick(entry, filters, pages, name, fail)),
        sql: text,
        named,
    };
}

const split = (text: string): string[] => text.split(",").map((part) => part.trim()).filter((part) => part !== "");

/** The comment lines before the first statement; `--   words` goes on with the line above. */
function readEntries(text: string, fail: (line: number, message: string) => never): Entry[] {
    const entries: Entry[] = [];
    for (const [place, line] of text.split("\n").entries()) {
        if (line.trim() === "") continue;
        if (!line.startsWith("--")) break;
        const [, key, value] = /^-- ?([a-z_]+):\s*(.*?)\s*$/.exec(line) ?? [];
        const more = /^--\s{2,}(\S.*?)\s*$/.exec(line)?.[1];
        const last = entries.at(-1);
        if (key !== undefined && value !== undefined) {
            const known = KEYS.find((candidate) => candidate === key);
            entries.push({ key: known ?? fail(place + 1, `unknown key "${key}"; known: ${KEYS.join(", ")}`), value, line: place + 1 });
        } else if (more && last) {
            last.value += ` ${more}`;
        } else {
            fail(place + 1, `"${line}" is no "-- key: value"; comments belong below the first line of SQL`);
        }
    }
    return entries;
}

function readClick(
    entry: Entry,
    filters: Filter[],
    pages: string[],
    name: (column: string, line: number) => string,
    fail: (line: number, message: string) => never,
): Click {
    const [, column, filter, goto] =
        /^(\w+)\s*->\s*filter\s+(\w+)(?:\s*,\s*goto\s+(\w+))?$/.exec(entry.value) ??
        fail(entry.line, `click wants "column -> filter name[, goto page]", not "${entry.value}"`);
    if (!filters.some((one) => one.filter === filter)) {
        fail(entry.line, `there is no filter "${filter}"; filters: ${filters.map((one) => one.filter).join(", ")}`);
    }
    if (goto !== undefined && !pages.includes(goto)) fail(entry.line, `there is no page "${goto}"; pages: ${pages.join(", ")}`);
    return { column: name(column!, entry.line), filter: filter!, goto: goto ?? null };
}

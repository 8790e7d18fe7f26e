// What the build hands to the page: charts, pages, filters, facts and the words of the run. Both sides import these types.

export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

export const KINDS = ["tiles", "line", "bar", "dual", "waterfall", "heatmap", "table", "scatter", "callout"] as const;
export type Kind = (typeof KINDS)[number];

export const FORMATS = ["money", "percent", "points", "bps", "count", "ratio", "date", "month", "text"] as const;
export type Format = (typeof FORMATS)[number];

export const OPTIONS = ["stacked", "horizontal", "share", "log", "area"] as const;
export type Option = (typeof OPTIONS)[number];

/** `click: column -> filter name, goto page` */
export interface Click {
    column: string;
    filter: string;
    goto: string | null;
}

export interface Chart {
    /** folder/file without its ending, such as 1_executive/10_kpi_tiles */
    id: string;
    page: string;
    file: string;
    title: string;
    question: string;
    note: string | null;
    kind: Kind;
    width: "third" | "half" | "full";
    x: string | null;
    y: string[];
    line: string[];
    series: string | null;
    value: string | null;
    low: string | null;
    label: string | null;
    marks: string | null;
    tooltip: string[];
    options: Option[];
    formats: Record<string, Format>;
    labels: Record<string, string>;
    better: Record<string, "higher" | "lower">;
    clicks: Click[];
    sql: string;
    columns: string[];
    /** facts that the SQL reads, also through shared tables */
    facts: string[];
    /** shared tables that it reads, those first that another of them reads */
    shared: string[];
    /** filters that none of these facts obeys */
    blind: string[];
    /** reads single merchants */
    isDetail: boolean;
}

export interface Page {
    page: string;
    title: string;
    question: string;
    note: string | null;
}

export interface Filter {
    filter: string;
    label: string;
    columns: string[];
    drillOnly: boolean;
    /** what may be chosen; null where any whole number may stand */
    values: string[] | null;
}

export interface Fact {
    name: string;
    columns: string[];
    database: Database;
}

/** What several charts need of the facts: calculated once for a state, before them. */
export interface Shared {
    name: string;
    file: string;
    sql: string;
}

/** The two files in which facts travel: what adds up over merchants, and single merchants. */
export type Database = "core" | "detail";

/** What states and views are made of. */
export interface Frame {
    pages: Page[];
    filters: Filter[];
    facts: Fact[];
    /** in an order in which they can be made */
    shared: Shared[];
    meta: Row;
}

export interface Model extends Frame {
    charts: Chart[];
    /** result of every chart without filters, computed natively by the same SQL */
    defaults: Record<string, Row[]>;
    /** `aggregate`: merchant rows were left out */
    detail: "full" | "aggregate";
    /** titles of charts that were left out with them, by page */
    leftOut: Record<string, string[]>;
}

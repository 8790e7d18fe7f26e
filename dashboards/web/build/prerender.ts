// Reads every chart and runs it without filters: the first paint needs no WASM, and a chart that does not run is a build error.

import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { parse } from "yaml";
import type { Chart, Fact, Filter, Frame, Model, Page, Shared } from "../src/model.ts";
import { everything, obeys, viewStatements, type Needs } from "../src/views.ts";
import { attached, type Facts } from "./facts.ts";
import { ChartError, readChart, type Header } from "./header.ts";
import { NativeError, ROOT, run, runCharts, stripped, type Query, type Result } from "./native.ts";

export async function prerender(folder: string, work: string, { facts, filters, meta, leftOut }: Facts, detail: "full" | "aggregate"): Promise<Model> {
    const pages = await readPages(folder);
    const headers = await readHeaders(folder, pages, filters);
    const tables = await readShared(folder);
    const needsOf = (sql: string): Needs => needs(sql, [...facts.map((fact) => fact.name), ...leftOut], tables);
    const readsLeftOut = ({ sql }: { sql: string }): boolean => needsOf(sql).facts.some((fact) => leftOut.includes(fact));
    const frame: Frame = { pages, filters, facts, shared: tables.filter((table) => !readsLeftOut(table)), meta };
    const kept = headers.filter((header) => !readsLeftOut(header));
    await makeShared(work, frame);
    const results = await runAll(work, frame, kept);
    const charts = kept.map((header, place) => complete(header, results[place] as Result, needsOf(header.sql), facts, filters));
    const left = headers.filter(readsLeftOut);
    return {
        ...frame,
        charts,
        defaults: Object.fromEntries(charts.map((chart, place) => [chart.id, results[place]?.rows ?? []])),
        detail,
        leftOut: Object.fromEntries(pages.map(({ page }) => [page, left.filter((one) => one.page === page).map((one) => one.title)])),
    };
}

async function readPages(folder: string): Promise<Page[]> {
    const file = join(folder, "pages.yaml");
    const written = parse(await readFile(file, "utf8")) as Partial<Page>[];
    return written.map(({ page, title, question, note }, place) => {
        if (!page || !title || !question) throw new ChartError(relative(ROOT, file), 1, `entry ${place + 1} needs page, title and question`);
        return { page, title, question, note: note ?? null };
    });
}

/** All charts in the order of pages and file names. */
async function readHeaders(folder: string, pages: Page[], filters: Filter[]): Promise<Header[]> {
    const headers: Header[] = [];
    for (const { page } of pages) {
        for (const entry of (await readdir(join(folder, page))).filter((one) => one.endsWith(".sql")).sort()) {
            const file = join(folder, page, entry);
            const place = { file: relative(ROOT, file), page, name: entry.replace(/\.sql$/, "") };
            headers.push(readChart(await readFile(file, "utf8"), place, filters, pages.map((one) => one.page)));
        }
    }
    for (const entry of await readdir(folder, { withFileTypes: true })) {
        if (entry.isDirectory() && entry.name !== SHARED && !pages.some(({ page }) => page === entry.name)) {
            throw new ChartError(relative(ROOT, join(folder, "pages.yaml")), 1, `the folder ${entry.name} is no page of this list`);
        }
    }
    return headers;
}

/** The folder beside those of the pages. */
const SHARED = "shared";

/** Shared tables, those first that others read: a file may name the tables of files whose names come before its own. */
async function readShared(folder: string): Promise<Shared[]> {
    const entries = await readdir(join(folder, SHARED)).catch(() => []);
    const files = entries.filter((one) => one.endsWith(".sql")).sort();
    return Promise.all(files.map(async (entry) => {
        const file = join(folder, SHARED, entry);
        return { name: entry.replace(/\.sql$/, ""), file: relative(ROOT, file), sql: stripped(await readFile(file, "utf8")) };
    }));
}

const UNFILTERED = { page: "", filters: {}, via: [] };

/** Runs each shared table by itself, so that a mistake is told with its file. */
async function makeShared(work: string, frame: Frame): Promise<void> {
    const views = viewStatements(frame, UNFILTERED, everything({ ...frame, shared: [] }));
    const tables = frame.shared.map(({ name, file, sql }) => ({ label: file, sql: `create temp table ${name} as ${sql}`, file }));
    await located(tables, () => run([...attached(work), ...views], tables));
}

function runAll(work: string, frame: Frame, headers: Header[]): Promise<Result[]> {
    const before = [...attached(work), ...viewStatements(frame, UNFILTERED, everything(frame))];
    const queries = headers.map(({ id, sql, file }) => ({ label: id, sql, file }));
    return located(queries, () => runCharts(before, queries));
}

/** A query that fails is told with its file and line. */
async function located<T>(queries: (Query & { file: string })[], work: () => Promise<T>): Promise<T> {
    try {
        return await work();
    } catch (error) {
        const query = error instanceof NativeError && queries.find((one) => one.label === error.label);
        if (!query) throw error;
        const line = Number(/^LINE (\d+):/m.exec((error as Error).message)?.[1] ?? 1);
        throw new ChartError(query.file, line, (error as Error).message);
    }
}

/** Types that read the same in both engines and in a table. */
const PLAIN = /^(VARCHAR|BOOLEAN|DOUBLE|FLOAT|U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|DECIMAL.*|"NULL")$/;

function complete({ named, ...header }: Header, { columns, types }: Result, needed: Needs, facts: Fact[], filters: Filter[]): Chart {
    for (const { column, line } of named) {
        if (!columns.includes(column)) {
            throw new ChartError(header.file, line, `the SQL gives no column "${column}"; it gives ${columns.join(", ")}`);
        }
    }
    types.forEach((type, place) => {
        if (!PLAIN.test(type)) {
            const remedy = type === "DATE" ? `strftime(${columns[place]}, '%Y-%m-%d')` : `cast(${columns[place]} as varchar)`;
            throw new ChartError(header.file, 1, `column "${columns[place]}" is ${type}: the page takes texts and numbers, so write ${remedy}`);
        }
    });
    const read = facts.filter((fact) => needed.facts.includes(fact.name));
    return {
        ...header,
        columns,
        ...needed,
        blind: filters.filter((filter) => !filter.drillOnly && !read.some((fact) => obeys(fact, filter))).map((one) => one.filter),
        isDetail: read.some((fact) => fact.database === "detail"),
    };
}

/** Which facts and shared tables the SQL needs, also through shared tables. */
export function needs(sql: string, facts: string[], tables: Shared[]): Needs {
    const words = new Set(wordsOf(sql));
    const direct = tables.filter((table) => words.has(table.name));
    const through = direct.map((table) => needs(table.sql, facts, tables.slice(0, tables.indexOf(table))));
    const named = (all: string[], own: (name: string) => boolean, of: (one: Needs) => string[]): string[] =>
        all.filter((name) => own(name) || through.some((one) => of(one).includes(name)));
    return {
        facts: named(facts, (name) => words.has(name) || words.has(`all_${name}`), (one) => one.facts),
        shared: named(tables.map((table) => table.name), (name) => words.has(name), (one) => one.shared),
    };
}

/** Words of the SQL itself: those in texts and comments do not count. */
const wordsOf = (sql: string): string[] => sql.replace(/'(?:[^']|'')*'|--.*$/gm, " ").match(/\b\w+\b/g) ?? [];

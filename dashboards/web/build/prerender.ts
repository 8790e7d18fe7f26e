// Reads every chart and runs it without filters: the first paint needs no WASM, and a chart that does not run is a build error.

import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { parse } from "yaml";
import type { Chart, Fact, Filter, Frame, Model, Page } from "../src/model.ts";
import { obeys, viewStatements } from "../src/views.ts";
import { attached, type Facts } from "./facts.ts";
import { ChartError, readChart, type Header } from "./header.ts";
import { NativeError, ROOT, runCharts, type Result } from "./native.ts";

export async function prerender(folder: string, work: string, { facts, filters, meta, leftOut }: Facts, detail: "full" | "aggregate"): Promise<Model> {
    const pages = await readPages(folder);
    const headers = await readHeaders(folder, pages, filters);
    const frame: Frame = { pages, filters, facts, meta };
    const readsLeftOut = (header: Header): boolean => namedFacts(header.sql, leftOut).length > 0;
    const kept = headers.filter((header) => !readsLeftOut(header));
    const results = await runAll(work, frame, kept);
    const charts = kept.map((header, place) => complete(header, results[place] as Result, facts, filters));
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
        if (entry.isDirectory() && !pages.some(({ page }) => page === entry.name)) {
            throw new ChartError(relative(ROOT, join(folder, "pages.yaml")), 1, `the folder ${entry.name} is no page of this list`);
        }
    }
    return headers;
}

async function runAll(work: string, frame: Frame, headers: Header[]): Promise<Result[]> {
    const state = { page: "", filters: {}, via: [] };
    const before = [...attached(work), ...viewStatements(frame, state, ["core", "detail"])];
    try {
        return await runCharts(before, headers.map(({ id, sql }) => ({ label: id, sql })));
    } catch (error) {
        const header = error instanceof NativeError && headers.find((one) => one.id === error.label);
        if (!header) throw error;
        const line = Number(/^LINE (\d+):/m.exec((error as Error).message)?.[1] ?? 1);
        throw new ChartError(header.file, line, (error as Error).message);
    }
}

/** Types that read the same in both engines and in a table. */
const PLAIN = /^(VARCHAR|BOOLEAN|DOUBLE|FLOAT|U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|DECIMAL.*|"NULL")$/;

function complete({ named, ...header }: Header, { columns, types }: Result, facts: Fact[], filters: Filter[]): Chart {
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
    const names = namedFacts(header.sql, facts.map((fact) => fact.name));
    const read = facts.filter((fact) => names.includes(fact.name));
    return {
        ...header,
        columns,
        facts: names,
        blind: filters.filter((filter) => !filter.drillOnly && !read.some((fact) => obeys(fact, filter))).map((one) => one.filter),
        isDetail: read.some((fact) => fact.database === "detail"),
    };
}

/** Which of these facts the SQL names, with or without `all_`; words in texts and comments do not count. */
export function namedFacts(sql: string, facts: string[]): string[] {
    const words = new Set(sql.replace(/'(?:[^']|'')*'|--.*$/gm, " ").match(/\b\w+\b/g));
    return facts.filter((fact) => words.has(fact) || words.has(`all_${fact}`));
}

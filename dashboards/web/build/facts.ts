// facts.sql makes dash.duckdb; its tables are then laid into two files: what adds up over merchants, and single merchants.

import { readFile, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { parse } from "yaml";
import type { Fact, Filter, Row } from "../src/model.ts";
import { literal, NativeError, ROOT, run, runFile, WEB } from "./native.ts";

/** The storage that DuckDB-WASM 1.32.0 reads. Parquet would need an extension from the network. */
const STORAGE = "(storage_version 'v1.0.0')";

export interface Facts {
    facts: Fact[];
    filters: Filter[];
    meta: Row;
    /** merchant-level facts that were left out */
    leftOut: string[];
}

export async function buildFacts(data: string, work: string, detail: "full" | "aggregate"): Promise<Facts> {
    const whole = join(work, "dash.duckdb");
    try {
        await runFile(
            [
                `load ${literal(join(ROOT, "build/payments.duckdb_extension"))}`,
                `attach ${literal(whole)} as facts ${STORAGE}`,
                `attach ${literal(join(data, "analytics.duckdb"))} as analytics (read_only)`,
                `set variable data_dir = ${literal(data)}`,
            ],
            join(WEB, "facts.sql"),
            ["-unsigned"],
        );
    } catch (error) {
        throw error instanceof NativeError ? new Error(`${relative(ROOT, join(WEB, "facts.sql"))}: ${error.message}`) : error;
    }
    const columns = (
        await run([`attach ${literal(whole)} as facts (read_only)`], [
            {
                label: "columns",
                sql: `select table_name as fact, column_name as name from duckdb_columns() where database_name = 'facts'
                      order by table_name, column_index`,
            },
        ])
    )[0] ?? [];
    const all = [...new Set(columns.map((row) => String(row["fact"])))].map((name): Fact => {
        const names = columns.filter((row) => row["fact"] === name).map((row) => String(row["name"]));
        return { name, columns: names, database: names.includes("merchant_id") ? "detail" : "core" };
    });
    const facts = all.filter((fact) => detail === "full" || fact.database === "core");
    const leftOut = all.filter((fact) => !facts.includes(fact)).map((fact) => fact.name);
    await run(
        [
            `attach ${literal(whole)} as facts (read_only)`,
            `attach ${literal(join(work, "core.duckdb"))} as core ${STORAGE}`,
            `attach ${literal(join(work, "detail.duckdb"))} as detail ${STORAGE}`,
            ...facts.map((fact) => `create table ${fact.database}.${fact.name} as from facts.${fact.name}`),
        ],
        [],
    );
    // What is left out of the packages does not stay beside them either.
    if (detail === "aggregate") await rm(whole);
    const meta = (await run(attached(work), [{ label: "meta", sql: "select columns(*)::varchar from core.meta" }]))[0]?.[0];
    if (!meta) throw new Error("facts.sql made no row of facts.meta");
    for (const needed of ["refreshed_at", "start_date", "end_date"]) {
        if (!meta[needed]) throw new Error(`facts.meta has no ${needed}; the page cannot say what it shows`);
    }
    return { facts, filters: await readFilters(work, facts), meta, leftOut };
}

/** Statements that open both files as the browser does. */
export const attached = (work: string): string[] =>
    ["core", "detail"].map((name) => `attach ${literal(join(work, `${name}.duckdb`))} as ${name} (read_only)`);

interface WrittenFilter {
    filter: string;
    label: string;
    columns?: string[];
    drill_only?: boolean;
}

/** filters.yaml, with the values that each filter finds in the facts of core. */
async function readFilters(work: string, facts: Fact[]): Promise<Filter[]> {
    const written = parse(await readFile(join(WEB, "filters.yaml"), "utf8")) as WrittenFilter[];
    const filters = written.map(({ filter, label, columns, drill_only }): Filter => ({
        filter,
        label,
        columns: columns ?? [filter],
        drillOnly: drill_only ?? false,
        values: null,
    }));
    const listed = filters.filter((one) => one.filter !== "date" && one.filter !== "merchant_id");
    const queries = listed.map((one) => {
        const column = one.columns[0] ?? one.filter;
        const sources = facts.filter((fact) => fact.database === "core" && fact.columns.includes(column));
        const union = sources.map((fact) => `select distinct ${column} as value from core.${fact.name}`).join(" union ");
        return { label: one.filter, sql: sources.length === 0 ? "select null as value where false"
            : `select value::varchar as value from (${union}) where value is not null order by value` };
    });
    const found = await run(attached(work), queries);
    listed.forEach((one, place) => {
        one.values = (found[place] ?? []).map((row) => String(row["value"]));
    });
    return filters.filter((one) => one.values === null || one.values.length > 0);
}

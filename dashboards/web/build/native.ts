// Runs SQL in the project's own DuckDB CLI, the one that made the marts: no second native engine to keep in step.

import { spawn } from "node:child_process";
import { resolve } from "node:path";
import type { Row } from "../src/model.ts";

export const ROOT = resolve(import.meta.dirname, "../../..");
export const WEB = resolve(import.meta.dirname, "..");
const DUCKDB = resolve(ROOT, process.env["DUCKDB"] ?? ".venv/bin/duckdb");

export class NativeError extends Error {
    /** what ran when it failed: the label last given */
    constructor(
        readonly label: string | null,
        message: string,
    ) {
        super(message);
        this.name = "NativeError";
    }
}

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export interface Query {
    label: string;
    sql: string;
}

/** Rows of each query, in one process; `before` runs first. */
export async function run(before: string[], queries: Query[], flags: string[] = []): Promise<Row[][]> {
    const script = [
        ".mode json",
        ...before.map((statement) => `${statement}\n;`),
        ...queries.flatMap(({ label, sql }) => [`.print ${MARK}${label}`, `${stripped(sql)}\n;`]),
        `.print ${MARK}`,
    ];
    const { code, out, err } = await cli(script.join("\n"), ["-init", "/dev/null", "-bail", "-batch", ...flags]);
    const parts = out.split(MARK).slice(1);
    if (code !== 0 || parts.length !== queries.length + 1) {
        throw new NativeError(parts.at(-1)?.split("\n", 1)[0] ?? null, err.trim() || `duckdb ended with status ${code}`);
    }
    return queries.map((_, place) => rowsOf(parts[place] ?? ""));
}

const MARK = "\u0001";

/** Without the semicolons and blanks at its end; lines keep their numbers. */
export const stripped = (sql: string): string => sql.replace(/[;\s]+$/, "");

function rowsOf(part: string): Row[] {
    const json = part.slice(part.indexOf("\n") + 1).trim();
    return json === "" || json === "[{]" ? [] : (JSON.parse(json) as Row[]);
}

/** Runs a file of statements and lets its output through. */
export async function runFile(before: string[], file: string, flags: string[] = []): Promise<void> {
    const script = [...before.map((statement) => `${statement};`), `.read ${literal(file)}`].join("\n");
    const { code, err } = await cli(script, ["-init", "/dev/null", "-bail", "-batch", ...flags]);
    if (code !== 0) throw new NativeError(file, err.trim() || `duckdb ended with status ${code}`);
}

function cli(script: string, flags: string[]): Promise<{ code: number | null; out: string; err: string }> {
    return new Promise((done, fail) => {
        const process_ = spawn(DUCKDB, flags, { cwd: ROOT, stdio: ["pipe", "pipe", "pipe"] });
        const out: Buffer[] = [];
        const err: Buffer[] = [];
        process_.stdout.on("data", (chunk: Buffer) => out.push(chunk));
        process_.stderr.on("data", (chunk: Buffer) => err.push(chunk));
        process_.on("error", (error) => fail(new NativeError(null, `${DUCKDB}: ${error.message}; make setup installs it`)));
        process_.on("close", (code) => done({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }));
        process_.stdin.on("error", () => undefined);
        process_.stdin.end(script);
    });
}

export interface Result {
    columns: string[];
    types: string[];
    rows: Row[];
}

/** Results of charts with their columns; the CLI writes DECIMAL and HUGEINT as text, so they become numbers here. */
export async function runCharts(before: string[], charts: Query[], flags: string[] = []): Promise<Result[]> {
    const queries = charts.flatMap(({ label, sql }) => [
        { label, sql: `describe ${sql}` },
        { label, sql },
    ]);
    const results = await run(before, queries, flags);
    return charts.map((_, place) => {
        const described = results[place * 2] ?? [];
        const columns = described.map((row) => String(row["column_name"]));
        const types = described.map((row) => String(row["column_type"]));
        const exact = columns.filter((_, index) => /^(DECIMAL|U?HUGEINT)/.test(types[index] ?? ""));
        const rows = (results[place * 2 + 1] ?? []).map((row) => {
            for (const column of exact) if (row[column] !== null) row[column] = Number(row[column]);
            return row;
        });
        return { columns, types, rows };
    });
}

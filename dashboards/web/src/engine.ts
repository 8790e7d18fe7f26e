// DuckDB in the page. Nothing is fetched: script elements bring the bytes, so the page works from file:// as well.

import * as duckdb from "@duckdb/duckdb-wasm";
import type { Database, Frame, Row, Value } from "./model.ts";
import type { State } from "./state.ts";
import { viewStatements, type Needs } from "./views.ts";

type Asset = "worker" | "wasm" | Database;

declare global {
    interface Window {
        dashboardAsset?: (name: string, base64: string) => void;
    }
}

/** In the single file the assets stand below the script, so the whole document has to be there. */
const parsed = new Promise<void>((done) => {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => done());
    else done();
});

/** The text of an asset: from the page itself, or from the script beside it. */
async function assetText(name: Asset): Promise<string> {
    await parsed;
    const inline = document.getElementById(`asset-${name}`);
    if (inline?.textContent) {
        const text = inline.textContent;
        inline.remove();
        return text;
    }
    return new Promise((done, fail) => {
        waiting.set(name, done);
        window.dashboardAsset = (loaded, base64) => waiting.get(loaded)?.(base64);
        const script = document.createElement("script");
        script.src = `assets/${name}.js`;
        script.onload = () => script.remove();
        script.onerror = () => fail(new Error(`${script.src} cannot be read: the folder must stay together`));
        document.head.append(script);
    });
}
const waiting = new Map<string, (base64: string) => void>();

async function asset(name: Asset): Promise<Uint8Array<ArrayBuffer>> {
    const packed = await fetch(`data:application/gzip;base64,${await assetText(name)}`);
    const stream = packed.body?.pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The worker has an origin of its own under file:// and cannot fetch the binary, so it is handed the bytes. */
const HAND_OVER = `
onmessage = (event) => {
    const bytes = event.data;
    const own = self.fetch;
    onmessage = null;
    self.fetch = (request, options) => String(request.url || request).endsWith("#duckdb.wasm")
        ? Promise.resolve(new Response(bytes, { headers: { "content-type": "application/wasm" } }))
        : own(request, options);
    self.startDuckdb();
    postMessage("handed over");
};
self.startDuckdb = () => {`;

async function start(): Promise<duckdb.AsyncDuckDBConnection> {
    performance.mark("engine:begin");
    const [source, wasm] = await Promise.all([asset("worker"), asset("wasm")]);
    performance.mark("engine:unpacked");
    const script = new Blob([HAND_OVER, source, "\n};"], { type: "text/javascript" });
    const url = URL.createObjectURL(script);
    const worker = new Worker(url);
    await new Promise<void>((done, fail) => {
        worker.onmessage = () => done();
        worker.onerror = (event) => fail(new Error(`the query engine did not start: ${event.message}`));
        worker.postMessage(wasm.buffer, [wasm.buffer]);
    });
    database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
    await database.instantiate(`${url}#duckdb.wasm`);
    performance.mark("engine:compiled");
    await database.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } });
    const connection = await database.connect();
    // Extensions would come from the network.
    await connection.query("set autoinstall_known_extensions = false; set autoload_known_extensions = false");
    performance.mark("engine:open");
    return connection;
}

let database: duckdb.AsyncDuckDB | null = null;
let starting: Promise<duckdb.AsyncDuckDBConnection> | null = null;
const loaded = new Map<Database, Promise<void>>();

/** Starts DuckDB and attaches the file of facts, each once. */
export async function ready(needed: Database[]): Promise<void> {
    starting ??= start();
    await starting;
    for (const name of needed) {
        if (!loaded.has(name)) loaded.set(name, attach(name));
        await loaded.get(name);
    }
}

async function attach(name: Database): Promise<void> {
    const connection = await starting;
    const bytes = await asset(name);
    await database?.registerFileBuffer(`${name}.duckdb`, bytes);
    await connection?.query(`attach '${name}.duckdb' as ${name} (read_only)`);
    performance.mark(`engine:${name}`);
}

/** Lets every view and table that these charts read show the state. */
export async function apply(frame: Frame, state: State, charts: Needs[]): Promise<void> {
    await query(viewStatements(frame, state, charts).join(";\n"));
}

export async function query(sql: string): Promise<Row[]> {
    const connection = await starting;
    if (!connection) throw new Error("the query engine has not been started");
    const table = await connection.query(sql);
    const columns = table.schema.fields.map((field) => field.name);
    return table.toArray().map((row: Record<string, unknown>) =>
        Object.fromEntries(columns.map((column) => [column, plain(row[column])])),
    );
}

function plain(value: unknown): Value {
    if (value === null || value === undefined) return null;
    if (typeof value === "bigint") return Number(value);
    if (typeof value === "number" || typeof value === "boolean" || typeof value === "string") return value;
    return String(value);
}

// Makes a small world in a folder of its own, builds the dashboard of it and runs every test against both.
// node --import tsx tests/run.ts [--full] [--rows 60000] [--only pattern] [--keep DIR]

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT, WEB } from "../build/native.ts";
import { CHROMIUM } from "./browser.ts";

const { values } = parseArgs({
    options: {
        full: { type: "boolean", default: false },
        rows: { type: "string", default: "60000" },
        only: { type: "string", default: "" },
        keep: { type: "string" },
    },
});

async function main(): Promise<number> {
    if (!existsSync(CHROMIUM)) throw new Error(`no Chromium at ${CHROMIUM}: make setup installs it, or set CHROMIUM=<path of one>`);
    const folder = values.keep ?? (await mkdtemp(join(tmpdir(), "payments-dashboard-")));
    try {
        const data = join(folder, "data");
        const dist = join(folder, "dist");
        if (!existsSync(join(data, "analytics.duckdb"))) await makeWorld(data);
        await must("build", process.execPath, ["--import", "tsx", "build/build.ts", "--data", data, "--out", dist], WEB, {});
        const files = (await readdir(join(WEB, "tests"))).filter((file) => file.endsWith(".test.ts") && file.includes(values.only)).sort();
        const flags = ["--import", "tsx", "--test", "--test-reporter=tap", "--test-concurrency=1"];
        return await run(process.execPath, [...flags, ...files.map((file) => join("tests", file))], WEB, {
            DASHBOARD_DIST: dist, DASHBOARD_DATA: data, DASHBOARD_FULL: values.full ? "1" : "",
        });
    } finally {
        if (!values.keep) await rm(folder, { recursive: true, force: true });
    }
}

/** As `make run` does it, with fewer merchants, so that each has something to show. */
async function makeWorld(data: string): Promise<void> {
    const rows = Number(values.rows);
    if (!Number.isInteger(rows) || rows < 20_000) throw new Error(`--rows ${values.rows}: a whole number from 20000`);
    const parameters = { rows, merchants: Math.min(50_000, Math.round(rows / 40)), customers: Math.min(2_000_000, rows), data_dir: `'${data}'` };
    await must("run", process.env["DUCKDB"] ?? ".venv/bin/duckdb", [
        "-no-init", "-unsigned", "-cmd", "LOAD 'build/payments.duckdb_extension'",
        ...Object.entries(parameters).flatMap(([name, value]) => ["-cmd", `SET VARIABLE ${name} = ${value}`]),
        "-f", "sql/pipeline.sql",
    ], ROOT, {});
}

async function must(what: string, command: string, args: string[], cwd: string, more: Record<string, string>): Promise<void> {
    const status = await run(command, args, cwd, more);
    if (status !== 0) throw new Error(`${what} ended with status ${status}`);
}

/** Its output is shown as it comes; it ends with this process. */
function run(command: string, args: string[], cwd: string, more: Record<string, string>): Promise<number> {
    return new Promise((done, fail) => {
        const child = spawn(command, args, { cwd, env: { ...process.env, ...more }, stdio: ["ignore", "inherit", "inherit"] });
        const stop = (): void => void child.kill("SIGTERM");
        process.once("SIGTERM", stop);
        process.once("SIGINT", stop);
        child.on("error", fail);
        child.on("close", (status) => {
            process.off("SIGTERM", stop);
            process.off("SIGINT", stop);
            done(status ?? 1);
        });
    });
}

main().then(
    (status) => {
        process.exitCode = status;
    },
    (error: unknown) => {
        console.error(`test-browser: ${error instanceof Error ? error.message : String(error)}`);
        process.exitCode = 1;
    },
);

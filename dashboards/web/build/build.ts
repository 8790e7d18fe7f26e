// Builds the dashboard: facts from the marts of the last run, first paint by the same SQL, the page, and both packages.
// node --import tsx build/build.ts [--data DIR] [--out DIR] [--detail full|aggregate] [--pages DIR]

import { existsSync } from "node:fs";
import { copyFile, mkdir, rm, stat, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build as bundle } from "vite";
import type { Model } from "../src/model.ts";
import { buildFacts } from "./facts.ts";
import { ChartError } from "./header.ts";
import { ROOT, WEB } from "./native.ts";
import { pack } from "./pack.ts";
import { prerender } from "./prerender.ts";

const DETAIL = ["full", "aggregate"] as const;

async function main(): Promise<void> {
    const { values } = parseArgs({
        options: {
            data: { type: "string", default: "data" },
            out: { type: "string", default: join(WEB, "dist") },
            detail: { type: "string", default: "full" },
            pages: { type: "string", default: join(WEB, "pages") },
        },
    });
    const detail = DETAIL.find((one) => one === values.detail);
    if (!detail) throw new Error(`DETAIL "${values.detail}" is unknown; allowed: ${DETAIL.join(", ")}`);
    const data = resolve(ROOT, values.data);
    if (!existsSync(join(data, "analytics.duckdb"))) throw new Error(`${values.data} holds no run: make run DATA_DIR=${values.data}`);
    const out = resolve(ROOT, values.out);
    const work = join(out, "work");
    await rm(out, { recursive: true, force: true });
    await mkdir(work, { recursive: true });

    const facts = await step("facts", () => buildFacts(data, work, detail));
    const model = await step("first paint", () => prerender(resolve(ROOT, values.pages), work, facts, detail));
    await writeFile(join(work, "model.json"), JSON.stringify(model));
    const packages = await step("page", () => bundleApp(join(work, "app")));
    const sizes = await step("pack", () => pack(out, model, packages));
    if (detail === "full") Object.assign(sizes, await copySummary(data, out));
    report(model, out, sizes);
}

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
    const started = Date.now();
    const result = await work();
    console.log(`${name.padEnd(12)} ${((Date.now() - started) / 1000).toFixed(1)} s`);
    return result;
}

/** Bundles src/ and tells which packages went into it, for their licences. */
async function bundleApp(outDir: string): Promise<string[]> {
    const packages = new Set<string>();
    await bundle({
        root: WEB,
        configFile: join(WEB, "vite.config.ts"),
        build: { outDir },
        plugins: [
            {
                name: "packages",
                generateBundle(_, files) {
                    for (const file of Object.values(files)) {
                        for (const id of file.type === "chunk" ? file.moduleIds : []) {
                            const found = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1];
                            if (found) packages.add(found);
                        }
                    }
                },
            },
        ],
    });
    return [...packages].sort();
}

/** Lays the executive summary of the run beside the page, where the run has left one. It can name merchants. */
async function copySummary(data: string, out: string): Promise<Record<string, number>> {
    const summary = "executive_summary.html";
    const source = join(data === join(ROOT, "data") ? join(ROOT, "docs") : data, summary);
    if (!existsSync(source)) return {};
    const copies = ["folder", "single"].map((folder) => join(folder, summary));
    for (const copy of copies) await copyFile(source, join(out, copy));
    const { size } = await stat(source);
    return Object.fromEntries(copies.map((copy) => [copy, size]));
}

function report(model: Model, out: string, sizes: Record<string, number>): void {
    console.log(`${model.charts.length} charts on ${model.pages.length} pages from ${model.facts.length} facts, merchant detail: ${model.detail}`);
    for (const [file, bytes] of Object.entries(sizes)) {
        console.log(`  ${relative(ROOT, join(out, file))}  ${(bytes / 1e6).toFixed(1)} MB`);
    }
}

main().catch((error: unknown) => {
    const told = error instanceof ChartError || !(error instanceof Error) || process.env["PAYMENTS_TRACE"] === undefined;
    console.error(told ? `dashboard: ${error instanceof Error ? error.message : String(error)}` : error);
    process.exitCode = 1;
});

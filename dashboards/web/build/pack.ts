// Lays the page out twice: a folder and one file. Both open from file://, for every asset is a classic script or inline, and
// the page's own policy forbids the browser to ask anything of a network.

import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Model } from "../src/model.ts";
import { WEB } from "./native.ts";

const POLICY = [
    "default-src 'none'",
    "script-src 'unsafe-inline' 'wasm-unsafe-eval' 'self' file: blob:",
    "worker-src blob:",
    "style-src 'unsafe-inline'",
    "img-src data:",
    "connect-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
].join("; ");

export async function pack(out: string, model: Model, packages: string[]): Promise<Record<string, number>> {
    const work = join(out, "work");
    const script = await readFile(join(work, "app/app.js"), "utf8");
    const style = await readFile(join(work, "app/app.css"), "utf8");
    const wasm = join(WEB, "node_modules/@duckdb/duckdb-wasm/dist");
    const assets: Record<string, string> = {
        worker: await readFile(join(wasm, "duckdb-browser-eh.worker.js")).then(squeezed),
        wasm: await readFile(join(wasm, "duckdb-eh.wasm")).then(squeezed),
        core: await readFile(join(work, "core.duckdb")).then(squeezed),
        ...(model.detail === "full" ? { detail: await readFile(join(work, "detail.duckdb")).then(squeezed) } : {}),
    };
    const licences = await licenceTexts(packages);
    const page = (rest: string): string => html(style, model, licences, script, rest);

    const folder = join(out, "folder");
    await mkdir(join(folder, "assets"), { recursive: true });
    await writeFile(join(folder, "index.html"), page(""));
    await writeFile(join(folder, "LICENSES.txt"), licences);
    for (const [name, text] of Object.entries(assets)) {
        await writeFile(join(folder, `assets/${name}.js`), `dashboardAsset("${name}", "${text}");\n`);
    }
    const single = join(out, "single");
    await mkdir(single, { recursive: true });
    const inline = Object.entries(assets).map(([name, text]) => `<script type="text/plain" id="asset-${name}">${text}</script>`);
    await writeFile(join(single, "payments-dashboard.html"), page(inline.join("\n")));

    const sizes: Record<string, number> = {};
    for (const file of ["folder/index.html", ...Object.keys(assets).map((name) => `folder/assets/${name}.js`), "single/payments-dashboard.html"]) {
        sizes[file] = (await stat(join(out, file))).size;
    }
    return sizes;
}

const squeezed = (bytes: Buffer): string => gzipSync(bytes, { level: 9 }).toString("base64");

/** Text inside a script element must not end it. */
const inScript = (text: string): string => text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const json = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function html(style: string, model: Model, licences: string, script: string, rest: string): string {
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>Payments dashboard</title>
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<noscript>This dashboard draws its charts with JavaScript, which is switched off here.</noscript>
<template id="licences">${escaped(licences)}</template>
<script>window.dashboardModel = ${json(model)};</script>
<script>${inScript(script)}</script>
${rest}
</body>
</html>
`;
}

/** What has to travel with the code of others: their licences, as they lie in the packages. */
async function licenceTexts(bundled: string[]): Promise<string> {
    // The worker and the WASM binary are shipped as they come; they hold these packages.
    const packages = [...new Set([...bundled, "@duckdb/duckdb-wasm", "apache-arrow", "flatbuffers", "tslib"])].sort();
    const parts: string[] = [];
    for (const name of packages) {
        const folder = join(WEB, "node_modules", name);
        const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string; license?: string };
        const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice|copyright)/i.test(file));
        const texts = await Promise.all(files.filter((file) => /\.|^[A-Z]+$/.test(file)).map((file) => textOf(join(folder, file))));
        const own = join(WEB, "build/licenses", `${name.replaceAll("/", "-").replace("@", "")}.txt`);
        if (texts.join("").trim() === "") texts.push(await textOf(own));
        if (texts.join("").trim() === "") throw new Error(`${name} ${version} ships no licence text; write ${own}`);
        parts.push(`${"=".repeat(100)}\n${name} ${version} (${license ?? "see below"})\n${"=".repeat(100)}\n\n${texts.join("\n\n").trim()}\n`);
    }
    return parts.join("\n");
}

async function textOf(file: string): Promise<string> {
    try {
        return (await stat(file)).isFile() ? await readFile(file, "utf8") : "";
    } catch {
        return "";
    }
}

// Describes the dashboard for its documents and for the native tests: builds the facts, runs every chart, draws no page.
// node --import tsx build/describe.ts --data DIR --out DIR   writes core.duckdb, detail.duckdb and description.json

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { FORMATS, KINDS, OPTIONS } from "../src/model.ts";
import { obeys } from "../src/views.ts";
import { buildFacts } from "./facts.ts";
import { FIXED, KEYS, NEEDS, WIDTHS, type Key } from "./header.ts";
import { ROOT, WEB } from "./native.ts";
import { needs, prerender } from "./prerender.ts";

/** What each key of a chart's header means; the type checker wants a sentence for every key that the build knows. */
const MEANINGS: Record<Key, string> = {
    title: "Heading of the chart.",
    question: "What the chart answers, as a question; read out as its description.",
    note: "A sentence under the chart, such as a limit of what it shows.",
    chart: `The picture: ${KINDS.join(", ")}.`,
    x: "Column along the horizontal axis; in a waterfall, the names of the steps.",
    y: "Column or columns drawn: bars, lines, the steps of a waterfall; in a heatmap, the column down its side.",
    line: "Columns drawn as lines on a second axis.",
    series: "Column whose values become one bar or line each.",
    value: "Column that colours the cells of a heatmap, sizes the points of a scatter or puts a bar behind the figures of a table.",
    low: "Column that is true where a step of a waterfall is a total.",
    label: "Column that names the points of a scatter.",
    format: `How columns are printed, as column=format: ${FORMATS.join(", ")}.`,
    tooltip: "Columns shown when the pointer rests on a point; without it, those that are drawn.",
    marks: "Column whose text, where there is one, marks that point.",
    click: "What a click sets: column -> filter name, and perhaps: goto page. Several lines apply together.",
    width: `Share of the page's width: ${WIDTHS.join(", ")}; half unless it is said.`,
    options: `Variants, separated by commas: ${OPTIONS.join(", ")}.`,
    labels: "Words for columns, as column=Words; without it, the column's own name in words.",
    better: "Which direction of a change is good, as column=higher or column=lower; colours it.",
};

async function main(): Promise<void> {
    const { values } = parseArgs({ options: { data: { type: "string" }, out: { type: "string" } } });
    if (!values.data || !values.out) throw new Error("describe wants --data DIR --out DIR");
    const out = resolve(ROOT, values.out);
    await mkdir(out, { recursive: true });
    const facts = await buildFacts(resolve(ROOT, values.data), out, "full");
    const model = await prerender(join(WEB, "pages"), out, facts, "full");
    const told = await readFacts(model.facts.map((fact) => fact.name));
    const description = {
        ...model,
        facts: model.facts.map((fact) => ({
            ...fact,
            ...told.get(fact.name),
            obeys: model.filters.filter((filter) => obeys(fact, filter)).map((filter) => filter.filter),
        })),
        shared: model.shared.map((table) => ({
            ...table,
            ...words(table.file, table.name, table.sql),
            facts: needs(table.sql, model.facts.map((fact) => fact.name), model.shared).facts,
        })),
        keys: KEYS.map((key) => ({
            key,
            meaning: MEANINGS[key],
            neededBy: key === "title" || key === "question" || key === "chart" ? ["every chart"] : KINDS.filter((kind) => NEEDS[kind].includes(key)),
        })),
        kinds: KINDS,
        fixed: FIXED,
        shots: parse(await readFile(join(WEB, "shots.yaml"), "utf8")) as unknown,
    };
    await writeFile(join(out, "description.json"), JSON.stringify(description));
}

interface Told {
    file: string;
    question: string;
    grain: string;
    /** marts and tables of the run that its SQL reads */
    sources: string[];
    /** other facts that it is made of */
    from: string[];
}

/** The question and the grain in the comment that the SQL of a table begins with. */
function words(file: string, name: string, sql: string): { question: string; grain: string } {
    const comment = (/^(?:--[^\n]*\n)+/.exec(sql)?.[0] ?? "").replace(/^--\s*/gm, "").replaceAll("\n", " ");
    const [, question, grain] = /^(.*?[?.])\s.*?Grain: (.*?)\.(?:\s|$)/.exec(comment) ?? [];
    if (!question || !grain) throw new Error(`${file}: the comment above ${name} wants a question and "Grain: ...", for the specification`);
    return { question, grain };
}

/** What each fact says of itself in the comment above its SQL, and what that SQL reads. */
async function readFacts(facts: string[]): Promise<Map<string, Told>> {
    const told = new Map<string, Told>();
    for (const entry of await readdir(join(WEB, "facts"))) {
        const file = `dashboards/web/facts/${entry}`;
        const text = await readFile(join(ROOT, file), "utf8");
        for (const [, comment = "", name = "", sql = ""] of text.matchAll(/((?:^--[^\n]*\n)+)create table facts\.(\w+) as\n(.*?);$/gms)) {
            const bare = sql.replace(/--.*$/gm, "");
            const all = (pattern: RegExp): string[] => [...new Set([...bare.matchAll(pattern)].map((match) => match[1] ?? ""))];
            told.set(name, {
                file,
                ...words(file, name, comment),
                sources: [...all(/\/marts\/(\w+)\.parquet/g).map((mart) => `marts/${mart}`), ...all(/\banalytics\.(\w+)/g)].sort(),
                from: all(/\bfacts\.(\w+)/g).filter((other) => other !== name && facts.includes(other)).sort(),
            });
        }
    }
    const missing = facts.filter((name) => !told.has(name));
    if (missing.length > 0) throw new Error(`dashboards/web/facts has no "create table facts.${missing[0]} as" below a comment, for the specification`);
    return told;
}

main().catch((error: unknown) => {
    console.error(`describe: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
});

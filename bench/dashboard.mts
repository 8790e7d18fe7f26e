// How long the dashboard of the last run takes to open and to answer filters, as distributions, with the CPU that it costs.
// From dashboards/web: node --import tsx ../../bench/dashboard.mts [--loads 5] [--states 40]

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../dashboards/web/build/native.ts";
import { print } from "../dashboards/web/src/state.ts";
import { DIST, folderUrl, launchServer, open, settled, singleUrl, type Measured } from "../dashboards/web/tests/browser.ts";
import { chartsOf, dice, model, randomState } from "../dashboards/web/tests/world.ts";

const { values } = parseArgs({ options: { loads: { type: "string", default: "5" }, states: { type: "string", default: "40" } } });

/** CPU milliseconds so far of a process and all its children, ended ones included. */
function cpu(root: number): number {
    const parents = new Map<number, number>();
    const ticks = new Map<number, number>();
    for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
        try {
            const stat = readFileSync(`/proc/${entry}/stat`, "utf8");
            const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ").map(Number);
            parents.set(Number(entry), fields[1] ?? 0);
            ticks.set(Number(entry), fields.slice(11, 15).reduce((sum, one) => sum + one, 0));
        } catch {
            // It ended while we looked.
        }
    }
    const below = (pid: number): boolean => {
        for (let at = pid; at > 1; at = parents.get(at) ?? 0) if (at === root) return true;
        return false;
    };
    const perTick = 1000 / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
    return [...ticks].filter(([pid]) => below(pid)).reduce((sum, [, spent]) => sum + spent, 0) * perTick;
}

const at = (sorted: number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
function line(name: string, samples: number[]): string {
    const sorted = [...samples].sort((left, right) => left - right);
    return `${name.padEnd(44)}${[sorted[0] ?? 0, at(sorted, 0.5), at(sorted, 0.95), sorted.at(-1) ?? 0].map((one) => String(Math.round(one)).padStart(9)).join("")}${String(samples.length).padStart(7)}`;
}
const HEAD = `${"milliseconds".padEnd(44)}${["least", "median", "p95", "most"].map((one) => one.padStart(9)).join("")}${"n".padStart(7)}`;

const raw: string[] = [];

async function loads(server: Measured, name: string, url: string): Promise<string[]> {
    const samples: Record<string, number[]> = { "first contentful paint": [], "charts visible": [], "engine open, facts attached": [], "every query warm": [], "CPU until warm": [] };
    for (let round = 0; round < Number(values.loads); round += 1) {
        const before = cpu(server.pid);
        const watched = await open(server.browser, url);
        await settled(watched.page);
        const marks = await watched.page.evaluate(() => Object.fromEntries([
            ...performance.getEntriesByType("mark").map((mark) => [mark.name, mark.startTime]),
            ["paint", performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0],
        ]) as Record<string, number>);
        samples["first contentful paint"]?.push(marks["paint"] ?? 0);
        samples["charts visible"]?.push(marks["page:painted"] ?? 0);
        samples["engine open, facts attached"]?.push(marks["engine:core"] ?? 0);
        samples["every query warm"]?.push(marks["page:warm"] ?? 0);
        samples["CPU until warm"]?.push(cpu(server.pid) - before);
        await watched.close();
    }
    return [name, HEAD, ...Object.entries(samples).map(([what, numbers]) => {
        raw.push(`${name}, ${what}: ${numbers.map(Math.round).join(", ")}`);
        return line(what, numbers);
    }), ""];
}

/** From the change of the URL to the next frame after the charts are painted; every state is another, so nothing is remembered. */
async function filters(server: Measured): Promise<string[]> {
    const lines = ["filter to repaint, engine warm, distinct random states", HEAD];
    for (const { page, title } of model.pages) {
        const watched = await open(server.browser, `${folderUrl}#/${page}`);
        await settled(watched.page);
        const roll = dice(42);
        const hashes = [...new Set(Array.from({ length: Number(values.states) * 2 }, () => print(randomState(page, roll))))].filter((hash) => hash.includes("?"));
        const took: number[] = [];
        const before = cpu(server.pid);
        for (const hash of hashes.slice(0, Number(values.states))) {
            took.push(await watched.page.evaluate(async (next) => {
                const started = performance.now();
                const painted = new Promise<void>((done) => window.addEventListener("hashchange", () => void window.dashboard.settled().then(done), { once: true }));
                location.hash = next;
                await painted;
                return performance.now() - started;
            }, hash));
        }
        const spent = (cpu(server.pid) - before) / took.length;
        raw.push(`${title}: ${took.map(Math.round).join(", ")}`);
        lines.push(line(`${title}, ${chartsOf(page).length} charts`, took), `${"".padEnd(4)}CPU for each filter: ${Math.round(spent)} ms`);
        await watched.close();
    }
    return [...lines, ""];
}

const processor = /^model name\s*:\s*(.*)$/m.exec(readFileSync("/proc/cpuinfo", "utf8"))?.[1] ?? "unknown processor";
const load = (): string => loadavg().map((one) => one.toFixed(1)).join(", ");
const startLoad = load();
const server = await launchServer();
try {
    const size = (file: string): string => `${(statSync(join(DIST, file)).size / 1e6).toFixed(1)} MB`;
    const report = [
        `${new Date().toISOString().slice(0, 10)}, ${server.browser.version()} headless, ${processor}, ${cpus().length} cores, load ${startLoad} at the start`,
        `${model.meta["rows"]} transactions, ${model.charts.length} charts, single file ${size("single/payments-dashboard.html")}, core facts packed ${size("folder/assets/core.js")}`,
        "",
        ...(await loads(server, "opening the folder", folderUrl)),
        ...(await loads(server, "opening the single file", singleUrl)),
        ...(await filters(server)),
        `load ${load()} at the end`,
        "",
        "every sample, ms",
        ...raw,
        "",
    ].join("\n");
    writeFileSync(join(ROOT, "bench/results/dashboard.txt"), report);
    console.log(report);
} finally {
    await server.close();
}

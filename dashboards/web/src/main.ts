// The page: renders the state of the URL, and shows for each state the rows that belong to it and no others.

import "./style.css";
import { Card } from "./card.ts";
import { rangeOf, withPrior } from "./dates.ts";
import { el } from "./dom.ts";
import * as engine from "./engine.ts";
import { FilterBar, rangeText } from "./filters.ts";
import { learnMerchant, setCurrency, wordsOf } from "./format.ts";
import type { Chart, Database, Model, Row } from "./model.ts";
import { bounds, drill, isUnfiltered, parse, print, unwind, withFilter, type State } from "./state.ts";
import { everything } from "./views.ts";

declare global {
    interface Window {
        dashboardModel: Model;
        /** for tests, screenshots and measurements */
        dashboard: {
            state(): State;
            rows(chart: string): Row[] | null;
            instance(chart: string): unknown;
            /** lets all views and shared tables show another state than the page does: only for tests of the engine */
            apply(state: State): Promise<void>;
            query(sql: string): Promise<Row[]>;
            /** resolves once the page shows the state of the URL and the engine is warm */
            settled(): Promise<void>;
            engine(): "starting" | "ready" | "failed";
        };
    }
}

const model = window.dashboardModel;
setCurrency(model.meta["currency"]);

const MEMORY = 40;
const NARROW = matchMedia("(max-width: 720px)");

let state: State = parse(location.hash, model).state;
let cards: Card[] = [];
/** rows on the screen by chart */
let shown: Record<string, Row[]> = {};
/** rows of states seen before: going back is instant */
const remembered = new Map<string, Record<string, Row[]>>();
let engineIs: "starting" | "ready" | "failed" = "starting";

// ---- the frame of the page ------------------------------------------------------------------------------------------

const tabs = el("nav", { class: "tabs", "aria-label": "Pages" });
const heading = el("h1");
const question = el("p", { class: "lead" });
const notices = el("div", { class: "notices" });
const grid = el("div", { class: "grid" });
const status = el("p", { class: "status", role: "status" });
const filterBar = new FilterBar({
    model,
    set: (filter, values) => go(withFilter(state, model, filter, values)),
    reset,
    unwind: (place) => go(unwind(state, model, place)),
});

function reset(): void {
    go({ page: state.page, filters: {}, via: [] });
}

function frame(): void {
    const theme = el("button", { type: "button", class: "plain", id: "theme", click: flipTheme }, "");
    const words = (text: unknown): string => String(text ?? "");
    const facts = Object.entries(model.meta).filter(([name]) => !["refreshed_at"].includes(name));
    const licences = el("dialog", { "aria-label": "Licences of the software in this page" });
    licences.append(el("form", { method: "dialog" }, el("button", { class: "plain" }, "Close")),
        el("pre", { tabindex: 0 }, document.querySelector<HTMLTemplateElement>("#licences")?.content.textContent ?? ""));
    document.getElementById("app")?.append(
        el("a", { class: "skip", href: "#main", click: (event) => {
            event.preventDefault();
            document.getElementById("main")?.focus();
        } }, "Skip to the charts"),
        el("header", { class: "top" },
            el("div", { class: "brand" }, el("span", { class: "product" }, "Payments"), tabs,
                el("div", { class: "side" }, el("p", { class: "refreshed" }, "Last refreshed ", el("time", {}, words(model.meta["refreshed_at"]))), theme)),
            filterBar.element),
        el("main", { id: "main", tabindex: -1 }, filterBar.crumbs, heading, question, filterBar.chips, status, notices, grid),
        el("footer", {},
            el("dl", {}, ...facts.map(([name, value]) => el("div", {}, el("dt", {}, wordsOf(name)), el("dd", {}, /^\d{5,}$/.test(words(value)) ? Number(value).toLocaleString("en-US") : words(value))))),
            el("p", {}, "Every figure is calculated on this computer; nothing is sent anywhere. ",
                el("button", { type: "button", class: "link", click: () => licences.showModal() }, "Licences"))),
        licences,
    );
    renderTheme(theme);
}

function flipTheme(event: Event): void {
    const next = document.documentElement.dataset["theme"] === "dark" ? "light" : "dark";
    chooseTheme(next);
    try {
        localStorage.setItem("payments-theme", next);
    } catch {
        // Some browsers keep no storage for files: the choice then lasts as long as the page.
    }
    renderTheme(event.currentTarget as HTMLButtonElement);
    for (const card of cards) card.render();
}

const chooseTheme = (theme: "light" | "dark"): void => {
    document.documentElement.dataset["theme"] = theme;
};

function renderTheme(button: HTMLButtonElement): void {
    button.textContent = document.documentElement.dataset["theme"] === "dark" ? "Light" : "Dark";
    button.setAttribute("aria-label", `Switch to ${button.textContent.toLowerCase()} colours`);
}

function firstTheme(): "light" | "dark" {
    let kept: string | null = null;
    try {
        kept = localStorage.getItem("payments-theme");
    } catch {
        // see flipTheme
    }
    return kept === "dark" || kept === "light" ? kept : matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

// ---- state to page --------------------------------------------------------------------------------------------------

function go(next: State): void {
    const hash = print(next);
    if (hash === print(state)) filterBar.render(state);
    else location.hash = hash;
}

function follow(): void {
    const before = state;
    const parsed = parse(location.hash, model);
    state = parsed.state;
    // A link that holds what cannot be is told and set right.
    if (location.hash !== "" && print(state) !== location.hash) history.replaceState(history.state, "", print(state));
    if (cards.length === 0 || before.page !== state.page) openPage();
    filterBar.render(state);
    renderNotices(parsed.rejected);
    void refresh();
}

const pageOf = (page: string) => model.pages.find((one) => one.page === page);
const chartsOf = (page: string): Chart[] => model.charts.filter((chart) => chart.page === page);

function openPage(): void {
    for (const card of cards) card.dispose();
    const page = pageOf(state.page);
    heading.textContent = page?.title ?? "";
    question.textContent = page?.question ?? "";
    document.title = `${page?.title ?? ""} \u2013 Payments`;
    cards = chartsOf(state.page).map((chart) => new Card(chart, {
        blind: model.filters.filter((filter) => chart.blind.includes(filter.filter)).map((filter) => filter.label),
        drill: (row, columns) => follow_(chart, row, columns),
        reset,
        prior: priorWords,
        fileName: () => print(state).replace(/^#\/[^?]*\??/, "").replace(/[^\w-]+/g, "_").slice(0, 80) || "all",
        isNarrow: () => NARROW.matches,
    }));
    shown = {};
    grid.replaceChildren(...cards.map((card) => card.element));
    window.scrollTo(0, 0);
}

function renderTabs(): void {
    tabs.replaceChildren(...model.pages.map((page) =>
        el("a", { href: print({ ...state, page: page.page, via: [] }), "aria-current": page.page === state.page ? "page" : null }, page.title)));
    // On a phone the tabs are wider than the screen.
    const current = tabs.querySelector<HTMLElement>("[aria-current]");
    if (current) tabs.scrollLeft = current.offsetLeft - tabs.offsetLeft - 24;
}

function renderNotices(rejected: string[]): void {
    renderTabs();
    const page = pageOf(state.page);
    const charts = chartsOf(state.page);
    const left = model.leftOut[state.page] ?? [];
    const lines: [string, string][] = [];
    if (rejected.length > 0) lines.push(["warning", `The link asked for what these data do not have, so it was left out: ${rejected.join(", ")}.`]);
    if (page?.note) lines.push(["", page.note]);
    if (charts.some((chart) => chart.isDetail)) lines.push(["private", "This page holds data of single merchants: share it with care."]);
    if (left.length > 0) lines.push(["", `Built without merchant detail. Left out: ${left.join(", ")}.`]);
    notices.replaceChildren(...lines.map(([kind, text]) => el("p", { class: `notice ${kind}` }, text)));
}

function priorWords(): string {
    const { start, end } = bounds(model);
    const [from = start, to = end] = state.filters["date"] ?? [];
    const { priorFrom, priorTo } = withPrior(from, to);
    return state.filters["date"] ? `vs ${rangeText([priorFrom, priorTo])}` : "vs prior period";
}

function follow_(chart: Chart, row: Row, columns: string[]): void {
    const set: Record<string, string[]> = {};
    let page: string | null = null;
    for (const click of chart.clicks) {
        // A name may be what is clicked, while the key beside it is what the filter takes.
        const value = (click.filter === "merchant_id" ? row[click.filter] : null) ?? row[click.column];
        if (!columns.includes(click.column) || value === null || value === undefined) continue;
        const values = click.filter === "date" ? rangeOf(String(value)) : [String(value)];
        if (!values) continue;
        set[click.filter] = values;
        page = click.goto ?? page;
    }
    if (Object.keys(set).length > 0) go(drill(state, model, set, page));
}

// ---- rows for the state: one refresh at a time, the latest state wins ----------------------------------------------

let running: Promise<void> | null = null;

function refresh(): Promise<void> {
    running ??= work().finally(() => {
        running = null;
    });
    return running;
}

const keyOf = (one: State): string => print({ ...one, via: [] });

async function work(): Promise<void> {
    let done: string | null = null;
    while (done !== keyOf(state)) {
        const wanted = state;
        await showState(wanted);
        done = keyOf(wanted);
    }
}

async function showState(wanted: State): Promise<void> {
    const charts = chartsOf(wanted.page);
    const superseded = (): boolean => keyOf(wanted) !== keyOf(state);
    const known = remembered.get(keyOf(wanted)) ?? (isUnfiltered(wanted) ? model.defaults : null);
    if (known) {
        paint(charts, known, {});
        return;
    }
    for (const card of cards) card.busy();
    say("Calculating\u2026");
    try {
        await engine.ready(databasesOf(charts));
        if (superseded()) return;
        await engine.apply(model, wanted, charts);
    } catch (error) {
        if (!superseded()) cards.forEach((card) => card.fail(messageOf(error)));
        say("The query engine failed.");
        return;
    }
    const rows: Record<string, Row[]> = {};
    const failed: Record<string, string> = {};
    for (const chart of charts) {
        if (superseded()) return;
        try {
            rows[chart.id] = await engine.query(chart.sql);
        } catch (error) {
            failed[chart.id] = messageOf(error);
        }
    }
    if (superseded()) return;
    if (Object.keys(failed).length === 0) remember(keyOf(wanted), rows);
    paint(charts, rows, failed);
}

/** All charts at once: the page never mixes two states. */
function paint(charts: Chart[], rows: Record<string, Row[]>, failed: Record<string, string>): void {
    shown = Object.fromEntries(charts.map((chart) => [chart.id, rows[chart.id] ?? []]));
    for (const row of Object.values(shown).flat()) {
        if (row["merchant_id"] && row["merchant_name"]) learnMerchant(String(row["merchant_id"]), String(row["merchant_name"]));
    }
    filterBar.render(state);
    for (const card of cards) {
        const problem = failed[card.chart.id];
        if (problem !== undefined) card.fail(problem);
        else card.show(shown[card.chart.id] ?? []);
    }
    const broken = Object.keys(failed).length;
    if (performance.getEntriesByName("page:painted").length === 0) performance.mark("page:painted");
    say(broken > 0 ? `${broken} of ${charts.length} charts failed.` : "");
}

function remember(key: string, rows: Record<string, Row[]>): void {
    remembered.set(key, rows);
    const [oldest] = remembered.keys();
    if (remembered.size > MEMORY && oldest !== undefined) remembered.delete(oldest);
}

const databasesOf = (charts: Chart[]): Database[] => (charts.some((chart) => chart.isDetail) ? ["core", "detail"] : ["core"]);
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function say(text: string): void {
    if (status.textContent !== text) status.textContent = text;
}

// ---- start ----------------------------------------------------------------------------------------------------------

/** Runs what the first filter will need, so that it is not the slow one; a waiting reader goes first. */
async function warmUp(): Promise<void> {
    try {
        await engine.ready(["core"]);
        const own = chartsOf(state.page);
        await engine.ready(databasesOf(own));
        await idle();
        await engine.apply(model, { page: state.page, filters: {}, via: [] }, own);
        for (const chart of own) {
            await idle();
            await engine.query(chart.sql).catch(() => undefined);
        }
        if (model.facts.some((fact) => fact.database === "detail")) await engine.ready(["core", "detail"]);
        engineIs = "ready";
        performance.mark("page:warm");
    } catch (error) {
        engineIs = "failed";
        notices.append(el("p", { class: "notice warning", role: "alert" }, `Filters cannot work here: ${messageOf(error)}`));
    }
}

const idle = async (): Promise<void> => {
    while (running) await running;
};

async function settled(): Promise<void> {
    await warmed;
    await new Promise((done) => setTimeout(done));
    await idle();
    // In the first frame the pictures learn their room, in the second they are drawn in it.
    for (const _ of [1, 2]) await new Promise((done) => requestAnimationFrame(done));
}

chooseTheme(firstTheme());
frame();
window.addEventListener("hashchange", follow);
NARROW.addEventListener("change", () => cards.forEach((card) => card.render()));
follow();
// Everything that is heavy waits until the first picture stands.
const warmed = new Promise<void>((done) => {
    const begin = (): void => void requestAnimationFrame(() => setTimeout(() => void warmUp().then(done)));
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
    else begin();
});
window.dashboard = {
    state: () => state,
    rows: (chart) => shown[chart] ?? null,
    instance: (chart) => cards.find((card) => card.chart.id === chart)?.chartInstance ?? null,
    apply: (other) => engine.apply(model, other, everything(model)),
    query: engine.query,
    settled,
    engine: () => engineIs,
};

// One chart on the page: its words, its picture or table, its tools. A card only shows; it never asks for data.

import { createChart, heightOf, onRow, optionOf, scaleOf, type Instance } from "./charts.ts";
import { el } from "./dom.ts";
import { arrow, format, formatOf, labelOf, nameOf, printed, toneOf, calendar } from "./format.ts";
import { FORMATS, type Chart, type Format, type Row } from "./model.ts";
import { csvOf, tableOf } from "./table.ts";

export interface CardUses {
    /** labels of the filters that this chart does not answer to */
    blind: string[];
    drill(row: Row, columns: string[]): void;
    reset(): void;
    /** words for the period that tiles compare with */
    prior(): string;
    fileName(): string;
    isNarrow(): boolean;
}

export class Card {
    readonly element: HTMLElement;
    private readonly body = el("div", { class: "body" });
    private readonly toggle: HTMLButtonElement | null = null;
    private instance: Instance | null = null;
    private rows: Row[] | null = null;
    private asTable = false;
    /** A neighbour in the row, the window or a legend may change how much room there is. */
    private readonly sizes = new ResizeObserver(([entry]) => {
        const { width, height } = entry?.contentRect ?? { width: 0, height: 0 };
        const fits = this.instance === null || (this.instance.getWidth() === Math.round(width) && this.instance.getHeight() === Math.round(height));
        if (!fits && width > 0 && height > 0) this.instance?.resize({ width: Math.round(width), height: Math.round(height) });
    });

    constructor(
        readonly chart: Chart,
        private readonly uses: CardUses,
    ) {
        const titleId = `title-${chart.id.replace("/", "-")}`;
        const tools = el("div", { class: "tools" });
        if (chart.kind !== "table" && chart.kind !== "callout") {
            this.toggle = el("button", { type: "button", class: "tool", "aria-pressed": "false", "aria-label": `Show as table: ${chart.title}`, click: () => this.flip() }, "Table");
            tools.append(this.toggle);
        }
        tools.append(el("button", { type: "button", class: "tool", "aria-label": `Download CSV: ${chart.title}`, click: () => this.download() }, "CSV"));
        const notes = [chart.note, uses.blind.length > 0 ? `Does not answer to: ${uses.blind.join(", ").toLowerCase()}.` : null];
        this.element = el(
            "section",
            { class: `card ${chart.width} ${chart.kind}`, "aria-labelledby": titleId, "data-chart": chart.id },
            el("header", {}, el("div", {}, el("h2", { id: titleId }, chart.title), el("p", { class: "question" }, chart.question)), tools),
            this.body,
            ...notes.filter((note) => note !== null).map((note) => el("p", { class: "note" }, note)),
        );
        this.waiting();
    }

    private waiting(): void {
        this.body.replaceChildren(el("p", { class: "waiting" }, "Calculating\u2026"));
    }

    show(rows: Row[]): void {
        this.rows = rows;
        this.element.removeAttribute("aria-busy");
        this.render();
    }

    fail(message: string): void {
        this.dispose();
        this.element.removeAttribute("aria-busy");
        this.body.replaceChildren(el("div", { class: "failure", role: "alert" }, el("strong", {}, "This chart could not be calculated."), el("pre", {}, `${this.chart.file}\n${message}`)));
    }

    busy(): void {
        this.element.setAttribute("aria-busy", "true");
    }

    private flip(): void {
        this.asTable = !this.asTable;
        this.toggle?.setAttribute("aria-pressed", String(this.asTable));
        this.render();
    }

    /** Draws anew: rows, width or theme have changed. */
    render(): void {
        const { chart, rows } = this;
        if (rows === null) return;
        if (isEmpty(chart, rows)) {
            this.dispose();
            const words = "No payments match these filters.";
            this.body.replaceChildren(el("div", { class: "empty" }, el("p", {}, words),
                el("button", { type: "button", class: "plain", click: () => this.uses.reset() }, "Reset all filters")));
            return;
        }
        if (this.asTable || chart.kind === "table") {
            this.dispose();
            this.body.replaceChildren(tableOf(chart, rows, (row, column) => this.uses.drill(row, [column, ...this.companions(column)])));
        } else if (chart.kind === "tiles") {
            this.body.replaceChildren(tilesOf(rows, this.uses.prior()));
        } else if (chart.kind === "callout") {
            this.body.replaceChildren(...rows.map((row) => el("p", { class: `callout-text ${String(row["tone"] ?? "neutral")}` }, String(row["text"] ?? ""))));
        } else {
            this.draw(rows);
        }
    }

    /** In a table one cell was clicked; the other columns of the same click belong to it when they lead to one page. */
    private companions(column: string): string[] {
        const own = this.chart.clicks.find((click) => click.column === column);
        return this.chart.clicks.filter((click) => click !== own && click.goto === own?.goto).map((click) => click.column);
    }

    private draw(rows: Row[]): void {
        const { chart, uses } = this;
        const narrow = uses.isNarrow();
        let canvas = this.body.querySelector<HTMLElement>(".canvas");
        if (!canvas || !this.instance) {
            this.dispose();
            canvas = el("div", { class: "canvas", role: "img" });
            this.body.replaceChildren(canvas);
            this.size(canvas, rows, narrow);
            this.instance = createChart(canvas);
            this.sizes.observe(canvas);
            onRow(this.instance, chart, () => this.rows ?? [], (row, exact) => {
                const columns = chart.clicks.map((click) => click.column).filter((column) => exact || column === chart.x);
                if (columns.length > 0) uses.drill(row, columns);
            });
        }
        this.size(canvas, rows, narrow);
        canvas.setAttribute("aria-label", `${chart.title}. ${describe(chart, rows)} "Show as table" lists every value.`);
        this.instance.setOption(optionOf(chart, rows, narrow, this.instance.getWidth()), { notMerge: true });
        this.legend(rows);
    }

    /** Written only when it changes: each write makes the browser lay the page out anew. */
    private size(canvas: HTMLElement, rows: Row[], narrow: boolean): void {
        const height = heightOf(this.chart, rows, narrow);
        if (canvas.style.minHeight === `${height}px`) return;
        canvas.style.minHeight = `${height}px`;
        canvas.style.maxHeight = `${Math.round(height * 1.6)}px`;
    }

    private legend(rows: Row[]): void {
        this.body.querySelector(".scale")?.remove();
        if (this.chart.kind !== "heatmap" || !this.chart.value) return;
        const { low, high, css } = scaleOf(this.chart, rows);
        if (low === high || !Number.isFinite(low)) return;
        const as = formatOf(this.chart, this.chart.value);
        this.body.prepend(el("div", { class: "scale", "aria-hidden": "true" }, el("span", {}, labelOf(this.chart, this.chart.value)),
            el("span", {}, format(low, as)), el("span", { class: "ramp", style: `background: ${css}` }), el("span", {}, format(high, as))));
    }

    private download(): void {
        if (this.rows === null) return;
        const url = URL.createObjectURL(new Blob([csvOf(this.chart, this.rows)], { type: "text/csv;charset=utf-8" }));
        const link = el("a", { href: url, download: `${this.chart.id.replace("/", "_")}_${this.uses.fileName()}.csv` });
        document.body.append(link);
        link.click();
        link.remove();
        setTimeout(() => URL.revokeObjectURL(url), 10_000);
    }

    /** For tests and for whoever looks: the drawn instance. */
    get chartInstance(): Instance | null {
        return this.instance;
    }

    dispose(): void {
        this.sizes.disconnect();
        this.instance?.dispose();
        this.instance = null;
    }
}

/** No rows, or tiles that count nothing. */
function isEmpty(chart: Chart, rows: Row[]): boolean {
    return rows.length === 0 || (chart.kind === "tiles" && rows.every((row) => !row["numerator"] && !row["denominator"] && !row["value"]));
}

const asFormat = (text: unknown): Format => FORMATS.find((one) => one === text) ?? "text";

function tilesOf(rows: Row[], prior: string): HTMLElement {
    const compares = rows.some((row) => typeof row["change"] === "number");
    const list = el("ul", { class: "tiles" }, ...rows.map((row) => {
        const as = asFormat(row["format"]);
        const change = row["change"];
        const better = typeof row["better"] === "string" ? row["better"] : null;
        const changeAs: Format = as === "percent" ? "points" : as === "bps" ? "bps" : "percent";
        const exact = format(row["value"], as, { exact: true });
        const parts = row["denominator"] === null || row["numerator"] === null ? "" :
            `${Number(row["numerator"]).toLocaleString("en-US")} of ${Number(row["denominator"]).toLocaleString("en-US")}`;
        return el(
            "li",
            { class: "tile", title: parts === "" ? exact : `${exact} = ${Number(row["numerator"]).toLocaleString("en-US")} / ${Number(row["denominator"]).toLocaleString("en-US")}` },
            el("span", { class: "tile-label" }, String(row["label"])),
            el("span", { class: "tile-value" }, format(row["value"], as)),
            typeof change === "number"
                ? el("span", { class: "tile-change" }, el("span", { class: toneOf(printed(change, changeAs), better) }, `${arrow(printed(change, changeAs))} ${format(change, changeAs, { plus: true })}`), ` ${row["prior_label"] ? `vs ${row["prior_label"]}` : prior}`)
                : compares ? el("span", { class: "tile-change" }, "no earlier figure") : null,
        );
    }));
    const alone = el("p", { class: "note" }, "The data hold no period before this one: choose a shorter range of dates to see the change.");
    return el("div", {}, list, compares ? null : alone);
}

/** What a reader would say of the picture: how many points, and where it is highest and lowest. */
function describe(chart: Chart, rows: Row[]): string {
    const column = chart.kind === "heatmap" ? (chart.value ?? "") : (chart.y[0] ?? "");
    const as = formatOf(chart, column);
    const points = rows.filter((row) => typeof row[column] === "number");
    const byValue = [...points].sort((left, right) => Number(left[column]) - Number(right[column]));
    const where = (row: Row): string =>
        [chart.x, chart.kind === "heatmap" ? (chart.y[0] ?? null) : null, chart.series, chart.label]
            .filter((name): name is string => name !== null && typeof row[name] === "string")
            .map((name) => (formatOf(chart, name) === "date" || formatOf(chart, name) === "month" ? calendar(String(row[name]), formatOf(chart, name) as "date" | "month") : nameOf(String(row[name])))).join(", ");
    const [low, high] = [byValue[0], byValue.at(-1)];
    const range = low && high ? ` ${labelOf(chart, column)} is highest for ${where(high)} with ${format(high[column], as)} and lowest for ${where(low)} with ${format(low[column], as)}.` : "";
    return `${chart.question} ${points.length} values.${range}`;
}

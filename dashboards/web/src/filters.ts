// The filter bar, the chips and the breadcrumbs: rendered from the state, never holding one of their own.

import { addDays, addMonths, daysBetween, monthEnd, monthStart } from "./dates.ts";
import { el } from "./dom.ts";
import { calendar, choiceName, nameOf } from "./format.ts";
import type { Filter, Model } from "./model.ts";
import { bounds, isUnfiltered, type State } from "./state.ts";

export interface BarUses {
    model: Model;
    set(filter: string, values: string[]): void;
    reset(): void;
    unwind(place: number): void;
}

/** Ranges by name, counted back from the last day of the data. */
function presets(start: string, end: string): [string, string, string][] {
    const month = monthStart(end);
    const quarter = addMonths(month, -((Number(month.slice(5, 7)) - 1) % 3));
    const whole: [string, string, string][] = [
        ["Last 7 days", addDays(end, -6), end],
        ["Last 28 days", addDays(end, -27), end],
        ["Last 90 days", addDays(end, -89), end],
        ["Latest month", month, monthEnd(month)],
        ["Month before", addMonths(month, -1), addDays(month, -1)],
        ["Latest quarter", quarter, monthEnd(addMonths(quarter, 2))],
        ["Quarter before", addMonths(quarter, -3), addDays(quarter, -1)],
        ["Year to date", `${end.slice(0, 4)}-01-01`, end],
    ];
    const inside = whole.map(([name, from, to]): [string, string, string] => [name, from, to > end ? end : to]);
    return inside.filter(([, from, to]) => from >= start && !(from === start && to === end));
}

export function rangeText([from = "", to = ""]: string[]): string {
    if (from === to) return calendar(from, "date");
    if (from === monthStart(from) && to === monthEnd(from)) return calendar(from, "month");
    const short = from.slice(0, 4) === to.slice(0, 4) ? calendar(from, "date").replace(/ \d{4}$/, "") : calendar(from, "date");
    return `${short} \u2013 ${calendar(to, "date")}`;
}

export class FilterBar {
    readonly element = el("div", { class: "filters", role: "group", "aria-label": "Filters" });
    readonly chips = el("div", { class: "chips" });
    readonly crumbs = el("nav", { class: "crumbs", "aria-label": "Breadcrumb" });
    private open: string | null = null;
    private expanded = false;

    constructor(private readonly uses: BarUses) {
        document.addEventListener("click", (event) => {
            // The path as it was when the click began: rendering has replaced what was clicked inside the bar.
            if (this.open && !event.composedPath().includes(this.element)) this.close();
        });
        this.element.addEventListener("keydown", (event) => {
            if (event.key === "Escape" && this.open) this.close();
        });
    }

    private close(): void {
        const button = this.element.querySelector<HTMLElement>(`[data-filter="${this.open}"] > button`);
        this.element.querySelector(".panel")?.remove();
        button?.setAttribute("aria-expanded", "false");
        this.open = null;
        button?.focus();
    }

    render(state: State): void {
        const focused = document.activeElement instanceof HTMLElement && this.element.contains(document.activeElement) ? document.activeElement.id : "";
        const { model } = this.uses;
        const shown = model.filters.filter((filter) => !filter.drillOnly);
        const count = Object.keys(state.filters).length;
        const all = el("button", { type: "button", id: "filters-all", class: "filters-all", "aria-expanded": String(this.expanded), click: () => {
            this.expanded = !this.expanded;
            this.render(state);
        } }, count > 0 ? `Filters (${count})` : "Filters");
        this.element.classList.toggle("expanded", this.expanded);
        this.element.replaceChildren(
            all,
            ...shown.map((filter) => this.control(filter, state)),
            el("button", { type: "button", id: "filters-reset", class: "plain", disabled: isUnfiltered(state) || null, click: () => this.uses.reset() }, "Reset"),
        );
        if (focused !== "") document.getElementById(focused)?.focus();
        this.renderChips(state);
        this.renderCrumbs(state);
    }

    private control(filter: Filter, state: State): HTMLElement {
        const chosen = state.filters[filter.filter] ?? [];
        const isOpen = this.open === filter.filter;
        const summary = chosen.length === 0 ? "All" : filter.filter === "date" ? rangeText(chosen) : chosen.length === 1 ? nameOf(chosen[0] ?? "") : `${chosen.length} chosen`;
        const button = el(
            "button",
            { type: "button", id: `filter-${filter.filter}`, "aria-expanded": String(isOpen), "aria-haspopup": "true", click: () => {
                this.open = isOpen ? null : filter.filter;
                this.render(state);
                if (!isOpen) this.element.querySelector<HTMLElement>(".panel input, .panel button")?.focus();
            } },
            el("span", { class: "filter-label" }, filter.label), " ",
            el("span", { class: "filter-value" }, summary),
        );
        const panel = !isOpen ? null : filter.filter === "date" ? this.datePanel(chosen) : this.listPanel(filter, chosen);
        return el("div", { class: `filter${chosen.length > 0 ? " set" : ""}`, "data-filter": filter.filter }, button, panel);
    }

    private listPanel(filter: Filter, chosen: string[]): HTMLElement {
        const boxes = (filter.values ?? []).map((value, place) => {
            const id = `choice-${filter.filter}-${place}`;
            const box = el("input", { type: "checkbox", id, checked: chosen.includes(value) || null, change: () => {
                const next = box.checked ? [...chosen, value] : chosen.filter((one) => one !== value);
                this.uses.set(filter.filter, next);
            } });
            return el("label", { class: "choice", for: id }, box, nameOf(value));
        });
        return el("fieldset", { class: "panel" }, el("legend", { class: "unseen" }, filter.label), ...boxes);
    }

    private datePanel(chosen: string[]): HTMLElement {
        const { start, end } = bounds(this.uses.model);
        const [from = start, to = end] = chosen;
        const named: [string, string, string][] = [["Whole period", start, end], ...presets(start, end)];
        const buttons = named.map(([name, first, last], place) => el("button", { type: "button", class: "preset", id: `preset-${place}`,
            "aria-pressed": String(first === from && last === to), click: () => this.uses.set("date", [first, last]) }, name));
        const problem = el("p", { class: "problem", role: "alert" });
        const apply = (): void => {
            const [first, last] = [fromInput.value, toInput.value];
            if (first === "" || last === "") return;
            const words = first > last ? "The first day lies after the last one." : last < start || first > end ? `The data run from ${rangeText([start, end])}.` : "";
            problem.textContent = words;
            if (words === "") this.uses.set("date", [first, last]);
        };
        const fromInput = el("input", { type: "date", id: "date-from", min: start, max: end, value: from, change: apply });
        const toInput = el("input", { type: "date", id: "date-to", min: start, max: end, value: to, change: apply });
        return el("fieldset", { class: "panel dates" }, el("legend", { class: "unseen" }, "Date range"),
            el("div", { class: "presets" }, ...buttons),
            el("div", { class: "range" }, el("label", { for: "date-from" }, "From", fromInput), el("label", { for: "date-to" }, "To", toInput)),
            el("p", { class: "hint" }, `${(daysBetween(from, to) + 1).toLocaleString("en-US")} days`), problem);
    }

    private renderChips(state: State): void {
        const chips = this.uses.model.filters.flatMap((filter) => {
            const chosen = state.filters[filter.filter] ?? [];
            if (chosen.length === 0) return [];
            const text = filter.filter === "date" ? rangeText(chosen) : chosen.map((value) => choiceName(filter.filter, value)).join(", ");
            return [el("button", { type: "button", class: "chip", "data-chip": filter.filter, "aria-label": `Remove filter ${filter.label}: ${text}`,
                click: () => this.uses.set(filter.filter, []) }, el("span", {}, `${filter.label}: `, el("strong", {}, text)), el("span", { "aria-hidden": "true" }, "\u00d7"))];
        });
        this.chips.replaceChildren(...chips);
    }

    private renderCrumbs(state: State): void {
        const title = (page: string): string => this.uses.model.pages.find((one) => one.page === page)?.title ?? page;
        const words = (filters: Record<string, string[]>): string =>
            Object.entries(filters).map(([name, values]) => (name === "date" ? rangeText(values) : values.map((value) => choiceName(name, value)).join(", "))).join(", ");
        this.crumbs.replaceChildren();
        if (state.via.length === 0) return;
        const steps = state.via.map((crumb, place) => {
            const next = state.via[place + 1];
            const set = Object.fromEntries(Object.keys(crumb.before).flatMap((name) => {
                const after = state.via.slice(place + 1).find((later) => name in later.before)?.before[name] ?? state.filters[name] ?? [];
                return after.length > 0 ? [[name, after]] : [];
            }));
            return { place, from: title(crumb.page), set: words(set), to: title(next?.page ?? state.page) };
        });
        this.crumbs.append(el("ol", {}, ...steps.map(({ place, from }, index) =>
            el("li", {}, el("button", { type: "button", class: "link", click: () => this.uses.unwind(place) },
                index === 0 ? from : `${from}: ${steps[index - 1]?.set ?? ""}`))),
            el("li", { "aria-current": "page" }, `${title(state.page)}: ${steps.at(-1)?.set ?? ""}`)));
    }
}

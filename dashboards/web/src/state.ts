// The one state of the page: it lives in the URL, and panel, chips, breadcrumbs and charts are rendered from it.

import { isDay } from "./dates.ts";
import type { Frame } from "./model.ts";

/** A page that a drill-down left, with what the filters it set had been before. */
export interface Crumb {
    page: string;
    before: Record<string, string[]>;
}

export interface State {
    page: string;
    /** chosen values by filter; `date` holds [from, to]; a filter that is not set has no entry */
    filters: Record<string, string[]>;
    via: Crumb[];
}

export interface Parsed {
    state: State;
    /** what stood in the URL but cannot be: said to the reader, not swallowed */
    rejected: string[];
}

const list = (text: string): string[] => text.split("|").filter((part) => part !== "");

export function parse(hash: string, model: Frame): Parsed {
    const rejected: string[] = [];
    const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
    const known = model.pages.map((page) => page.page);
    const first = known[0] ?? "";
    let page = decode(path);
    if (page !== "" && !known.includes(page)) {
        rejected.push(`page ${page}`);
    }
    if (!known.includes(page)) page = first;

    const filters: Record<string, string[]> = {};
    const via: Crumb[] = [];
    for (const [name, text] of new URLSearchParams(query)) {
        if (name === "via") {
            const crumb = parseCrumb(text, model);
            if (crumb) via.push(crumb);
            else rejected.push(`via ${text}`);
            continue;
        }
        const values = list(text);
        const fitting = fit(name, values, model);
        rejected.push(...values.filter((value) => !fitting.includes(value)).map((value) => `${name} ${value}`));
        if (fitting.length > 0) filters[name] = fitting;
    }
    return { state: { page, filters: sorted(filters, model), via }, rejected };
}

function decode(text: string): string {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}

function parseCrumb(text: string, model: Frame): Crumb | null {
    const [page = "", ...parts] = text.split("~");
    if (!model.pages.some((known) => known.page === page)) return null;
    const before: Record<string, string[]> = {};
    for (const part of parts) {
        const [name = "", values = ""] = part.split(":", 2);
        if (!model.filters.some((filter) => filter.filter === name)) return null;
        before[name] = fit(name, list(values), model);
    }
    return { page, before };
}

/** The values that the filter knows: for dates, a range inside the data. */
function fit(name: string, values: string[], model: Frame): string[] {
    const filter = model.filters.find((one) => one.filter === name);
    if (!filter) return [];
    if (name === "date") {
        const [from = "", to = ""] = values;
        const { start, end } = bounds(model);
        const fits = values.length === 2 && isDay(from) && isDay(to) && from <= to && from <= end && to >= start;
        return fits ? values : [];
    }
    return values.filter((value) => (filter.values ? filter.values.includes(value) : /^\d{1,15}$/.test(value)));
}

export const bounds = (model: Frame): { start: string; end: string } => ({
    start: String(model.meta["start_date"]),
    end: String(model.meta["end_date"]),
});

/** Values in the order of the panel, and every value chosen the same as none, so that one choice has one URL. */
function sorted(filters: Record<string, string[]>, model: Frame): Record<string, string[]> {
    const result: Record<string, string[]> = {};
    for (const { filter, values } of model.filters) {
        const chosen = filters[filter];
        if (!chosen || chosen.length === 0) continue;
        if (filter === "date") {
            const { start, end } = bounds(model);
            const [from = start, to = end] = chosen;
            if (from <= start && to >= end) continue;
            result[filter] = [from < start ? start : from, to > end ? end : to];
        } else if (values) {
            const kept = values.filter((value) => chosen.includes(value));
            if (kept.length > 0 && kept.length < values.length) result[filter] = kept;
        } else {
            result[filter] = [...new Set(chosen)];
        }
    }
    return result;
}

export function print(state: State): string {
    const query = new URLSearchParams();
    for (const [name, values] of Object.entries(state.filters)) query.set(name, values.join("|"));
    for (const { page, before } of state.via) {
        const parts = Object.entries(before).map(([name, values]) => `${name}:${values.join("|")}`);
        query.append("via", [page, ...parts].join("~"));
    }
    const text = query.toString();
    return `#/${state.page}${text === "" ? "" : `?${text}`}`;
}

export const isUnfiltered = (state: State): boolean => Object.keys(state.filters).length === 0;

export function withFilter(state: State, model: Frame, name: string, values: string[]): State {
    return { ...state, filters: sorted({ ...state.filters, [name]: values }, model) };
}

/** Sets filters and perhaps changes the page, remembering the way back. */
export function drill(state: State, model: Frame, set: Record<string, string[]>, page: string | null): State {
    const filters = sorted({ ...state.filters, ...set }, model);
    const before = Object.fromEntries(Object.keys(set).map((name) => [name, state.filters[name] ?? []]));
    return { page: page ?? state.page, filters, via: [...state.via, { page: state.page, before }] };
}

/** Goes back to the page of the breadcrumb at `place`, undoing what was set since. */
export function unwind(state: State, model: Frame, place: number): State {
    let filters = state.filters;
    for (const { before } of state.via.slice(place).reverse()) filters = { ...filters, ...before };
    return { page: state.via[place]?.page ?? state.page, filters: sorted(filters, model), via: state.via.slice(0, place) };
}

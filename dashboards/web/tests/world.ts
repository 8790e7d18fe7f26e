// The built dashboard and the world it shows, and random states of its filters that are the same in every run.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { attached } from "../build/facts.ts";
import { runCharts, type Result } from "../build/native.ts";
import { addDays, daysBetween } from "../src/dates.ts";
import type { Chart, Model, Row } from "../src/model.ts";
import { bounds, parse, print, type State } from "../src/state.ts";
import { everything, viewStatements } from "../src/views.ts";
import { DIST } from "./browser.ts";

export const FULL = process.env["DASHBOARD_FULL"] === "1";
export const DATA = process.env["DASHBOARD_DATA"] ?? join(DIST, "../../../data");
export const model = JSON.parse(readFileSync(join(DIST, "work/model.json"), "utf8")) as Model;
export const panel = model.filters.filter((filter) => !filter.drillOnly);

export const chartsOf = (page: string): Chart[] => model.charts.filter((chart) => chart.page === page);

/** What the project's own DuckDB makes of the charts in this state. */
export function native(state: State, charts: Chart[]): Promise<Result[]> {
    const before = [...attached(join(DIST, "work")), ...viewStatements(model, state, everything(model))];
    return runCharts(before, charts.map(({ id, sql }) => ({ label: id, sql })));
}

/** Small, even and repeatable; not for secrets. */
export function dice(seed: number): (sides: number) => number {
    let state = seed >>> 0;
    return (sides) => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return Math.floor((state / 2 ** 32) * sides);
    };
}

const { start, end } = bounds(model);

export function randomDates(roll: (sides: number) => number): string[] {
    const days = daysBetween(start, end);
    const from = roll(days);
    return [addDays(start, from), addDays(start, from + roll(days - from + 1))];
}

/** Each filter is set every other time, to some of its values. */
export function randomState(page: string, roll: (sides: number) => number): State {
    const filters: Record<string, string[]> = {};
    for (const { filter, values } of panel) {
        if (roll(2) === 0) continue;
        filters[filter] = values ? values.filter(() => roll(2) === 0) : randomDates(roll);
        if (filters[filter].length === 0) delete filters[filter];
    }
    return tidy({ page, filters, via: [] });
}

/** One filter set, the others open. */
export function singleStates(page: string, roll: (sides: number) => number, each: number): State[] {
    return panel.flatMap(({ filter, values }) =>
        Array.from({ length: each }, () => tidy({ page, filters: { [filter]: values ? [values[roll(values.length)] ?? ""] : randomDates(roll) }, via: [] })),
    );
}

/** As the page would write it. */
export const tidy = (state: State): State => parse(print(state), model).state;

/** Rows of both engines: equal, but for the last digits of sums of doubles. */
export function assertSame(actual: Row[] | null, expected: Row[], where: string): void {
    assert.ok(actual, `${where}: the page has no rows`);
    assert.equal(actual.length, expected.length, `${where}: rows`);
    expected.forEach((row, place) => {
        for (const [column, value] of Object.entries(row)) {
            const other = actual[place]?.[column] ?? null;
            const near = typeof value === "number" && typeof other === "number" && Math.abs(value - other) <= 1e-9 * Math.max(1, Math.abs(value));
            assert.ok(near || value === other, `${where}: row ${place + 1}, ${column}: ${value} natively, ${other} in the browser`);
        }
    });
}

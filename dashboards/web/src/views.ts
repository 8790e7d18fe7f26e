// Turns a state into views: chart SQL reads `daily` and never mentions a filter. The browser and the native build create
// the same views from this text, which is why a chart has one result.

import { monthStart, withPrior } from "./dates.ts";
import type { Chart, Fact, Frame } from "./model.ts";
import { bounds, type State } from "./state.ts";

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** What charts read: facts and shared tables. */
export type Needs = Pick<Chart, "facts" | "shared">;

/** Views of the facts, then the shared tables that are made of them: what the charts need and no more. */
export function viewStatements(model: Frame, state: State, charts: Needs[]): string[] {
    const statements = [periodView(model, state)];
    for (const fact of model.facts.filter((one) => charts.some((chart) => chart.facts.includes(one.name)))) {
        const cut = dimensions(model, fact, state);
        const days = dates(model, fact, state);
        const source = `${fact.database}.${fact.name}`;
        statements.push(view(`all_${fact.name}`, source, cut), view(fact.name, source, [...cut, ...days]));
    }
    for (const { name, sql } of model.shared.filter((one) => charts.some((chart) => chart.shared.includes(one.name)))) {
        statements.push(`create or replace temp table ${name} as\n${sql}`);
    }
    return statements;
}

/** Every fact and every shared table. */
export const everything = (model: Frame): Needs[] => [
    { facts: model.facts.map((fact) => fact.name), shared: model.shared.map((table) => table.name) },
];

const view = (name: string, source: string, conditions: string[]): string =>
    `create or replace view ${name} as select * from ${source}${conditions.length > 0 ? ` where ${conditions.join(" and ")}` : ""}`;

function dimensions(model: Frame, fact: Fact, state: State): string[] {
    const conditions: string[] = [];
    for (const { filter, columns } of model.filters) {
        const chosen = state.filters[filter];
        if (filter === "date" || !chosen) continue;
        const column = columns.find((one) => fact.columns.includes(one));
        const values = chosen.map((value) => (filter === "merchant_id" ? value : quote(value))).join(", ");
        if (column) conditions.push(`${column} in (${values})`);
    }
    return conditions;
}

/** Whether the filter cuts the fact at all. */
export const obeys = (fact: Fact, filter: { columns: string[] }): boolean => filter.columns.some((column) => fact.columns.includes(column));

function dates(model: Frame, fact: Fact, state: State): string[] {
    const range = state.filters["date"];
    if (!range) return [];
    const column = model.filters.find((one) => one.filter === "date")?.columns.find((one) => fact.columns.includes(one));
    if (!column) return [];
    const [from = "", to = ""] = range;
    const [first, last] = column === "month" ? [monthStart(from), monthStart(to)] : [from, to];
    return [`${column} between date ${quote(first)} and date ${quote(last)}`];
}

function periodView(model: Frame, state: State): string {
    const { start, end } = bounds(model);
    const [from = start, to = end] = state.filters["date"] ?? [];
    const { priorFrom, priorTo } = withPrior(from, to);
    const columns: [string, string][] = [
        ["from_date", from],
        ["to_date", to],
        ["prior_from", priorFrom],
        ["prior_to", priorTo],
        ["from_month", monthStart(from)],
        ["to_month", monthStart(to)],
        ["prior_from_month", monthStart(priorFrom)],
        ["prior_to_month", monthStart(priorTo)],
    ];
    const dated = columns.map(([name, day]) => `date ${quote(day)} as ${name}`).join(", ");
    return (
        `create or replace view period as select ${dated}, ${priorFrom >= start} as has_prior, ` +
        `${state.filters["date"] === undefined} as is_whole_window`
    );
}

// Turns a state into views: chart SQL reads `daily` and never mentions a filter. The browser and the native build create
// the same views from this text, which is why a chart has one result.

import { monthStart, withPrior } from "./dates.ts";
import type { Database, Fact, Frame } from "./model.ts";
import { bounds, type State } from "./state.ts";

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Attributes of a merchant: facts that know only its id are cut through facts.merchants. */
const OF_MERCHANTS = ["region", "industry", "merchant_size"];

export function viewStatements(model: Frame, state: State, loaded: Database[]): string[] {
    const statements = [periodView(model, state)];
    for (const fact of model.facts.filter((one) => loaded.includes(one.database))) {
        const cut = dimensions(model, fact, state);
        const days = dates(model, fact, state);
        const source = `${fact.database}.${fact.name}`;
        statements.push(view(`all_${fact.name}`, source, cut), view(fact.name, source, [...cut, ...days]));
    }
    return statements;
}

const view = (name: string, source: string, conditions: string[]): string =>
    `create or replace view ${name} as select * from ${source}${conditions.length > 0 ? ` where ${conditions.join(" and ")}` : ""}`;

function dimensions(model: Frame, fact: Fact, state: State): string[] {
    const conditions: string[] = [];
    const ofMerchants: string[] = [];
    const merchants = model.facts.find((one) => one.name === "merchants");
    for (const { filter, columns } of model.filters) {
        const chosen = state.filters[filter];
        if (filter === "date" || !chosen) continue;
        const column = columns.find((one) => fact.columns.includes(one));
        const values = chosen.map((value) => (filter === "merchant_id" ? value : quote(value))).join(", ");
        if (column) conditions.push(`${column} in (${values})`);
        else if (throughMerchants(fact, filter) && merchants) ofMerchants.push(`${filter} in (${values})`);
    }
    if (ofMerchants.length > 0) {
        conditions.push(`merchant_id in (select merchant_id from detail.merchants where ${ofMerchants.join(" and ")})`);
    }
    return conditions;
}

export const throughMerchants = (fact: Fact, filter: string): boolean =>
    OF_MERCHANTS.includes(filter) && fact.columns.includes("merchant_id");

/** Whether the filter cuts the fact at all. */
export function obeys(fact: Fact, filter: { filter: string; columns: string[] }): boolean {
    return filter.columns.some((column) => fact.columns.includes(column)) || throughMerchants(fact, filter.filter);
}

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

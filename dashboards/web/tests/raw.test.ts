// The facts behind the filters against the raw transactions: SQL that knows neither facts, marts nor views of the dashboard.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { literal, run } from "../build/native.ts";
import { monthEnd, monthStart } from "../src/dates.ts";
import type { Row } from "../src/model.ts";
import { print, type State } from "../src/state.ts";
import { folderUrl, launch, open, settled, type Watched } from "./browser.ts";
import { DATA, dice, FULL, model, randomState, singleStates } from "./world.ts";

let browser: Browser;
let watched: Watched;
before(async () => {
    browser = await launch();
    watched = await open(browser, folderUrl);
    await settled(watched.page);
});
after(() => browser.close());

const raw = (name: string): string => `read_parquet(${literal(join(DATA, `raw/${name}`))})`;
const SOURCES = [
    `create view raw_merchants as select * from ${raw("merchants.parquet")}`,
    `create view raw_transactions as select t.*, m.region, m.industry, m.merchant_size
     from ${raw("transactions/**/*.parquet")} as t inner join raw_merchants as m using (merchant_id)`,
    // A payment belongs to the day of its first attempt.
    `create view raw_payments as select payment_id, min(ts)::date as day, arg_min(region, attempt_no) as region, arg_min(industry, attempt_no) as industry,
        arg_min(merchant_size, attempt_no) as merchant_size, arg_min(channel, attempt_no) as channel, arg_min(payment_method, attempt_no) as payment_method,
        bool_or(approved) as accepted, bool_or(approved and attempt_no = 1) as first_approved
     from raw_transactions group by payment_id`,
];

interface Pair {
    claim: string;
    /** over the views of the page */
    shown: string;
    /** over the raw rows; `{where}` is the state */
    raw: string;
    day: string;
    months?: boolean;
    facts: string[];
}

const pairs: Pair[] = [
    {
        claim: "volume, attempts, approvals, fees and net revenue",
        facts: ["daily"],
        shown: "select sum(gpv) as gpv, sum(txns) as txns, sum(approved_txns) as approved, sum(total_fees) as fees, sum(net_revenue) as net from daily",
        raw: `select sum(amount) filter (where approved) as gpv, count(*) as txns, count(*) filter (where approved) as approved, sum(fee) as fees,
              sum(fee - interchange_fee - scheme_fee) filter (where approved) as net from raw_transactions where {where}`,
        day: "ts::date",
    },
    {
        claim: "declines and their amount",
        facts: ["declines_daily"],
        shown: "select sum(declined_txns) as declined, sum(declined_amount) as amount from declines_daily",
        raw: "select count(*) as declined, sum(amount) as amount from raw_transactions where not approved and {where}",
        day: "ts::date",
    },
    {
        claim: "payments, approved at first and in the end",
        facts: ["acceptance_daily"],
        shown: "select sum(payments) as payments, sum(first_approved_payments) as first_approved, sum(accepted_payments) as accepted from acceptance_daily",
        raw: "select count(*) as payments, count(*) filter (where first_approved) as first_approved, count(*) filter (where accepted) as accepted from raw_payments where {where}",
        day: "day",
    },
    {
        claim: "whole months of merchants",
        facts: ["merchant_month", "merchants"],
        months: true,
        shown: `select sum(gpv) as gpv, sum(txns) as txns, count(distinct merchant_id) filter (where approved_txns > 0) as active from merchant_month`,
        raw: `select sum(amount) filter (where approved) as gpv, count(*) as txns, count(distinct merchant_id) filter (where approved) as active
              from raw_transactions where {where}`,
        day: "ts::date",
    },
    {
        claim: "the merchants of the segment",
        facts: ["merchants"],
        shown: "select count(*) as merchants, sum(merchant_id) as ids from merchants",
        raw: "select count(*) as merchants, sum(merchant_id) as ids from raw_merchants where {where}",
        day: "",
    },
];

function where(state: State, { day, months }: Pair): string {
    const ofMerchant = day === "" ? ["region", "industry", "merchant_size"] : Object.keys(state.filters);
    const parts = Object.entries(state.filters).flatMap(([name, values]) => {
        if (!ofMerchant.includes(name)) return [];
        if (name !== "date") return [`${name} in (${values.map(literal).join(", ")})`];
        const [from = "", to = ""] = values;
        return [`${day} between date ${literal(months ? monthStart(from) : from)} and date ${literal(months ? monthEnd(to) : to)}`];
    });
    return parts.length === 0 ? "true" : parts.join(" and ");
}

async function shownIn(state: State, queries: string[]): Promise<Row[]> {
    const { page } = watched;
    return page.evaluate(async ({ state, queries }) => {
        await window.dashboard.apply(state);
        const rows: Row[] = [];
        for (const query of queries) rows.push((await window.dashboard.query(query))[0] ?? {});
        return rows;
    }, { state, queries });
}

const roll = dice(2024);
const page = model.pages[0]?.page ?? "";
const states = [...singleStates(page, roll, FULL ? 3 : 1), ...Array.from({ length: FULL ? 60 : 8 }, () => randomState(page, roll))];
const here = pairs.filter((pair) => pair.facts.every((fact) => model.facts.some((one) => one.name === fact)));
const numbers = (row: Row): Record<string, number> => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Math.round(Number(value ?? 0) * 100) / 100]));

test("the facts that these tests compare are all there", () => assert.deepEqual(here.map((pair) => pair.claim), pairs.map((pair) => pair.claim)));

test(`filtered facts are the raw transactions, to the cent, in ${states.length} states`, async (t) => {
    const expected = await run(SOURCES, states.flatMap((state) => here.map((pair) => ({ label: pair.claim, sql: pair.raw.replace("{where}", where(state, pair)) }))));
    const actual: Row[][] = [];
    for (const state of states) actual.push(await shownIn(state, here.map((pair) => pair.shown)));
    for (const [place, pair] of here.entries()) {
        await t.test(pair.claim, () => {
            states.forEach((state, number) => {
                const rows = expected[number * here.length + place] ?? [];
                assert.deepEqual(numbers(actual[number]?.[place] ?? {}), numbers(rows[0] ?? {}), print(state));
            });
        });
    }
});

/** Tiles of the executive page, by their label, and what the raw transactions say. */
const TILES: Record<string, string> = {
    GPV: "sum(amount) filter (where approved)",
    "Approval rate of attempts": "count(*) filter (where approved) / count(*)",
    "Average ticket": "sum(amount) filter (where approved) / count(*) filter (where approved)",
    "Fee yield on GPV": "10000 * sum(fee) / sum(amount) filter (where approved)",
    "Net take rate on GPV": "10000 * sum(fee - interchange_fee - scheme_fee) filter (where approved) / sum(amount) filter (where approved)",
};
test(`the tiles of the executive page are the raw transactions in ${FULL ? 20 : 6} random states`, async () => {
    const chart = model.charts.find((one) => one.page === page && one.kind === "tiles");
    assert.ok(chart);
    for (const state of Array.from({ length: FULL ? 20 : 6 }, () => randomState(page, roll))) {
        const columns = Object.entries(TILES).map(([label, sql]) => `(${sql})::double as "${label}"`).join(", ");
        const pair = { day: "ts::date", claim: "", shown: "", raw: "", facts: [] };
        const [row] = (await run(SOURCES, [{ label: "tiles", sql: `select ${columns} from raw_transactions where ${where(state, pair)}` }]))[0] ?? [];
        await watched.page.evaluate((hash) => {
            location.hash = hash;
        }, print(state));
        await settled(watched.page);
        const tiles = (await watched.page.evaluate((id) => window.dashboard.rows(id), chart.id)) ?? [];
        for (const label of Object.keys(TILES)) {
            const value = Number(tiles.find((tile) => tile["label"] === label)?.["value"] ?? 0);
            const wanted = Number(row?.[label] ?? 0);
            assert.ok(Math.abs(value - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted)), `${print(state)}: ${label} is ${value}, the raw transactions say ${wanted}`);
        }
    }
});

test("nothing was logged and nothing was asked of a network", () => {
    assert.deepEqual([watched.errors, watched.external], [[], []]);
});

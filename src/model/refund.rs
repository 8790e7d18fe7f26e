//! Refunds: money given back by the merchant, days after an approved sale. Rates and reasons differ by industry and
//! channel, lags by industry; a quarter gives back a part. A sale is refunded at most once, and what would fall after the
//! window's end is not there, as it would not be in an extract of that day.

use std::ops::Range;
use std::sync::Arc;

use super::calendar::CalendarDay;
use super::follow_up::{Agenda, Candidate, FollowUps, Source};
use super::money::Cents;
use super::parameter::{ASSUMED, Parameter, Parameters, assumed, sourced, vendor};
use super::sale::{Sale, Sales};
use super::streams::{self, Table};
use super::timeline::Moment;
use super::transaction::{Stage, Transactions};
use super::vocabulary::{Channel, Industry, RefundReason};
use crate::random::{Stream, Weights, high, low, unit};

/// Longest lag in days; later refunds are paid out in another way. Assumed.
const LONGEST_DAYS: usize = 180;
/// Share of refunds that give back a part. Assumed.
const PARTIAL_SHARE: f64 = 0.25;
/// What part: anything between these two. Assumed.
const PARTS: Range<f64> = 0.10..0.90;
/// How much more of what is sold in November and December comes back: 17 % (NRF 2024).
const HOLIDAYS: f64 = 1.17;

/// Share of sales that are refunded, remote and in a shop, by industry (Entertainment, Food & Beverage, Gaming,
/// Marketplace, Retail, SaaS, Travel). Retail online 8 %, in shops 4 %: the NRF counts 17 % of value for all retail, vendors
/// 5 to 15 % online and 1 to 3 % elsewhere; the others are assumed.
const RATES: [[f64; 2]; Industry::ALL.len()] =
    [[0.03, 0.015], [0.012, 0.006], [0.015, 0.015], [0.07, 0.035], [0.08, 0.04], [0.02, 0.02], [0.06, 0.03]];

/// Median lag in days and its spread (standard deviation of the logarithm). Assumed: goods come back within weeks, trips
/// are booked ahead.
const MEDIAN_DAYS: f64 = 9.0;
const TRAVEL_MEDIAN_DAYS: f64 = 30.0;
const LAG_SIGMA: f64 = 0.9;

/// One refund.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refund {
    /// Its place among all candidates, from 0, in order of time.
    pub number: u64,
    /// Row of the sale.
    pub sale: u64,
    /// Place of the merchant in `World::profiles`.
    pub merchant: u32,
    /// When.
    pub moment: Moment,
    /// Amount given back.
    pub amount: Cents,
    /// Why.
    pub reason: RefundReason,
}

/// The refunds of a world's transactions.
#[derive(Debug)]
pub struct Refunds {
    /// The transactions that they follow.
    pub transactions: Arc<Transactions>,
    /// When which sale may be refunded.
    pub follow_ups: FollowUps,
    plan: Plan,
}

/// Which sales are refunded, and how much of them.
#[derive(Clone, Debug)]
struct Plan {
    lags: Lags,
    /// By industry, shop and part.
    reasons: Vec<Weights<6>>,
    comes_true: Stream,
    part: Stream,
    reason: Stream,
}

/// Memory that a scan keeps from block to block.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    agenda: Agenda,
    candidates: Vec<Candidate>,
    rows: Vec<u64>,
    sales: Sales,
}

impl Refunds {
    /// Plans the refunds of transactions; the scenario scales their rates.
    pub fn new(transactions: Arc<Transactions>) -> Self {
        let world = &transactions.world;
        let params = &world.params;
        let stream = |column| streams::column(params.seed, Table::Refund, column);
        let plan = Plan::new(params.seed);
        let scale = params.scenario.refunds.factor();
        let holidays = libm::pow(HOLIDAYS, params.scenario.season.factor());
        let reach = |day: usize| {
            let is_holiday = CalendarDay::of(world.date(day as u32)).month >= 10;
            scale * if is_holiday { holidays } else { 1.0 }
        };
        let timeline = &transactions.timeline;
        let first_rows: Vec<u64> = (0..=timeline.days()).map(|day| timeline.first_row(day)).collect();
        let source = Source::new(&first_rows, &plan.lags.most, reach, |day| stream(0).branch(day as u64));
        let follow_ups = FollowUps::new(vec![source], &world.quarter_weights(), stream(1), stream(2));
        Self { follow_ups, plan, transactions }
    }

    /// Appends the refunds among some candidates, in order of time.
    pub fn fill(&self, numbers: Range<u64>, scratch: &mut Scratch, refunds: &mut Vec<Refund>) {
        let Scratch { agenda, candidates, rows, sales } = scratch;
        candidates.clear();
        self.follow_ups.candidates(numbers, agenda, candidates);
        // Neighbouring sales are drawn faster one after the other.
        candidates.sort_unstable_by_key(|candidate| candidate.item);
        let of = |candidates: &[Candidate], rows: &mut Vec<u64>| {
            rows.clear();
            rows.extend(candidates.iter().map(|candidate| candidate.item));
        };
        of(candidates, rows);
        let mut seen = sales.of(&self.transactions, rows, Stage::Instrument);
        candidates.retain(|candidate| seen.next().is_some_and(|sale| self.plan.comes_true(&sale, candidate.lag)));
        drop(seen);
        of(candidates, rows);
        let seen = sales.of(&self.transactions, rows, Stage::Response);
        let first = refunds.len();
        refunds.extend(candidates.iter().zip(seen).filter(|(_, sale)| sale.is_approved).map(|(candidate, sale)| {
            let amount = self.plan.amount(&sale);
            Refund {
                number: candidate.number,
                sale: sale.row,
                merchant: sale.merchant,
                moment: candidate.moment,
                amount,
                reason: self.plan.reason(&sale, amount),
            }
        }));
        refunds[first..].sort_unstable_by_key(|refund| refund.number);
    }

    /// How much of an approved sale is given back sooner or later, in the window or after it.
    pub fn given_back(&self, sale: &Sale) -> Cents {
        let lag = self.follow_ups.source(0).lag(sale.day as usize, sale.row);
        if lag.is_some_and(|lag| self.plan.comes_true(sale, lag)) { self.plan.amount(sale) } else { 0 }
    }
}

impl Plan {
    fn new(seed: u64) -> Self {
        let stream = |column| streams::column(seed, Table::Refund, column);
        let mut reasons = Vec::new();
        for industry in Industry::ALL {
            for is_in_shop in [false, true] {
                for is_part in [false, true] {
                    reasons.push(Weights::new(reason_weights(*industry, is_in_shop, is_part)));
                }
            }
        }
        Self { lags: Lags::new(), reasons, comes_true: stream(3), part: stream(4), reason: stream(5) }
    }

    /// Whether a sale that may be refunded after `lag` days is.
    fn comes_true(&self, sale: &Sale, lag: usize) -> bool {
        let rate = RATES[sale.industry as usize][usize::from(sale.channel == Channel::Pos)];
        let share = rate * self.lags.of(sale.industry)[lag - 1];
        unit(self.comes_true.at(sale.row)) * self.lags.most[lag - 1] < share
    }

    fn amount(&self, sale: &Sale) -> Cents {
        let draw = self.part.at(sale.row);
        if f64::from(low(draw)) >= PARTIAL_SHARE * 4_294_967_296.0 {
            return sale.amount;
        }
        let part = PARTS.start + f64::from(high(draw)) / 4_294_967_296.0 * (PARTS.end - PARTS.start);
        ((sale.amount as f64 * part) as Cents).max(1)
    }

    fn reason(&self, sale: &Sale, amount: Cents) -> RefundReason {
        let is_in_shop = usize::from(sale.channel == Channel::Pos);
        let table = (sale.industry as usize * 2 + is_in_shop) * 2 + usize::from(amount < sale.amount);
        RefundReason::ALL[self.reasons[table].choose(high(self.reason.at(sale.row)))]
    }
}

/// Weights of the reasons (cancelled, defective, duplicate, goodwill, not received, returned). Assumed.
fn reason_weights(industry: Industry, is_in_shop: bool, is_part: bool) -> [f64; 6] {
    let mut weights = match industry {
        Industry::Marketplace | Industry::Retail => [0.17, 0.12, 0.03, 0.02, 0.08, 0.58],
        Industry::Entertainment | Industry::Travel => [0.82, 0.0, 0.05, 0.08, 0.05, 0.0],
        Industry::Gaming | Industry::Saas => [0.70, 0.08, 0.08, 0.14, 0.0, 0.0],
        Industry::FoodBeverage => [0.30, 0.25, 0.10, 0.20, 0.15, 0.0],
    };
    if is_in_shop {
        weights[4] = 0.0;
    }
    if is_part {
        // What was charged twice is given back whole; a discount for the trouble is a part.
        weights[2] = 0.0;
        weights[3] *= 6.0;
    }
    weights
}

/// How refunds are spread over the days after a sale; place 0 is one day.
#[derive(Clone, Debug)]
struct Lags {
    usual: Vec<f64>,
    travel: Vec<f64>,
    /// The largest share of sales of any kind that is refunded after so many days.
    most: Vec<f64>,
}

impl Lags {
    fn new() -> Self {
        let (usual, travel) = (lognormal_days(MEDIAN_DAYS), lognormal_days(TRAVEL_MEDIAN_DAYS));
        let share = |industry: &Industry, day: usize| {
            let lags = if *industry == Industry::Travel { &travel } else { &usual };
            RATES[*industry as usize][0].max(RATES[*industry as usize][1]) * lags[day]
        };
        let most = |day| Industry::ALL.iter().fold(0.0, |most: f64, industry| most.max(share(industry, day)));
        let most = (0..LONGEST_DAYS).map(most).collect();
        Self { usual, travel, most }
    }

    fn of(&self, industry: Industry) -> &[f64] {
        if industry == Industry::Travel { &self.travel } else { &self.usual }
    }
}

/// Shares of a lognormal lag in whole days, from one day to the longest.
fn lognormal_days(median: f64) -> Vec<f64> {
    let below = |days: f64| 0.5 * libm::erfc(-libm::log(days / median) / LAG_SIGMA / std::f64::consts::SQRT_2);
    let bound = |day: usize| if day == 0 { 0.0 } else { below(day as f64 + 0.5) };
    let whole = bound(LONGEST_DAYS);
    (1..=LONGEST_DAYS).map(|day| (bound(day) - bound(day - 1)) / whole).collect()
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    const RATE_UNIT: &str = "share of approved sales";
    let rates = |place: usize| RATES.iter().map(move |rates| rates[place]);
    let retail =
        vendor("17 % of retail value (NRF 2024), 5 to 15 % online and 1 to 3 % elsewhere; split by assumption");
    let mut list = Parameters::of("refunds")
        .by("rate.remote", Industry::WORDS, rates(0), RATE_UNIT, retail)
        .by("rate.pos", Industry::WORDS, rates(1), RATE_UNIT, retail)
        .one("holidays", HOLIDAYS, "factor on sales of November and December", sourced("17 % more (NRF 2024)"))
        .one("partial_share", PARTIAL_SHARE, "share of refunds", ASSUMED)
        .one("part.least", PARTS.start, "share of the sale", ASSUMED)
        .one("part.most", PARTS.end, "share of the sale", ASSUMED)
        .one("lag_median", MEDIAN_DAYS, "days", assumed("goods come back within weeks"))
        .one("lag_median.Travel", TRAVEL_MEDIAN_DAYS, "days", assumed("trips are booked ahead"))
        .one("lag_sigma", LAG_SIGMA, "standard deviation of the log of days", ASSUMED)
        .one("lag_longest", LONGEST_DAYS as f64, "days", ASSUMED);
    for industry in Industry::ALL {
        let weights = reason_weights(*industry, false, false);
        let name = format!("reason.{}", industry.word());
        list = list.by(&name, RefundReason::WORDS, weights, "weight, remote and whole", ASSUMED);
    }
    list.list()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::params::WorldParams;
    use crate::model::world::World;
    use std::collections::HashSet;

    fn refunds(rows: u64, change: impl Fn(&mut WorldParams)) -> Refunds {
        let mut params = WorldParams { merchants: 500, customers: 5_000, ..WorldParams::default() };
        change(&mut params);
        Refunds::new(Arc::new(Transactions::new(Arc::new(World::new(params)), rows)))
    }

    fn all(refunds: &Refunds, cut: u64) -> Vec<Refund> {
        let (mut scratch, mut found, count) = (Scratch::default(), Vec::new(), refunds.follow_ups.count());
        for from in (0..count).step_by(cut as usize) {
            refunds.fill(from..(from + cut).min(count), &mut scratch, &mut found);
        }
        found
    }

    #[test]
    fn refunds_follow_approved_sales_once_and_do_not_exceed_them() {
        let refunds = refunds(60_000, |_| {});
        let found = all(&refunds, 2_048);
        assert!(found.len() > 1_000, "{}", found.len());
        let mut seen = HashSet::new();
        let mut sales = Sales::default();
        for refund in &found {
            assert!(seen.insert(refund.sale), "{refund:?}");
            let sale = sales.of(&refunds.transactions, &[refund.sale], Stage::Response).next().expect("a sale");
            assert!(sale.is_approved && sale.merchant == refund.merchant, "{refund:?} of {sale:?}");
            assert!(refund.moment.day > sale.day && refund.amount >= 1 && refund.amount <= sale.amount);
            assert_eq!(refunds.given_back(&sale), refund.amount);
        }
        assert!(found.is_sorted_by_key(|refund| (refund.moment.day, refund.moment.micros, refund.number)));
    }

    #[test]
    fn refunds_are_the_same_however_they_are_cut() {
        let refunds = refunds(20_000, |_| {});
        let whole = all(&refunds, 1 << 20);
        for cut in [1, 97, 2_048] {
            assert_eq!(all(&refunds, cut), whole, "{cut}");
        }
    }

    #[test]
    fn rates_parts_and_lags_are_those_of_the_tables() {
        let refunds = refunds(400_000, |_| {});
        let rows: Vec<u64> = (0..400_000).collect();
        let mut sales = Sales::default();
        let sales: Vec<Sale> =
            sales.of(&refunds.transactions, &rows, Stage::Response).filter(|sale| sale.is_approved).collect();
        let back = |sale: &Sale| refunds.given_back(sale);
        let calm = |sale: &&Sale| sale.day < 300;
        for (industry, is_in_shop) in
            [(Industry::Retail, false), (Industry::Retail, true), (Industry::FoodBeverage, true)]
        {
            let of_kind = |sale: &&Sale| sale.industry == industry && (sale.channel == Channel::Pos) == is_in_shop;
            let kind: Vec<&Sale> = sales.iter().filter(calm).filter(of_kind).collect();
            let expected = kind.len() as f64 * RATES[industry as usize][usize::from(is_in_shop)];
            let found = kind.iter().filter(|sale| back(sale) > 0).count() as f64;
            assert!((found - expected).abs() < 5.0 * libm::sqrt(expected), "{industry:?}: {found} of {expected}");
        }
        let found: Vec<&Sale> = sales.iter().filter(|sale| back(sale) > 0).collect();
        let parts = found.iter().filter(|sale| back(sale) < sale.amount).count() as f64 / found.len() as f64;
        assert!((parts - PARTIAL_SHARE).abs() < 5.0 * libm::sqrt(0.19 / found.len() as f64), "{parts}");
        for (is_travel, median) in [(false, MEDIAN_DAYS), (true, TRAVEL_MEDIAN_DAYS)] {
            let kind: Vec<&&Sale> =
                found.iter().filter(|sale| (sale.industry == Industry::Travel) == is_travel).collect();
            let lag =
                |sale: &Sale| refunds.follow_ups.source(0).lag(sale.day as usize, sale.row).expect("a lag") as f64;
            let early = kind.iter().filter(|sale| lag(sale) <= median).count() as f64 / kind.len() as f64;
            // Half, and the half of the day on which the median falls.
            assert!((early - 0.52).abs() < 5.0 * libm::sqrt(0.25 / kind.len() as f64), "{is_travel}: {early}");
        }
    }

    #[test]
    fn what_is_sold_for_the_holidays_comes_back_more_often() {
        let refunds = refunds(400_000, |_| {});
        let share = |month: usize| {
            let timeline = &refunds.transactions.timeline;
            let source = refunds.follow_ups.source(0);
            let rows = timeline.first_row(month * 30)..timeline.first_row(month * 30 + 30);
            let hits = rows.clone().filter(|row| source.lag(timeline.day_of(*row), *row).is_some()).count();
            hits as f64 / (rows.end - rows.start) as f64
        };
        assert!((share(11) / share(6) - HOLIDAYS).abs() < 0.005, "{} against {}", share(11), share(6));
    }

    #[test]
    fn refunds_that_are_off_are_none_and_ten_times_as_many_are_no_more_than_the_sales() {
        let scale = |text: &str| crate::model::params::scale("refunds", text).expect(text);
        assert_eq!(refunds(20_000, |params| params.scenario.refunds = scale("0")).follow_ups.count(), 0);
        let (usual, many) = (
            all(&refunds(20_000, |_| {}), 4_096),
            all(&refunds(20_000, |params| params.scenario.refunds = scale("10")), 4_096),
        );
        assert!(many.len() > 6 * usual.len() && many.len() < 10_000, "{} and {}", usual.len(), many.len());
    }

    #[test]
    fn lags_add_up_to_one() {
        for median in [MEDIAN_DAYS, TRAVEL_MEDIAN_DAYS] {
            assert!((lognormal_days(median).iter().sum::<f64>() - 1.0).abs() < 1e-12);
        }
    }
}

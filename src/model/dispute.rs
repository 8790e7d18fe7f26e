//! Disputes: a cardholder has the bank take a payment back. Three roads lead there: fraud by a third party, which the
//! cardholder mostly notices; friendly fraud, a payment that the cardholder made and denies; and trouble with the service.
//! Each has its lag, and merchants contest some and win few. What would be opened after the window's end is not there;
//! what is not resolved by then is open.

use std::ops::Range;
use std::sync::Arc;

use super::follow_up::{Agenda, Candidate, FollowUps, Source};
use super::fraud::{ROWS_PER_TARGET, Scenario};
use super::money::Cents;
use super::parameter::{ASSUMED, Parameter, Parameters, assumed, derived, vendor};
use super::refund::Refunds;
use super::sale::{Sale, Sales};
use super::streams::{self, Table};
use super::timeline::Moment;
use super::transaction::{Stage, Transactions};
use super::vocabulary::{Channel, DisputeReason, DisputeStatus, IncidentKind, Industry, PaymentMethod};
use crate::random::{Stream, Weights, high, low, unit};

/// Longest lag in days: the schemes' 120 days, and for trips from the day of travel on.
const LONGEST_DAYS: usize = 120;
const TRAVEL_LONGEST_DAYS: usize = 180;
/// Mean lag in days, of a gamma distribution of shape 2. Assumed: merchants hear about week five (Alto).
const FRAUD_MEAN_DAYS: f64 = 35.0;
const SERVICE_MEAN_DAYS: f64 = 55.0;
const TRAVEL_MEAN_DAYS: f64 = 80.0;

/// Share of remote card payments that their cardholders dispute, by industry (Entertainment, Food & Beverage, Gaming,
/// Marketplace, Retail, SaaS, Travel): Clearly Payments' rates of high-risk merchants, scaled by `WHOLE_BOOK`.
const RATES: [f64; Industry::ALL.len()] = [0.0056, 0.0012, 0.0083, 0.0052, 0.0052, 0.0066, 0.0089];
/// Scale of the rates above. Assumed, so that all disputes are 15 to 20 basis points of all payments.
const WHOLE_BOOK: f64 = 0.55;
/// Disputes of payments in shops against remote ones. Assumed: the chip answers most claims of fraud.
const IN_SHOP: f64 = 0.12;
/// Share of these that deny the payment: friendly fraud. Tuned so that 60 % of all disputes are for fraud (between Clearly
/// Payments' 48 and Midigator's 70 %); seven in ten of those are friendly (Midigator: 77 %).
const FRIENDLY_SHARE: f64 = 0.47;

/// Share of fraud by third parties that cardholders notice and dispute. Assumed; a dollar tried on a stolen number is
/// often overlooked.
const NOTICED: f64 = 0.90;
const TEST_NOTICED: f64 = 0.30;
/// How many times as many sales are looked at on a day on which an incident has cards tested.
const RAIDED: f64 = 30.0;

/// Share of disputes that merchants contest, and of the contested that they win, by road (friendly, service, third party):
/// a quarter of all contested is won (vendors: 20 to 32 %), by road assumed.
const CONTESTED: f64 = 0.60;
const WON: [f64; 3] = [0.33, 0.22, 0.05];
/// Days until a contested and an accepted dispute are resolved. Assumed.
const CONTESTED_DAYS: Range<f64> = 30.0..90.0;
const ACCEPTED_DAYS: Range<f64> = 5.0..25.0;
/// Share of disputes about a service that claim a part of the amount, and what part. Assumed.
const PARTIAL_SHARE: f64 = 0.15;
const PARTS: Range<f64> = 0.20..0.90;

/// One dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// Its place among all candidates, from 0, in order of time.
    pub number: u64,
    /// Row of the sale.
    pub sale: u64,
    /// Place of the merchant in `World::profiles`.
    pub merchant: u32,
    /// When it was opened.
    pub opened: Moment,
    /// Amount claimed.
    pub amount: Cents,
    /// What the cardholder claims.
    pub reason: DisputeReason,
    /// How far it is at the window's end.
    pub status: DisputeStatus,
    /// When it was won or lost; `None` when open.
    pub resolved: Option<Moment>,
}

/// Why a cardholder disputes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Road {
    /// The cardholder made the payment and denies it.
    Friendly = 0,
    /// The cardholder did not get what was paid for.
    Service = 1,
    /// Somebody else paid.
    ThirdParty = 2,
}

/// The disputes of a world's transactions.
#[derive(Debug)]
pub struct Disputes {
    /// Refunds of the same sales: what was given back is not disputed.
    refunds: Refunds,
    /// When which sale may be disputed.
    pub follow_ups: FollowUps,
    /// By day: whether an incident has cards tested, so that more of the day's sales must be looked at.
    is_raided: Vec<bool>,
    lags: Lags,
    /// Remote, in a shop, of a subscription.
    reasons: [Weights<5>; 3],
    streams: Streams,
}

#[derive(Debug)]
struct Streams {
    comes_true: Stream,
    road: Stream,
    reason: Stream,
    part: Stream,
    outcome: Stream,
    duration: Stream,
}

/// Memory that a scan keeps from block to block.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    agenda: Agenda,
    candidates: Vec<Candidate>,
    rows: Vec<u64>,
    sales: Sales,
}

/// Places of the two sources: any sale, and the rows that fraud can strike.
const ANY_SALE: usize = 0;
const TARGETS: usize = 1;

impl Disputes {
    /// Plans the disputes of transactions; the scenario scales their rates.
    pub fn new(transactions: Arc<Transactions>) -> Self {
        let refunds = Refunds::new(Arc::clone(&transactions));
        let (world, timeline) = (&transactions.world, &transactions.timeline);
        let stream = |column| streams::column(world.params.seed, Table::Dispute, column);
        let scale = world.params.scenario.disputes.factor();
        let lags = Lags::new();
        let first_rows: Vec<u64> = (0..=timeline.days()).map(|day| timeline.first_row(day)).collect();
        let first_blocks: Vec<u64> = first_rows.iter().map(|row| row.div_ceil(ROWS_PER_TARGET)).collect();
        let is_raided = raided_days(&transactions);
        let reach = |day: usize| scale * if is_raided[day] { RAIDED } else { 1.0 };
        let any_sale = Source::new(&first_rows, &lags.most, reach, |day| stream(0).branch(day as u64));
        let noticed: Vec<f64> = lags.fraud.iter().map(|share| NOTICED * share).collect();
        let targets = Source::new(&first_blocks, &noticed, |_| scale, |day| stream(1).branch(day as u64));
        let follow_ups = FollowUps::new(vec![any_sale, targets], &world.quarter_weights(), stream(2), stream(3));
        let streams = Streams {
            comes_true: stream(4),
            road: stream(5),
            reason: stream(6),
            part: stream(7),
            outcome: stream(8),
            duration: stream(9),
        };
        Self { refunds, follow_ups, is_raided, lags, reasons: SERVICE_REASONS.map(Weights::new), streams }
    }

    /// The transactions that they follow.
    pub fn transactions(&self) -> &Arc<Transactions> {
        &self.refunds.transactions
    }

    /// Appends the disputes among some candidates, in order of time.
    pub fn fill(&self, numbers: Range<u64>, scratch: &mut Scratch, disputes: &mut Vec<Dispute>) {
        let Scratch { agenda, candidates, rows, sales } = scratch;
        let transactions = self.transactions();
        candidates.clear();
        self.follow_ups.candidates(numbers, agenda, candidates);
        for candidate in candidates.iter_mut().filter(|candidate| candidate.source == TARGETS) {
            candidate.item = transactions.fraud.target(candidate.item);
        }
        // A target may be a row after the block's first, and the last block may be cut short.
        candidates.retain(|candidate| candidate.item < transactions.timeline.rows());
        candidates.sort_unstable_by_key(|candidate| (candidate.item, candidate.source));
        let of = |candidates: &[Candidate], rows: &mut Vec<u64>| {
            rows.clear();
            rows.extend(candidates.iter().map(|candidate| candidate.item));
        };
        of(candidates, rows);
        let mut seen = sales.of(transactions, rows, Stage::Amount);
        candidates.retain(|candidate| {
            seen.next().is_some_and(|sale| {
                sale.day < candidate.moment.day && self.road(&sale, candidate.source, candidate.lag).is_some()
            })
        });
        drop(seen);
        of(candidates, rows);
        let seen = sales.of(transactions, rows, Stage::Response);
        let first = disputes.len();
        disputes.extend(candidates.iter().zip(seen).filter_map(|(candidate, sale)| self.dispute(candidate, &sale)));
        disputes[first..].sort_unstable_by_key(|dispute| dispute.number);
    }

    /// Whether a sale is friendly fraud: its cardholder will deny it, in the window or after it.
    pub fn is_friendly_fraud(&self, sale: &Sale) -> bool {
        let lag = self.follow_ups.source(ANY_SALE).lag(sale.day as usize, sale.row);
        lag.is_some_and(|lag| self.road(sale, ANY_SALE, lag) == Some(Road::Friendly)) && self.claimable(sale) > 0
    }

    /// Why a sale that may be disputed after `lag` days is, if it is.
    fn road(&self, sale: &Sale, source: usize, lag: usize) -> Option<Road> {
        let is_target = self.transactions().fraud.can_strike(sale.row);
        let draw = self.streams.comes_true.at(sale.row);
        match sale.scenario {
            // A bank debit is returned by the bank at once, and that is a decline.
            _ if sale.method == PaymentMethod::Ach => None,
            Some(scenario) if (source == TARGETS) == is_target => {
                let noticed = if scenario == Scenario::CardTesting { TEST_NOTICED } else { NOTICED };
                let share = at(&self.lags.fraud, lag);
                let looked_at = if source == TARGETS { NOTICED * share } else { self.looked_at(sale, lag) };
                (unit(draw) * looked_at < noticed * share).then_some(Road::ThirdParty)
            }
            None if source == ANY_SALE => {
                let [friendly, service] = self.lags.shares(sale.industry, sale.channel, lag);
                (unit(draw) * self.looked_at(sale, lag) < friendly + service).then(|| {
                    let is_friendly = unit(self.streams.road.at(sale.row)) * (friendly + service) < friendly;
                    if is_friendly { Road::Friendly } else { Road::Service }
                })
            }
            _ => None,
        }
    }

    /// Share of the sales like this one that are candidates for a dispute after `lag` days.
    fn looked_at(&self, sale: &Sale, lag: usize) -> f64 {
        at(&self.lags.most, lag) * if self.is_raided[sale.day as usize] { RAIDED } else { 1.0 }
    }

    /// What is left of an approved sale after refunds.
    fn claimable(&self, sale: &Sale) -> Cents {
        if sale.is_approved { sale.amount - self.refunds.given_back(sale) } else { 0 }
    }

    fn dispute(&self, candidate: &Candidate, sale: &Sale) -> Option<Dispute> {
        let road = self.road(sale, candidate.source, candidate.lag)?;
        let claimable = self.claimable(sale);
        if claimable <= 0 {
            return None;
        }
        let part = self.streams.part.at(sale.row);
        let is_part = road == Road::Service && f64::from(low(part)) < PARTIAL_SHARE * 4_294_967_296.0;
        let share = PARTS.start + f64::from(high(part)) / 4_294_967_296.0 * (PARTS.end - PARTS.start);
        let amount = if is_part { ((claimable as f64 * share) as Cents).max(1) } else { claimable };
        let (status, resolved) = self.outcome(sale, road, candidate.moment);
        Some(Dispute {
            number: candidate.number,
            sale: sale.row,
            merchant: sale.merchant,
            opened: candidate.moment,
            amount,
            reason: self.reason(sale, road),
            status,
            resolved,
        })
    }

    fn reason(&self, sale: &Sale, road: Road) -> DisputeReason {
        if road != Road::Service {
            return DisputeReason::Fraud;
        }
        let kind = match (sale.is_recurring, sale.channel) {
            (true, _) => SUBSCRIPTION,
            (_, Channel::Pos) => IN_SHOP_KIND,
            _ => REMOTE_KIND,
        };
        DisputeReason::ALL[self.reasons[kind].choose(high(self.streams.reason.at(sale.row)))]
    }

    /// What has become of a dispute at the window's end.
    fn outcome(&self, sale: &Sale, road: Road, opened: Moment) -> (DisputeStatus, Option<Moment>) {
        let draw = self.streams.outcome.at(sale.row);
        let is_contested = f64::from(low(draw)) < CONTESTED * 4_294_967_296.0;
        let is_won = is_contested && f64::from(high(draw)) < WON[road as usize] * 4_294_967_296.0;
        let days = if is_contested { CONTESTED_DAYS } else { ACCEPTED_DAYS };
        let after = days.start + unit(self.streams.duration.at(sale.row)) * (days.end - days.start);
        let millis = opened.micros / 1_000 + (after * 86_400_000.0) as i64;
        let resolved = Moment { day: opened.day + (millis / 86_400_000) as u32, micros: millis % 86_400_000 * 1_000 };
        if resolved.day as usize >= self.transactions().timeline.days() {
            return (DisputeStatus::Open, None);
        }
        (if is_won { DisputeStatus::Won } else { DisputeStatus::Lost }, Some(resolved))
    }
}

/// The days on which an incident has cards tested.
fn raided_days(transactions: &Transactions) -> Vec<bool> {
    let mut days = vec![false; transactions.timeline.days()];
    let incidents = transactions.world.incidents.incidents().iter();
    for incident in incidents.filter(|incident| incident.kind == IncidentKind::CardTesting) {
        let last = (incident.until.day as usize).min(days.len() - 1);
        days[incident.from.day as usize..=last].fill(true);
    }
    days
}

/// Places of the tables of reasons.
const REMOTE_KIND: usize = 0;
const IN_SHOP_KIND: usize = 1;
const SUBSCRIPTION: usize = 2;

/// Reasons of disputes about a service (fraud, not as described, not received, processing error, subscription cancelled),
/// remote, in a shop and of a subscription. Assumed, around 15 not received, 12 cancelled, 8 not as described, 5 processing.
const SERVICE_REASONS: [[f64; 5]; 3] =
    [[0.0, 8.0, 18.0, 4.0, 0.0], [0.0, 9.0, 0.0, 6.0, 0.0], [0.0, 3.0, 0.0, 5.0, 32.0]];

/// How disputes are spread over the days after a sale; place 0 is one day.
#[derive(Clone, Debug)]
struct Lags {
    fraud: Vec<f64>,
    service: Vec<f64>,
    travel: Vec<f64>,
    /// The largest share of sales of any kind that their cardholders dispute after so many days.
    most: Vec<f64>,
}

impl Lags {
    fn new() -> Self {
        let mut lags = Self {
            fraud: gamma_days(FRAUD_MEAN_DAYS, LONGEST_DAYS),
            service: gamma_days(SERVICE_MEAN_DAYS, LONGEST_DAYS),
            travel: gamma_days(TRAVEL_MEAN_DAYS, TRAVEL_LONGEST_DAYS),
            most: Vec::new(),
        };
        let share = |industry: &Industry, lag: usize| lags.shares(*industry, Channel::Ecom, lag).iter().sum::<f64>();
        let most = |lag| Industry::ALL.iter().fold(0.0, |most: f64, industry| most.max(share(industry, lag)));
        lags.most = (1..=TRAVEL_LONGEST_DAYS).map(most).collect();
        lags
    }

    /// Shares of the sales of a kind that are friendly fraud, and that lead to trouble about the service, and are disputed
    /// after `lag` days.
    fn shares(&self, industry: Industry, channel: Channel, lag: usize) -> [f64; 2] {
        let rate = RATES[industry as usize] * WHOLE_BOOK * if channel == Channel::Pos { IN_SHOP } else { 1.0 };
        let service = if industry == Industry::Travel { &self.travel } else { &self.service };
        [rate * FRIENDLY_SHARE * at(&self.fraud, lag), rate * (1.0 - FRIENDLY_SHARE) * at(service, lag)]
    }
}

/// The share at a lag of at least one day; none beyond the longest.
fn at(shares: &[f64], lag: usize) -> f64 {
    shares.get(lag - 1).copied().unwrap_or_default()
}

/// Shares of a lag in whole days, gamma with shape 2 and cut at the longest; place 0 is one day.
fn gamma_days(mean: f64, longest: usize) -> Vec<f64> {
    let below = |days: f64| 1.0 - libm::exp(-2.0 * days / mean) * (1.0 + 2.0 * days / mean);
    let bound = |day: usize| if day == 0 { 0.0 } else { below(day as f64 + 0.5) };
    let whole = bound(longest);
    (1..=longest).map(|day| (bound(day) - bound(day - 1)) / whole).collect()
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    const LAG: &str = "days, of a gamma distribution of shape 2";
    let mut list = Parameters::of("disputes")
        .by("rate", Industry::WORDS, RATES, "share of remote sales of risky merchants", vendor("Clearly Payments"))
        .one("whole_book", WHOLE_BOOK, "factor on the rates", assumed("so that 15 to 20 bps of all sales are disputed"))
        .one("in_shop", IN_SHOP, "factor in shops", assumed("the chip answers most claims of fraud"))
        .one(
            "friendly_share",
            FRIENDLY_SHARE,
            "share of disputes by payers",
            derived("tuned to 60 % of all disputes for fraud, between Clearly Payments' 48 and Midigator's 70 %"),
        )
        .one("noticed", NOTICED, "share of approved fraud", ASSUMED)
        .one("noticed.card_testing", TEST_NOTICED, "share of approved fraud", assumed("small amounts are overlooked"))
        .one("raided", RAIDED, "factor on sales looked at while cards are tested", assumed("no effect on other sales"))
        .one("lag_mean.fraud", FRAUD_MEAN_DAYS, LAG, vendor("merchants hear about week five (Alto)"))
        .one("lag_mean.service", SERVICE_MEAN_DAYS, LAG, ASSUMED)
        .one("lag_mean.Travel", TRAVEL_MEAN_DAYS, LAG, assumed("counted from the day of travel"))
        .one("lag_longest", LONGEST_DAYS as f64, "days", vendor("the schemes' 120 days"))
        .one("lag_longest.Travel", TRAVEL_LONGEST_DAYS as f64, "days", assumed("120 days from the day of travel"))
        .one("contested_share", CONTESTED, "share of disputes", ASSUMED)
        .by(
            "won_share",
            &["friendly", "service", "third_party"],
            WON,
            "share of contested disputes",
            derived("a quarter of all contested (vendors: 20 to 32 %), by road assumed"),
        )
        .one("partial_share", PARTIAL_SHARE, "share of disputes about a service", ASSUMED);
    for (name, range, unit) in [
        ("contested_days", CONTESTED_DAYS, "days until resolved"),
        ("accepted_days", ACCEPTED_DAYS, "days until resolved"),
        ("part", PARTS, "share of the sale"),
    ] {
        list = list.one(format!("{name}.least"), range.start, unit, ASSUMED).one(
            format!("{name}.most"),
            range.end,
            unit,
            ASSUMED,
        );
    }
    for (kind, weights) in ["remote", "pos", "subscription"].iter().zip(SERVICE_REASONS) {
        list = list.by(&format!("reason.{kind}"), DisputeReason::WORDS, weights, "weight", ASSUMED);
    }
    list.list()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::params::{self, WorldParams};
    use crate::model::world::World;
    use std::collections::HashSet;

    fn disputes(rows: u64, change: impl Fn(&mut WorldParams)) -> Disputes {
        let mut params = WorldParams { merchants: 500, customers: 5_000, ..WorldParams::default() };
        change(&mut params);
        Disputes::new(Arc::new(Transactions::new(Arc::new(World::new(params)), rows)))
    }

    fn all(disputes: &Disputes, cut: u64) -> Vec<Dispute> {
        let (mut scratch, mut found, count) = (Scratch::default(), Vec::new(), disputes.follow_ups.count());
        for from in (0..count).step_by(cut as usize) {
            disputes.fill(from..(from + cut).min(count), &mut scratch, &mut found);
        }
        found
    }

    #[test]
    fn disputes_follow_approved_sales_once_and_claim_what_was_not_given_back() {
        let disputes = disputes(200_000, |_| {});
        let found = all(&disputes, 2_048);
        assert!(found.len() > 200, "{}", found.len());
        let (mut seen, mut sales) = (HashSet::new(), Sales::default());
        for dispute in &found {
            assert!(seen.insert(dispute.sale), "{dispute:?}");
            let sale = sales.of(disputes.transactions(), &[dispute.sale], Stage::Response).next().expect("a sale");
            assert!(sale.is_approved && sale.merchant == dispute.merchant, "{dispute:?} of {sale:?}");
            assert!(dispute.opened.day > sale.day && dispute.amount >= 1);
            assert!(dispute.amount + disputes.refunds.given_back(&sale) <= sale.amount);
        }
        assert!(found.is_sorted_by_key(|dispute| (dispute.opened.day, dispute.opened.micros, dispute.number)));
    }

    #[test]
    fn disputes_are_the_same_however_they_are_cut() {
        let disputes = disputes(100_000, |_| {});
        let whole = all(&disputes, 1 << 20);
        for cut in [1, 97, 2_048] {
            assert_eq!(all(&disputes, cut), whole, "{cut}");
        }
    }

    #[test]
    fn a_dispute_is_open_until_it_is_won_or_lost() {
        let disputes =
            disputes(400_000, |params| params.scenario.disputes = params::scale("disputes", "10").expect("10"));
        let found = all(&disputes, 4_096);
        let days = disputes.transactions().timeline.days() as u32;
        for dispute in &found {
            assert_eq!(dispute.status == DisputeStatus::Open, dispute.resolved.is_none());
            let resolved = dispute.resolved.unwrap_or(Moment { day: dispute.opened.day + 90, micros: 86_399_999_000 });
            assert!(resolved.day >= dispute.opened.day + 5 && resolved.day <= dispute.opened.day + 90, "{dispute:?}");
            assert!(dispute.resolved.is_none_or(|resolved| resolved.day < days && resolved.micros < 86_400_000_000));
        }
        let settled: Vec<&Dispute> = found.iter().filter(|dispute| dispute.opened.day + 91 < days).collect();
        let won = settled.iter().filter(|dispute| dispute.status == DisputeStatus::Won).count() as f64;
        // Friendly fraud is won by 0.6 x 0.33 of the merchants, trouble with the service by 0.6 x 0.22; there is no fraud.
        let expected = CONTESTED * (FRIENDLY_SHARE * WON[0] + (1.0 - FRIENDLY_SHARE) * WON[1]) * settled.len() as f64;
        assert!((won - expected).abs() < 5.0 * libm::sqrt(expected), "{won} of {expected}");
    }

    /// What becomes of some rows of a world, if all of them were this sale.
    fn roads(disputes: &Disputes, rows: impl Iterator<Item = u64>, sale: Sale) -> [f64; 3] {
        let timeline = &disputes.transactions().timeline;
        let mut counts = [0.0; 3];
        for row in rows {
            let sale = Sale { row, day: timeline.day_of(row) as u32, ..sale };
            let block = row / ROWS_PER_TARGET;
            let block_day = timeline.day_of(block * ROWS_PER_TARGET);
            let lags = [
                disputes.follow_ups.source(ANY_SALE).lag(sale.day as usize, row),
                disputes.follow_ups.source(TARGETS).lag(block_day, block),
            ];
            for (source, lag) in lags.into_iter().enumerate() {
                if let Some(road) = lag.and_then(|lag| disputes.road(&sale, source, lag)) {
                    counts[road as usize] += 1.0;
                }
            }
        }
        counts
    }

    const SALE: Sale = Sale {
        row: 0,
        day: 0,
        merchant: 0,
        industry: Industry::Retail,
        channel: Channel::Ecom,
        method: PaymentMethod::Card,
        is_recurring: false,
        amount: 50_00,
        is_approved: true,
        scenario: None,
    };

    #[test]
    fn each_kind_of_sale_is_disputed_at_its_rate() {
        let rows = 1_000_000;
        let disputes = disputes(rows, |_| {});
        for (industry, channel, factor) in [
            (Industry::Retail, Channel::Ecom, 1.0),
            (Industry::Travel, Channel::Inapp, 1.0),
            (Industry::Travel, Channel::Pos, IN_SHOP),
        ] {
            let [friendly, service, other] = roads(&disputes, 0..rows, Sale { industry, channel, ..SALE });
            let expected = RATES[industry as usize] * WHOLE_BOOK * factor * rows as f64;
            let near = |count: f64, expected: f64| (count - expected).abs() < 5.0 * libm::sqrt(expected);
            assert!(near(friendly, expected * FRIENDLY_SHARE), "{industry:?}: {friendly} of {expected}");
            assert!(near(service, expected * (1.0 - FRIENDLY_SHARE)), "{industry:?}: {service} of {expected}");
            assert_eq!(other, 0.0);
        }
        assert_eq!(roads(&disputes, 0..rows, Sale { method: PaymentMethod::Ach, ..SALE }), [0.0; 3]);
    }

    #[test]
    fn most_fraud_is_noticed() {
        let disputes = disputes(320_000, |_| {});
        for (scenario, share) in [(Scenario::StolenCard, NOTICED), (Scenario::CardTesting, TEST_NOTICED)] {
            let targets = (0..10_000).map(|block| disputes.transactions().fraud.target(block));
            let [friendly, service, fraud] = roads(&disputes, targets, Sale { scenario: Some(scenario), ..SALE });
            let expected = 10_000.0 * share;
            assert!((fraud - expected).abs() < 5.0 * libm::sqrt(expected * (1.0 - share)), "{scenario:?}: {fraud}");
            assert_eq!((friendly, service), (0.0, 0.0));
        }
    }

    #[test]
    fn reasons_suit_the_sale() {
        let disputes = disputes(1_000, |_| {});
        let reasons = |sale: Sale| -> Vec<DisputeReason> {
            (0..2_000).map(|row| disputes.reason(&Sale { row, ..sale }, Road::Service)).collect()
        };
        let in_shop = reasons(Sale { channel: Channel::Pos, ..SALE });
        assert!(in_shop.iter().all(|reason| *reason != DisputeReason::NotReceived));
        let subscription = reasons(Sale { is_recurring: true, ..SALE });
        let cancelled = subscription.iter().filter(|reason| **reason == DisputeReason::SubscriptionCancelled).count();
        // 1,600 of 2,000 with a standard deviation of 18.
        assert!(cancelled.abs_diff(1_600) < 90, "{cancelled}");
        assert!(reasons(SALE).iter().all(|reason| *reason != DisputeReason::SubscriptionCancelled));
        assert_eq!(disputes.reason(&SALE, Road::Friendly), DisputeReason::Fraud);
    }

    #[test]
    fn disputes_that_are_off_are_none() {
        let off =
            |params: &mut WorldParams| params.scenario.disputes = params::scale("disputes", "false").expect("off");
        assert_eq!(disputes(20_000, off).follow_ups.count(), 0);
    }

    #[test]
    fn lags_add_up_to_one_and_have_their_mean() {
        for (mean, longest) in [(FRAUD_MEAN_DAYS, LONGEST_DAYS), (TRAVEL_MEAN_DAYS, TRAVEL_LONGEST_DAYS)] {
            let shares = gamma_days(mean, longest);
            let average: f64 = shares.iter().enumerate().map(|(place, share)| (place + 1) as f64 * share).sum();
            assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            // The cut takes the tail away.
            assert!(average < mean && average > 0.85 * mean, "{average}");
        }
    }
}

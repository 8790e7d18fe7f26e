//! Fraud by third parties: which payments it strikes, how it is tried, and what it does to amount and approval. Rates differ
//! by channel, wallet and border, are flat over the clock, and come in bursts. One row in every 32, at a hidden place, can
//! be struck at all: other rows pay for one draw, and the rows that can be struck are found without reading the others.

use super::parameter::{ASSUMED, Parameter, Parameters, derived, sourced, vendor};
use super::season;
use super::streams::{self, Table};
use super::vocabulary::{Channel, Country, PaymentMethod};
use crate::random::{Lognormal, Stream, Weights, high, low, unit};

pub use super::vocabulary::FraudScenario as Scenario;

/// Rows of which one can be struck; no payment is likelier to be fraud than one in so many.
pub const ROWS_PER_TARGET: u64 = 32;

/// Share of domestic card payments that are fraud, remote and in a shop. Tuned so that approved fraud is 15 basis points of
/// the value paid remotely and 1.5 in shops: the levels of the Federal Reserve's payments study.
const REMOTE_RATE: f64 = 7.4e-4;
const SHOP_RATE: f64 = 8.0e-5;
/// By method (bank debit, card, wallet): Apple reports 60 % less fraud on wallets; bank debits are assumed.
const METHOD: [f64; 3] = [0.5, 1.0, 0.4];
/// Cards abroad: the EBA and ECB count ten times as much fraud outside the European Economic Area as inside.
const ABROAD: f64 = 10.0;

/// A burst: how many of the weeks of somebody see one, and how many times the usual rate it brings. Assumed.
#[derive(Clone, Copy, Debug)]
struct Burst {
    share: f64,
    factor: f64,
}
/// A merchant whose checkout is abused.
const AT_MERCHANT: Burst = Burst { share: 0.01, factor: 12.0 };
/// Stolen numbers of one country on sale.
const OF_COUNTRY: Burst = Burst { share: 0.03, factor: 5.0 };
/// A customer whose card or account is in other hands.
const OF_CUSTOMER: Burst = Burst { share: 0.004, factor: 25.0 };

/// What the chance of fraud depends on.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances {
    /// Where the payment is made.
    pub channel: Channel,
    /// What is paid with.
    pub method: PaymentMethod,
    /// Country of the card.
    pub card_country: Country,
    /// Country of the merchant.
    pub merchant_country: Country,
    /// Hour of the day at the customer's.
    pub local_hour: usize,
    /// Day of the window.
    pub day: u32,
    /// Place of the merchant in `World::profiles`.
    pub merchant: u32,
    /// Slot of the customer.
    pub customer: u64,
}

/// The fraud of a world.
#[derive(Clone, Debug)]
pub struct Fraud {
    scale: f64,
    targets: Stream,
    scenarios: Stream,
    amounts: Stream,
    merchants: Stream,
    countries: Stream,
    customers: Stream,
    /// By method in remote payments.
    kinds: [Weights<3>; 3],
    spread: Lognormal,
}

impl Fraud {
    /// The fraud of the world of `seed`, at `scale` times the usual rates.
    pub fn new(seed: u64, scale: f64) -> Self {
        let stream = |column| streams::column(seed, Table::Fraud, column);
        Self {
            scale,
            targets: stream(0),
            scenarios: stream(1),
            amounts: stream(2),
            merchants: stream(3),
            countries: stream(4),
            customers: stream(5),
            kinds: REMOTE_KINDS.map(Weights::new),
            spread: Lognormal::new(AMOUNT_SIGMA),
        }
    }

    /// The row that can be struck among the 32 of `block`.
    #[inline]
    pub fn target(&self, block: u64) -> u64 {
        block * ROWS_PER_TARGET + self.targets.at(block) % ROWS_PER_TARGET
    }

    /// Whether the payment of a row can be struck at all.
    #[inline]
    pub const fn can_strike(&self, row: u64) -> bool {
        self.targets.at(row / ROWS_PER_TARGET) % ROWS_PER_TARGET == row % ROWS_PER_TARGET
    }

    /// How the payment of a row is abused, if it is.
    #[inline]
    pub fn scenario(&self, row: u64, circumstances: &Circumstances) -> Option<Scenario> {
        let draw = self.targets.at(row / ROWS_PER_TARGET);
        // The low bits name the row that can be struck, the high ones decide.
        if draw % ROWS_PER_TARGET != row % ROWS_PER_TARGET {
            return None;
        }
        let is_struck = unit(draw) < self.rate(circumstances) * ROWS_PER_TARGET as f64;
        is_struck.then(|| self.kind(row, circumstances))
    }

    /// What a scenario does to the amount of a row, as a factor: about 2.5 on average over approved fraud, and spread so
    /// widely that amounts alone tell little.
    pub fn amount_factor(&self, row: u64, scenario: Scenario) -> f64 {
        mean_factor(scenario) / self.spread.mean() * self.spread.value(self.amounts.at(row))
    }

    /// What a scenario does to the log-odds of approval. Assumed: issuers stop some of it, and a tester's numbers are
    /// mostly dead.
    pub const fn log_odds(scenario: Scenario) -> f64 {
        match scenario {
            Scenario::AccountTakeover => -0.7,
            Scenario::CardTesting => -2.2,
            Scenario::FriendlyFraud => 0.0,
            Scenario::StolenCard => -1.1,
        }
    }

    /// The chance that a payment is fraud, as far as it is below one in 32.
    fn rate(&self, circumstances: &Circumstances) -> f64 {
        let week = u64::from(circumstances.day / 7);
        let merchant = u64::from(circumstances.merchant) << 12 | week;
        let country = (circumstances.card_country as u64) << 12 | week;
        let customer = circumstances.customer << 12 | week;
        let is_abroad = circumstances.card_country != circumstances.merchant_country;
        self.scale
            * if circumstances.channel == Channel::Pos { SHOP_RATE } else { REMOTE_RATE }
            * METHOD[circumstances.method as usize]
            * if is_abroad { ABROAD } else { 1.0 }
            // As much fraud in a quiet hour as in a busy one is a larger share of it.
            / season::hour_factor(circumstances.local_hour)
            * AT_MERCHANT.factor_at(self.merchants, merchant)
            * OF_COUNTRY.factor_at(self.countries, country)
            * OF_CUSTOMER.factor_at(self.customers, customer)
    }

    /// In a shop the card itself was stolen; remotely there are other ways.
    fn kind(&self, row: u64, circumstances: &Circumstances) -> Scenario {
        const KINDS: [Scenario; 3] = [Scenario::AccountTakeover, Scenario::CardTesting, Scenario::StolenCard];
        if circumstances.channel == Channel::Pos {
            return Scenario::StolenCard;
        }
        KINDS[self.kinds[circumstances.method as usize].choose(high(self.scenarios.at(row)))]
    }
}

/// What a scenario does to the amount, on average. Assumed: about 2.5 over approved fraud.
const fn mean_factor(scenario: Scenario) -> f64 {
    match scenario {
        Scenario::AccountTakeover => 3.0,
        Scenario::CardTesting => 0.15,
        Scenario::FriendlyFraud => 1.0,
        Scenario::StolenCard => 2.7,
    }
}

impl Burst {
    /// The factor in one week of somebody, for a rate that is right on average.
    fn factor_at(self, stream: Stream, position: u64) -> f64 {
        let is_on = f64::from(low(stream.at(position))) < self.share * 4_294_967_296.0;
        let mean = 1.0 + self.share * (self.factor - 1.0);
        if is_on { self.factor / mean } else { 1.0 / mean }
    }
}

/// Account takeover, card testing and stolen card among remote fraud, by method (bank debit, card, wallet). Assumed.
const REMOTE_KINDS: [[f64; 3]; 3] = [[1.0, 0.0, 0.0], [0.28, 0.20, 0.52], [0.75, 0.0, 0.25]];
/// Spread of the factor on amounts (standard deviation of the logarithm). Assumed.
const AMOUNT_SIGMA: f64 = 0.7;

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    let scenarios = || Scenario::ALL.iter().copied();
    let mut list = Parameters::of("fraud")
        .one(
            "rate.remote",
            REMOTE_RATE,
            "share of domestic payments",
            derived("tuned to 15.45 bps of value remotely (Federal Reserve payments study 2016)"),
        )
        .one(
            "rate.pos",
            SHOP_RATE,
            "share of domestic payments",
            derived("tuned to 1.5 bps of value in shops (Federal Reserve payments study 2016)"),
        )
        .by(
            "method",
            PaymentMethod::WORDS,
            METHOD,
            "factor",
            vendor("60 % less on wallets (Apple by PYMNTS); bank debits assumed"),
        )
        .one("abroad", ABROAD, "factor", sourced("ten times as much outside the EEA (EBA and ECB, H1 2023)"))
        .one("amount_sigma", AMOUNT_SIGMA, "standard deviation of the log of the factor on amounts", ASSUMED)
        .by("amount_factor", Scenario::WORDS, scenarios().map(mean_factor), "factor", ASSUMED)
        .by("log_odds", Scenario::WORDS, scenarios().map(Fraud::log_odds), "log-odds of approval", ASSUMED);
    for (name, burst) in [("merchant", AT_MERCHANT), ("card_country", OF_COUNTRY), ("customer", OF_CUSTOMER)] {
        list = list.one(format!("burst_share.{name}"), burst.share, "share of weeks", ASSUMED).one(
            format!("burst_factor.{name}"),
            burst.factor,
            "factor",
            ASSUMED,
        );
    }
    for (method, shares) in PaymentMethod::WORDS.iter().zip(REMOTE_KINDS) {
        let kinds = ["account_takeover", "card_testing", "stolen_card"];
        list = list.by(&format!("remote_kind.{method}"), &kinds, shares, "share of remote fraud", ASSUMED);
    }
    list.list()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: u64 = 3_200_000;
    /// Twice the fraud makes the counts surer and is rarely cut off.
    const SCALE: f64 = 2.0;

    const CIRCUMSTANCES: Circumstances = Circumstances {
        channel: Channel::Ecom,
        method: PaymentMethod::Card,
        card_country: Country::Us,
        merchant_country: Country::Us,
        local_hour: 12,
        day: 0,
        merchant: 0,
        customer: 0,
    };

    /// Frauds among as many payments, each by another customer at another merchant in another week.
    fn count(change: impl Fn(&mut Circumstances)) -> usize {
        let fraud = Fraud::new(42, SCALE);
        let struck = |row: &u64| {
            let (merchant, customer, day) = (*row as u32 % 1_009, *row, (*row % 361) as u32);
            let mut circumstances = Circumstances { merchant, customer, day, ..CIRCUMSTANCES };
            change(&mut circumstances);
            fraud.scenario(*row, &circumstances).is_some()
        };
        (0..ROWS / ROWS_PER_TARGET).map(|block| fraud.target(block)).filter(struck).count()
    }

    #[test]
    fn only_the_target_of_a_block_can_be_struck() {
        let fraud = Fraud::new(42, 1e9);
        for row in 0..10_000 {
            let is_target = fraud.target(row / ROWS_PER_TARGET) == row;
            assert_eq!(fraud.scenario(row, &CIRCUMSTANCES).is_some(), is_target, "{row}");
        }
    }

    #[test]
    fn no_fraud_is_none() {
        let fraud = Fraud::new(42, 0.0);
        assert!((0..100_000).all(|row| fraud.scenario(row, &CIRCUMSTANCES).is_none()));
    }

    #[test]
    fn the_rate_is_that_of_its_circumstances() {
        let hour = season::hour_factor(12);
        let expected = |rate: f64| rate * SCALE / hour * ROWS as f64;
        // Bursts make the counts vary three times as much as chance alone.
        let near = |count: usize, expected: f64| (count as f64 - expected).abs() < 15.0 * libm::sqrt(expected);
        assert!(near(count(|_| {}), expected(REMOTE_RATE)), "{}", count(|_| {}));
        let in_shop = count(|circumstances| circumstances.channel = Channel::Pos);
        assert!(near(in_shop, expected(SHOP_RATE)), "{in_shop}");
        let by_wallet = count(|circumstances| circumstances.method = PaymentMethod::Wallet);
        assert!(near(by_wallet, 0.4 * expected(REMOTE_RATE)), "{by_wallet}");
        let shop_abroad = count(|circumstances| {
            circumstances.channel = Channel::Pos;
            circumstances.merchant_country = Country::Ca;
        });
        assert!(shop_abroad > 7 * in_shop && shop_abroad < 12 * in_shop, "{shop_abroad} against {in_shop}");
    }

    #[test]
    fn fraud_does_not_sleep() {
        let at =
            |hour: usize| count(|circumstances| circumstances.local_hour = hour) as f64 * season::hour_factor(hour);
        // Bursts at night reach the most that is possible, which costs some.
        assert!((0.7..1.1).contains(&(at(4) / at(12))), "{}", at(4) / at(12));
    }

    #[test]
    fn bursts_are_as_rare_and_as_strong_as_planned_and_change_no_average() {
        let fraud = Fraud::new(42, 1.0);
        for (stream, burst) in
            [(fraud.merchants, AT_MERCHANT), (fraud.countries, OF_COUNTRY), (fraud.customers, OF_CUSTOMER)]
        {
            let factors: Vec<f64> = (0..200_000).map(|position| burst.factor_at(stream, position)).collect();
            let on = factors.iter().filter(|factor| **factor > 1.0).count() as f64 / 200_000.0;
            let mean = factors.iter().sum::<f64>() / 200_000.0;
            // Five standard errors.
            let error = 5.0 * libm::sqrt(burst.share / 200_000.0);
            assert!((on - burst.share).abs() < error, "{on}");
            assert!((mean - 1.0).abs() < error * burst.factor, "{mean}");
            let (most, least) =
                factors.iter().fold((0.0, 9.0), |(most, least): (f64, f64), f| (most.max(*f), least.min(*f)));
            assert!((most / least - burst.factor).abs() < 1e-9);
        }
    }

    #[test]
    fn a_burst_lasts_a_week_and_strikes_one_merchant_country_or_customer() {
        let fraud = Fraud::new(42, 1.0);
        let rate = |merchant, customer, day| fraud.rate(&Circumstances { merchant, customer, day, ..CIRCUMSTANCES });
        let usual = rate(0, 0, 0);
        let bursts = |rates: Vec<f64>| rates.iter().filter(|rate| **rate > 4.0 * usual).count();
        assert!(bursts((0..2_000).map(|merchant| rate(merchant, 0, 0)).collect()) > 5);
        assert!(bursts((0..2_000).map(|customer| rate(0, customer, 0)).collect()) > 1);
        assert!(bursts((0..2_000).map(|week| rate(0, 0, week * 7)).collect()) > 20);
        for day in 0..7_000 {
            assert_eq!(rate(0, 0, day), rate(0, 0, day / 7 * 7));
        }
    }

    #[test]
    fn amounts_are_multiplied_as_the_scenario_has_it() {
        let fraud = Fraud::new(42, 1.0);
        for (scenario, mean) in
            [(Scenario::StolenCard, 2.7), (Scenario::AccountTakeover, 3.0), (Scenario::CardTesting, 0.15)]
        {
            let sum: f64 = (0..100_000).map(|row| fraud.amount_factor(row, scenario)).sum();
            // The standard error is 0.25 % of the mean: five of them.
            assert!((sum / 100_000.0 / mean - 1.0).abs() < 0.0125, "{scenario:?}: {sum}");
        }
    }

    #[test]
    fn a_card_used_in_a_shop_was_stolen_and_a_wallet_is_not_tested() {
        let fraud = Fraud::new(42, 1e9);
        let kinds = |circumstances: Circumstances| -> Vec<Scenario> {
            (0..4_000).filter_map(|block| fraud.scenario(fraud.target(block), &circumstances)).collect()
        };
        let in_shop = kinds(Circumstances { channel: Channel::Pos, ..CIRCUMSTANCES });
        assert!(in_shop.len() == 4_000 && in_shop.iter().all(|kind| *kind == Scenario::StolenCard));
        let by_wallet = kinds(Circumstances { method: PaymentMethod::Wallet, ..CIRCUMSTANCES });
        assert!(by_wallet.iter().all(|kind| *kind != Scenario::CardTesting));
        let remote = kinds(CIRCUMSTANCES);
        let tested = remote.iter().filter(|kind| **kind == Scenario::CardTesting).count();
        // 800 expected with a standard deviation of 25.
        assert!(tested.abs_diff(800) < 126, "{tested}");
    }
}

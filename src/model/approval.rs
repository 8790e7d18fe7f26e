//! Whether an authorisation is approved: log-odds that add up what is known of the payment, then one draw.

use super::calendar::CalendarDay;
use super::money::Cents;
use super::parameter::{ASSUMED, Parameter, Parameters, assumed, vendor};
use super::params::Scenario;
use super::season;
use super::streams::{self, Table};
use super::transaction::Instrument;
use super::vocabulary::{Channel, Country, Funding, PaymentMethod, Region};
use crate::random::{Logistic, Normal};

/// Issuing banks of a country. Assumed; enough that one bank's bad day shows and does not swamp the country.
pub const ISSUERS: u64 = 12;
/// Standard deviation of an issuer's effect, against the mean of its country. Assumed.
const ISSUER_SD: f64 = 0.25;
/// Standard deviation of the shocks of a day. Assumed: chosen so that daily approval varies more than half as much
/// again as chance alone would have it.
const DAY_SD: f64 = 0.13;
/// How much of a day's shock is left on the next. Assumed: short enough for months to be alike.
const DAY_MEMORY: f64 = 0.5;
/// Log-odds that web wallets lose when the holidays are at their busiest: issuers ask for a step-up that shoppers do not
/// finish. Assumed, so that approval in November and December falls as the calibration table has it.
const PEAK_STRAIN: f64 = -0.74;

/// The effects that are fixed for a world.
#[derive(Clone, Debug)]
pub struct Approval {
    logistic: Logistic,
    /// By region of the merchant and way of paying, see `way`.
    base: Vec<f64>,
    /// By country and issuer.
    issuers: Vec<f64>,
    /// By day, region, channel and method.
    days: Vec<f64>,
}

/// Segments that have days of their own.
const SEGMENTS: usize = Region::ALL.len() * Channel::ALL.len();
/// Effects of a day: a method more is only a place more in the table, for no cost per payment.
const DAY_PLACES: usize = SEGMENTS * PaymentMethod::ALL.len();

/// What the odds of an authorisation depend on.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// How it is paid.
    pub instrument: Instrument,
    /// Amount.
    pub amount: Cents,
    /// Country of the card.
    pub card_country: Country,
    /// Country of the merchant.
    pub merchant_country: Country,
    /// The customer's slot, which names the issuing bank.
    pub customer: u64,
    /// The merchant's own effect.
    pub merchant_effect: f64,
    /// Day of the window.
    pub day: u32,
    /// Hour of the day at the customer's.
    pub local_hour: usize,
}

impl Approval {
    /// Draws the effects of issuers and of the days of a window; the scenario scales shocks and the season's strain.
    pub fn new(seed: u64, calendar: &[CalendarDay], scenario: &Scenario) -> Self {
        Self { logistic: Logistic::new(), base: base(), issuers: issuers(seed), days: days(seed, calendar, scenario) }
    }

    /// The probability that the authorisation is approved.
    #[inline]
    pub fn probability(&self, request: &Request) -> f64 {
        self.logistic.probability(self.log_odds(request))
    }

    /// A sum of table entries: no branch has to be guessed.
    #[inline]
    fn log_odds(&self, request: &Request) -> f64 {
        let instrument = &request.instrument;
        let region = request.merchant_country.region() as usize;
        let segment = region * Channel::ALL.len() + instrument.channel as usize;
        let day_place = segment * PaymentMethod::ALL.len() + instrument.method as usize;
        let issuer = request.card_country as u64 * ISSUERS + u64::from(issuer(request.customer));
        let is_abroad = request.card_country != request.merchant_country;
        let is_night = request.local_hour < 6;
        self.base[region * WAYS + way(instrument)]
            + FUNDING[instrument.funding as usize]
            + amount_effect(request.amount)
            + f64::from(u8::from(is_abroad)) * ABROAD
            + f64::from(u8::from(is_night)) * NIGHT
            + request.merchant_effect
            + self.issuers[issuer as usize]
            + self.days[request.day as usize * DAY_PLACES + day_place]
    }
}

/// Which of the banks of the card's country issued the customer's card.
#[inline]
pub const fn issuer(customer: u64) -> u8 {
    (customer % ISSUERS) as u8
}

/// Effects of the issuers of every country, centred: a country's level is set by its region, not by a dozen draws.
fn issuers(seed: u64) -> Vec<f64> {
    let stream = streams::column(seed, Table::Transaction, 100);
    let mut effects = Vec::new();
    for country in 0..Country::ALL.len() as u64 {
        let places = country * ISSUERS..(country + 1) * ISSUERS;
        let drawn: Vec<f64> = places.map(|place| ISSUER_SD * Normal::standard().value(stream.at(place))).collect();
        let mean = drawn.iter().sum::<f64>() / ISSUERS as f64;
        effects.extend(drawn.iter().map(|effect| effect - mean));
    }
    effects
}

/// Effects of every day: shocks that each segment draws and slowly forgets, and the strain of the holidays.
fn days(seed: u64, calendar: &[CalendarDay], scenario: &Scenario) -> Vec<f64> {
    let stream = streams::column(seed, Table::Transaction, 101);
    let fresh = libm::sqrt(1.0 - DAY_MEMORY * DAY_MEMORY) * DAY_SD * scenario.shocks.factor();
    let peak_strain = PEAK_STRAIN * scenario.season.factor();
    let mut shocks = [0.0; SEGMENTS];
    let mut effects = Vec::with_capacity(calendar.len() * DAY_PLACES);
    for (day, facts) in calendar.iter().enumerate() {
        for (segment, shock) in shocks.iter_mut().enumerate() {
            let draw = stream.at((day * SEGMENTS + segment) as u64);
            *shock = DAY_MEMORY * *shock + fresh * Normal::standard().value(draw);
            for method in PaymentMethod::ALL {
                let is_web_wallet =
                    segment % Channel::ALL.len() == Channel::Ecom as usize && *method == PaymentMethod::Wallet;
                let strain = if is_web_wallet { peak_strain * season::holiday_strain(*facts) } else { 0.0 };
                effects.push(*shock + strain);
            }
        }
    }
    effects
}

/// Ways of paying whose odds differ: channel x method x recurring x authenticated.
const WAYS: usize = Channel::ALL.len() * PaymentMethod::ALL.len() * 4;

#[inline]
fn way(instrument: &Instrument) -> usize {
    let kind = usize::from(instrument.is_recurring) * 2 + usize::from(instrument.is_authenticated);
    (instrument.channel as usize * PaymentMethod::ALL.len() + instrument.method as usize) * 4 + kind
}

/// The log-odds of every region and way, before the effects of a single payment.
fn base() -> Vec<f64> {
    let mut base = Vec::new();
    for region in Region::ALL {
        for channel in Channel::ALL {
            for method in PaymentMethod::ALL {
                for (is_recurring, is_authenticated) in [(false, false), (false, true), (true, false), (true, true)] {
                    base.push(match channel {
                        Channel::Pos => in_shop(*region),
                        _ => remote(*channel, *region, *method, is_recurring, is_authenticated),
                    });
                }
            }
        }
    }
    base
}

/// Cards from another country: about 8 points below domestic ones online (assumed; Rapyd reports far more for LATAM).
const ABROAD: f64 = -0.62;
/// Night payments are riskier. Assumed.
const NIGHT: f64 = -0.20;

/// Around 95 % in shops (vendors report 95 to 99).
fn in_shop(region: Region) -> f64 {
    3.21 + [0.0, -0.95, 0.05, -0.90, 0.05][region as usize]
}

/// Around 80 % online without authentication, more with it or by wallet; LATAM and Africa well below (vendors' bands).
fn remote(channel: Channel, region: Region, method: PaymentMethod, is_recurring: bool, is_authenticated: bool) -> f64 {
    let base = if channel == Channel::Inapp { 1.88 } else { 1.76 };
    let shift = [-0.12, -0.93, 0.0, -0.87, 0.12][region as usize];
    let paid_by = match method {
        PaymentMethod::Ach => 1.6,
        PaymentMethod::Card => 0.0,
        PaymentMethod::Wallet => 0.22,
    };
    let authenticated = if is_authenticated { 0.45 } else { 0.0 };
    let recurring = if is_recurring { 0.25 } else { 0.0 };
    base + shift + paid_by + authenticated + recurring
}

/// By funding (credit, debit, prepaid): prepaid cards run dry, debit somewhat. Assumed.
const FUNDING: [f64; 3] = [0.12, -0.08, -0.45];

/// Larger amounts meet limits, step by step: from so many cents on, so much less. Assumed.
const AMOUNT_STEPS: [(Cents, f64); 4] = [(200_00, -0.13), (500_00, -0.10), (1_000_00, -0.12), (3_000_00, -0.18)];
const SMALL_AMOUNT: f64 = 0.03;

#[inline]
fn amount_effect(amount: Cents) -> f64 {
    AMOUNT_STEPS.iter().fold(SMALL_AMOUNT, |sum, (from, effect)| sum + f64::from(u8::from(amount >= *from)) * effect)
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    const STEPS: [&str; 4] = ["1", "2", "3", "4"];
    let odds = |is_authenticated, is_recurring| {
        remote(Channel::Ecom, Region::Emea, PaymentMethod::Card, is_recurring, is_authenticated)
    };
    let mut list = Parameters::of("approval")
        .one("issuers", ISSUERS as f64, "banks of a country", ASSUMED)
        .one("issuer_sd", ISSUER_SD, "log-odds", ASSUMED)
        .one("day_sd", DAY_SD, "log-odds", assumed("tuned to daily approval varying half as much again as chance"))
        .one("day_memory", DAY_MEMORY, "share of a day's shock left on the next", ASSUMED)
        .one(
            "peak_strain",
            PEAK_STRAIN,
            "log-odds of web wallets at the height of the holidays",
            assumed("tuned to approval in November and December against the first quarter"),
        )
        .by(
            "pos",
            Region::WORDS,
            Region::ALL.iter().map(|region| in_shop(*region)),
            "log-odds",
            vendor(
                "95 to 99 % in shops (paymentbrief, bettercharge); LATAM and Africa tuned to their share of declines",
            ),
        )
        .one(
            "abroad",
            ABROAD,
            "log-odds of a card from another country",
            assumed("about 8 points; Rapyd reports more for LATAM"),
        )
        .one("night", NIGHT, "log-odds from midnight to six", ASSUMED)
        .by("funding", Funding::WORDS, FUNDING, "log-odds", ASSUMED)
        .one("amount.small", SMALL_AMOUNT, "log-odds", ASSUMED)
        .by("amount_from", &STEPS, AMOUNT_STEPS.map(|(from, _)| from as f64), "cents", ASSUMED)
        .by("amount", &STEPS, AMOUNT_STEPS.map(|(_, effect)| effect), "log-odds from the amount on, added up", ASSUMED)
        .one(
            "authenticated",
            odds(true, false) - odds(false, false),
            "log-odds added by 3-D Secure",
            vendor("86 % without, 92 % with it (paymentbrief)"),
        )
        .one("recurring", odds(false, true) - odds(false, false), "log-odds added on file", ASSUMED);
    let online = vendor("82 to 89 % (paymentbrief), 75 to 85 % in LATAM (Rapyd); tuned to overall approval");
    for channel in [Channel::Ecom, Channel::Inapp] {
        for method in PaymentMethod::ALL {
            let odds = Region::ALL.iter().map(|region| remote(channel, *region, *method, false, false));
            let name = format!("{}.{}", channel.word(), method.word());
            list = list.by(&name, Region::WORDS, odds, "log-odds", online);
        }
    }
    list.list()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::calendar::Day;
    use crate::model::params::Scale;
    use crate::model::vocabulary::CardBrand;

    const REQUEST: Request = Request {
        instrument: Instrument {
            channel: Channel::Ecom,
            method: PaymentMethod::Card,
            brand: CardBrand::Visa,
            funding: Funding::Credit,
            is_recurring: false,
            is_authenticated: false,
        },
        amount: 50_00,
        card_country: Country::Us,
        merchant_country: Country::Us,
        customer: 5,
        merchant_effect: 0.0,
        day: 0,
        local_hour: 12,
    };

    /// Days from the first of June 2024, before the holidays.
    fn calendar(days: Day) -> Vec<CalendarDay> {
        (19_875..19_875 + days).map(CalendarDay::of).collect()
    }

    fn probability(change: impl Fn(&mut Request)) -> f64 {
        let mut request = REQUEST;
        change(&mut request);
        Approval::new(42, &calendar(3), &Scenario::default()).probability(&request)
    }

    #[test]
    fn each_circumstance_moves_the_odds_its_way() {
        let plain = probability(|_| {});
        assert!(probability(|request| request.instrument.channel = Channel::Pos) > plain + 0.05);
        assert!(probability(|request| request.instrument.is_authenticated = true) > plain);
        assert!(probability(|request| request.instrument.method = PaymentMethod::Wallet) > plain);
        assert!(probability(|request| request.instrument.funding = Funding::Prepaid) < plain);
        assert!(probability(|request| request.amount = 5_000_00) < plain);
        assert!(probability(|request| request.local_hour = 3) < plain);
        assert!(probability(|request| request.merchant_effect = -0.5) < plain);
        assert!(probability(|request| request.merchant_country = Country::Ng) < plain);
    }

    #[test]
    fn without_shocks_all_days_are_alike() {
        let scenario = Scenario { shocks: Scale::OFF, ..Scenario::default() };
        assert!(Approval::new(7, &calendar(100), &scenario).days.iter().all(|effect| *effect == 0.0));
    }

    #[test]
    fn issuers_differ_and_leave_their_country_as_it_is() {
        let effects = issuers(42);
        assert!(effects.iter().any(|effect| *effect > ISSUER_SD));
        for of_country in effects.chunks(ISSUERS as usize) {
            assert!(of_country.iter().sum::<f64>().abs() < 1e-12);
        }
    }

    #[test]
    fn only_web_wallets_feel_the_holidays() {
        let december: Vec<CalendarDay> = (20_063..20_064).map(CalendarDay::of).collect();
        let effects = days(42, &december, &Scenario::default());
        for segment in effects.chunks(Channel::ALL.len() * PaymentMethod::ALL.len()) {
            let [ach, card, wallet] = [segment[0], segment[1], segment[2]];
            assert!((wallet - card - PEAK_STRAIN).abs() < 1e-12 && ach == card);
            assert!(segment[3..].chunks(3).all(|other| other[0] == other[1] && other[1] == other[2]));
        }
    }

    #[test]
    fn days_differ_and_neighbours_are_alike() {
        let approval = Approval::new(7, &calendar(2_000), &Scenario::default());
        let effect = |day: usize| approval.days[day * DAY_PLACES];
        let variance: f64 = (0..2_000).map(|day| effect(day).powi(2)).sum::<f64>() / 2_000.0;
        let together: f64 = (1..2_000).map(|day| effect(day) * effect(day - 1)).sum::<f64>() / 1_999.0;
        // An AR(1) series of 2,000 days: five standard errors of each estimate.
        assert!((libm::sqrt(variance) / DAY_SD - 1.0).abs() < 0.15, "{variance}");
        assert!((together / variance - DAY_MEMORY).abs() < 0.08, "{together}");
    }
}

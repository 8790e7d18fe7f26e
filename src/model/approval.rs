//! Whether an authorisation is approved: log-odds that add up what is known of the payment, then one draw.

use super::money::Cents;
use super::params::Scale;
use super::streams::{self, Table};
use super::transaction::Instrument;
use super::vocabulary::{Channel, Country, PaymentMethod, Region};
use crate::random::{Logistic, Normal, Stream};

/// Issuing banks of a country. Assumed; enough that one bank's bad day shows and does not swamp the country.
pub const ISSUERS: u64 = 12;
/// Standard deviation of an issuer's effect and of the shocks of a day. Assumed, so that daily approval varies more
/// than chance alone would have it.
const ISSUER_SD: f64 = 0.25;
const DAY_SD: f64 = 0.11;
/// How much of a day's shock is left on the next. Assumed.
const DAY_MEMORY: f64 = 0.7;

/// The effects that are fixed for a world.
#[derive(Clone, Debug)]
pub struct Approval {
    logistic: Logistic,
    /// By region of the merchant and way of paying, see `way`.
    base: Vec<f64>,
    /// By country and issuer.
    issuers: Vec<f64>,
    /// By day, region and channel.
    days: Vec<f64>,
}

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
    /// Draws the effects of issuers and days; `shocks` scales the spread of the days.
    pub fn new(seed: u64, days: usize, shocks: Scale) -> Self {
        let normal = |stream: Stream, position| Normal::standard().value(stream.at(position));
        let issuer = streams::column(seed, Table::Transaction, 100);
        let shock = streams::column(seed, Table::Transaction, 101);
        let issuers = (0..Country::ALL.len() as u64 * ISSUERS).map(|place| ISSUER_SD * normal(issuer, place)).collect();
        let segments = Region::ALL.len() * Channel::ALL.len();
        let day_sd = DAY_SD * shocks.factor();
        let fresh = libm::sqrt(1.0 - DAY_MEMORY * DAY_MEMORY);
        let mut state = vec![0.0; segments];
        let mut day_effects = Vec::with_capacity(days * segments);
        for day in 0..days {
            for (segment, value) in state.iter_mut().enumerate() {
                *value = DAY_MEMORY * *value + fresh * day_sd * normal(shock, (day * segments + segment) as u64);
                day_effects.push(*value);
            }
        }
        Self { logistic: Logistic::new(), base: base(), issuers, days: day_effects }
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
            + self.days[request.day as usize * Region::ALL.len() * Channel::ALL.len() + segment]
    }
}

/// Which of the banks of the card's country issued the customer's card.
#[inline]
pub const fn issuer(customer: u64) -> u8 {
    (customer % ISSUERS) as u8
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
const ABROAD: f64 = -0.45;
/// Night payments are riskier. Assumed.
const NIGHT: f64 = -0.20;

/// Around 95 % in shops (vendors report 95 to 99).
fn in_shop(region: Region) -> f64 {
    3.05 + [0.0, -0.45, 0.05, -0.40, 0.05][region as usize]
}

/// Around 80 % online without authentication, more with it or by wallet; LATAM and Africa well below (vendors' bands).
fn remote(channel: Channel, region: Region, method: PaymentMethod, is_recurring: bool, is_authenticated: bool) -> f64 {
    let base = if channel == Channel::Inapp { 1.62 } else { 1.50 };
    let shift = [-0.12, -0.62, 0.0, -0.55, 0.12][region as usize];
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

/// Larger amounts meet limits, step by step. Assumed.
#[inline]
fn amount_effect(amount: Cents) -> f64 {
    const STEPS: [(Cents, f64); 4] = [(200_00, -0.13), (500_00, -0.10), (1_000_00, -0.12), (3_000_00, -0.18)];
    STEPS.iter().fold(0.03, |sum, (from, effect)| sum + f64::from(u8::from(amount >= *from)) * effect)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::vocabulary::{CardBrand, Funding};

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

    fn probability(change: impl Fn(&mut Request)) -> f64 {
        let mut request = REQUEST;
        change(&mut request);
        Approval::new(42, 3, Scale::ONE).probability(&request)
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
        assert!(Approval::new(7, 100, Scale::OFF).days.iter().all(|effect| *effect == 0.0));
    }

    #[test]
    fn days_differ_and_neighbours_are_alike() {
        let approval = Approval::new(7, 2_000, Scale::ONE);
        let effect = |day: usize| approval.days[day * Region::ALL.len() * Channel::ALL.len()];
        let variance: f64 = (0..2_000).map(|day| effect(day).powi(2)).sum::<f64>() / 2_000.0;
        let together: f64 = (1..2_000).map(|day| effect(day) * effect(day - 1)).sum::<f64>() / 1_999.0;
        // An AR(1) series of 2,000 days: five standard errors of each estimate.
        assert!((libm::sqrt(variance) / DAY_SD - 1.0).abs() < 0.15, "{variance}");
        assert!((together / variance - DAY_MEMORY).abs() < 0.08, "{together}");
    }
}

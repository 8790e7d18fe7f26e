//! Whether an authorisation is approved: log-odds that add up what is known of the payment, then one draw.

use super::money::Cents;
use super::streams::{self, Table};
use super::transaction::Instrument;
use super::vocabulary::{Channel, Country, Funding, PaymentMethod, Region};
use crate::random::{Logistic, Stream, normal_quantile, unit};

/// Issuing banks of a country. Assumed; enough that one bank's bad day shows and does not swamp the country.
const ISSUERS: u64 = 12;
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
    /// Draws the effects of issuers and days.
    pub fn new(seed: u64, days: usize) -> Self {
        let normal = |stream: Stream, position| normal_quantile(unit(stream.at(position)).clamp(1e-9, 1.0 - 1e-9));
        let issuer = streams::column(seed, Table::Transaction, 100);
        let shock = streams::column(seed, Table::Transaction, 101);
        let issuers = (0..Country::ALL.len() as u64 * ISSUERS).map(|place| ISSUER_SD * normal(issuer, place)).collect();
        let segments = Region::ALL.len() * Channel::ALL.len();
        let fresh = libm::sqrt(1.0 - DAY_MEMORY * DAY_MEMORY);
        let mut state = vec![0.0; segments];
        let mut day_effects = Vec::with_capacity(days * segments);
        for day in 0..days {
            for (segment, value) in state.iter_mut().enumerate() {
                *value = DAY_MEMORY * *value + fresh * DAY_SD * normal(shock, (day * segments + segment) as u64);
                day_effects.push(*value);
            }
        }
        Self { logistic: Logistic::new(), issuers, days: day_effects }
    }

    /// The probability that the authorisation is approved.
    #[inline]
    pub fn probability(&self, request: &Request) -> f64 {
        self.logistic.probability(self.log_odds(request))
    }

    #[inline]
    fn log_odds(&self, request: &Request) -> f64 {
        let instrument = &request.instrument;
        let region = request.merchant_country.region();
        let segment = region as usize * Channel::ALL.len() + instrument.channel as usize;
        let issuer = request.card_country as u64 * ISSUERS + request.customer % ISSUERS;
        let base = if instrument.channel == Channel::Pos { in_shop(region) } else { remote(instrument, region) };
        let abroad = if request.card_country == request.merchant_country { 0.0 } else { ABROAD };
        base + abroad
            + funding_effect(instrument.funding)
            + amount_effect(request.amount)
            + if request.local_hour < 6 { NIGHT } else { 0.0 }
            + request.merchant_effect
            + self.issuers[issuer as usize]
            + self.days[request.day as usize * Region::ALL.len() * Channel::ALL.len() + segment]
    }
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
fn remote(instrument: &Instrument, region: Region) -> f64 {
    let base = if instrument.channel == Channel::Inapp { 1.62 } else { 1.50 };
    let shift = [-0.12, -0.62, 0.0, -0.55, 0.12][region as usize];
    let method = match instrument.method {
        PaymentMethod::Ach => 1.6,
        PaymentMethod::Card => 0.0,
        PaymentMethod::Wallet => 0.22,
    };
    let authenticated = if instrument.is_authenticated { 0.45 } else { 0.0 };
    let recurring = if instrument.is_recurring { 0.25 } else { 0.0 };
    base + shift + method + authenticated + recurring
}

/// Prepaid cards run dry; debit somewhat. Assumed.
fn funding_effect(funding: Funding) -> f64 {
    [0.12, -0.08, -0.45][funding as usize]
}

/// Larger amounts meet limits. Assumed.
fn amount_effect(amount: Cents) -> f64 {
    match amount {
        ..20_000 => 0.03,
        20_000..50_000 => -0.10,
        50_000..100_000 => -0.20,
        100_000..300_000 => -0.32,
        _ => -0.50,
    }
}

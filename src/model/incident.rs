//! Incidents: what is planted into a world so that a detector has something to find. An incident has a scope (which
//! payments), a time (`until` excluded) and one effect with its size; `truth_incidents` publishes them all.

use super::approval;
use super::timeline::Moment;
use super::transaction::Instrument;
use super::vocabulary::{CardBrand, Channel, Country, IncidentKind, Industry, PaymentMethod, Region, ResponseCode};

/// Something out of the ordinary that befalls part of the business for a while.
#[derive(Clone, Debug, PartialEq)]
pub struct Incident {
    /// Key, from 1, in order of the beginning.
    pub id: u16,
    /// What happened.
    pub kind: IncidentKind,
    /// Whom it befell.
    pub scope: Scope,
    /// When it began.
    pub from: Moment,
    /// When it was over.
    pub until: Moment,
    /// What it did.
    pub effect: Effect,
}

/// What an incident does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Effect {
    /// Declines a share of the attempts in scope, which would else have had their ordinary chance.
    Decline {
        /// Share of the attempts in scope, 0 to 1.
        share: f64,
        /// With which code.
        code: ResponseCode,
    },
    /// Brings attempts at the merchant in scope that would not have been made.
    Divert {
        /// Share of the first attempts while it lasts that no subscription bills, 0 to 1.
        share: f64,
    },
    /// Charges the approved payments in scope a wrong price.
    Markup {
        /// Added to the fee, in basis points of the amount; negative for a loss.
        basis_points: i16,
    },
    /// Lets the volume of the merchant in scope fall in a straight line over [`DECLINE_DAYS`].
    Decay {
        /// Share of the volume lost in the end, 0 to 1.
        lost: f64,
    },
}

/// Days in which a key account takes its volume away. Assumed: a tender is moved market by market.
pub const DECLINE_DAYS: i32 = 42;

impl Effect {
    /// What `size` measures, for whoever compares it with the data.
    pub const fn measure(&self) -> &'static str {
        match self {
            Self::Decline { .. } => "share of the attempts in scope declined by it",
            Self::Divert { .. } => "share of the unbilled first attempts while it lasts that it brings",
            Self::Markup { .. } => "basis points of the amount added to the fee",
            Self::Decay { .. } => "share of the merchant's volume lost in the end",
        }
    }

    /// How strong it is, in the unit of `measure`.
    pub const fn size(&self) -> f64 {
        match self {
            Self::Decline { share, .. } | Self::Divert { share } => *share,
            Self::Markup { basis_points } => *basis_points as f64,
            Self::Decay { lost } => *lost,
        }
    }
}

/// Which attempts an incident covers: all that agree with every limit that is set. A limit on the card (its country,
/// brand or issuer) covers no bank debit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Region of the merchant.
    pub region: Option<Region>,
    /// Country of the merchant.
    pub country: Option<Country>,
    /// Country of the card.
    pub card_country: Option<Country>,
    /// Bank that issued the card, by its number in the country.
    pub issuer: Option<u8>,
    /// Where the payment is made.
    pub channel: Option<Channel>,
    /// What is paid with.
    pub method: Option<PaymentMethod>,
    /// Scheme of the card.
    pub brand: Option<CardBrand>,
    /// Line of business.
    pub industry: Option<Industry>,
    /// Place of the merchant in `World::profiles`.
    pub merchant: Option<u32>,
}

/// What an incident can be told by in an attempt.
#[derive(Clone, Copy, Debug)]
pub struct Attempt {
    /// When it is made.
    pub moment: Moment,
    /// Place of the merchant in `World::profiles`.
    pub merchant: u32,
    /// Country of the merchant.
    pub merchant_country: Country,
    /// The merchant's line of business.
    pub industry: Industry,
    /// Country of the customer, and so of the card.
    pub card_country: Country,
    /// Slot of the customer, which names the issuing bank.
    pub customer: u64,
    /// How it is paid.
    pub instrument: Instrument,
}

impl Scope {
    /// Whether the attempt agrees with every limit.
    #[inline]
    pub fn covers(&self, attempt: &Attempt) -> bool {
        let instrument = &attempt.instrument;
        agrees(self.industry, attempt.industry)
            && agrees(self.country, attempt.merchant_country)
            && agrees(self.region, attempt.merchant_country.region())
            && agrees(self.channel, instrument.channel)
            && agrees(self.method, instrument.method)
            && agrees(self.merchant, attempt.merchant)
            && (!self.is_of_cards()
                || instrument.method != PaymentMethod::Ach
                    && agrees(self.card_country, attempt.card_country)
                    && agrees(self.brand, instrument.brand)
                    && agrees(self.issuer, approval::issuer(attempt.customer)))
    }

    /// Whether a merchant of this country and industry can lie in it.
    pub fn has_merchants_of(&self, country: Country, industry: Industry) -> bool {
        agrees(self.country, country) && agrees(self.region, country.region()) && agrees(self.industry, industry)
    }

    /// Whether an attempt can lie in both scopes.
    pub fn meets(&self, other: &Self) -> bool {
        let regions = |scope: &Self| scope.region.or(scope.country.map(Country::region));
        may_agree(regions(self), regions(other))
            && may_agree(self.country, other.country)
            && may_agree(self.card_country, other.card_country)
            && may_agree(self.issuer, other.issuer)
            && may_agree(self.channel, other.channel)
            && may_agree(self.method, other.method)
            && may_agree(self.brand, other.brand)
            && may_agree(self.industry, other.industry)
            && may_agree(self.merchant, other.merchant)
    }

    const fn is_of_cards(&self) -> bool {
        self.card_country.is_some() || self.brand.is_some() || self.issuer.is_some()
    }
}

#[inline]
fn agrees<T: PartialEq>(limit: Option<T>, value: T) -> bool {
    limit.is_none_or(|limit| limit == value)
}

fn may_agree<T: PartialEq>(left: Option<T>, right: Option<T>) -> bool {
    left.is_none() || right.is_none() || left == right
}

impl Incident {
    /// What happened, in a sentence.
    pub fn description(&self) -> String {
        let scope = &self.scope;
        let size = percent(self.effect.size());
        let region = word(scope.region.map(Region::word));
        let country = word(scope.country.or(scope.card_country).map(Country::word));
        let channel = word(scope.channel.map(Channel::word));
        let industry = word(scope.industry.map(Industry::word));
        let happened = match (self.kind, scope.issuer, scope.brand) {
            (IncidentKind::CardTesting, ..) => {
                return format!("Stolen card numbers from {country} are tried at one merchant.");
            }
            (IncidentKind::PromotionSurge, ..) => return "A promotion brings one merchant additional payments.".into(),
            (IncidentKind::KeyAccountDecline, ..) => {
                return format!("A key account takes {size} of its volume elsewhere within {DECLINE_DAYS} days.");
            }
            (IncidentKind::MispricedPlan, ..) => {
                let basis_points = self.effect.size();
                let direction = if basis_points < 0.0 { "little" } else { "much" };
                return format!(
                    "{industry} merchants in {region} pay {} basis points too {direction}.",
                    basis_points.abs()
                );
            }
            (IncidentKind::FraudRule, ..) => {
                format!("A fraud rule for {channel} card payments in {region} is too strict")
            }
            (IncidentKind::IssuerOutage, Some(issuer), _) => format!("Bank {issuer} of {country} is down"),
            (IncidentKind::IssuerOutage, None, _) => format!("The banks of {country} are down"),
            (IncidentKind::ProcessorOutage, _, Some(brand)) => {
                format!("The way to {} is broken for merchants in {region}", brand.word())
            }
            (IncidentKind::ProcessorOutage, _, None) => {
                format!("Processing of {channel} payments in {region} is broken")
            }
            (IncidentKind::RegulatoryBlock, ..) => {
                let place = if scope.region.is_some() { region } else { country };
                format!("The authorities of {place} block {industry}")
            }
        };
        format!("{happened}: {size} of the attempts are declined by it.")
    }

    /// Whether the moment lies in its time.
    #[inline]
    pub fn is_on(&self, moment: Moment) -> bool {
        self.from <= moment && moment < self.until
    }
}

fn word(word: Option<&'static str>) -> &'static str {
    word.unwrap_or("any place")
}

fn percent(share: f64) -> String {
    format!("{} %", libm::round(share * 1_000.0) / 10.0)
}

//! Who pays whom: a customer who has joined, and a merchant in business, mostly one of the customer's favourites.

use super::{Block, Pair, Transactions};
use crate::model::incident::{Incident, Scope};
use crate::model::merchant::Profile;
use crate::model::parameter::{ASSUMED, Parameter, Parameters};
use crate::model::slots::{GROUP, Role};
use crate::model::subscription::Subscription;
use crate::model::timeline::Moment;
use crate::random::Pick;

/// Tries at finding a merchant in business, before the anchor is taken.
const TRIALS: u64 = 48;
/// Tries at the customer's favourites, before any merchant will do.
const LOYAL_TRIALS: u64 = 6;
/// Share of payments at a merchant that is not one of the customer's favourites. Assumed.
const EXPLORING: f64 = 0.10;
/// Chances are drawn with 24 bits.
const CHANCES: f32 = 16_777_216.0;

/// Where the lasting facts of a payment are drawn from: its own row, or the subscription that it bills.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source {
    /// Position in the streams.
    pub(super) address: u64,
    /// When the pair was made.
    pub(super) moment: Moment,
    /// What brings the payment about.
    pub(super) kind: Kind,
}

/// What brings a payment about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A customer.
    Payment,
    /// A subscription.
    Bill,
    /// The incident with this number.
    Diverted(u16),
}

/// A merchant on offer, and the chance that decides whether the offer stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Proposal {
    pick: Pick,
    chance: f32,
}

impl Source {
    /// A billing is drawn from its subscription, as it was made: at an hour of its own, not at that of the billing run.
    fn of_subscription(subscription: Subscription) -> Self {
        let micros = (subscription.source % 24) as i64 * 3_600_000_000;
        let moment = Moment { day: subscription.first_day, micros };
        Self { address: subscription.source, moment, kind: Kind::Bill }
    }
}

impl Transactions {
    /// The customer of a payment, who has joined by then; the merchant is still to be found.
    #[inline]
    fn payer(&self, source: &Source) -> Pair {
        let world = &*self.world;
        let country = match self.diverted_by(source) {
            Some(Incident { scope: Scope { card_country: Some(country), .. }, .. }) => *country,
            Some(Incident { scope: Scope { merchant: Some(place), .. }, .. }) => {
                world.profiles[*place as usize].country()
            }
            _ => world.paying_country(source.moment.utc_hour(), self.streams.country.at(source.address)),
        };
        let date = world.date(source.moment.day);
        let customer = world.customers.choose(country, date, self.streams.customer.at(source.address));
        Pair { merchant: world.anchor as u32, country, customer }
    }

    /// Where a row's payment is drawn from.
    #[inline]
    fn source(&self, row: u64, moment: Moment) -> Source {
        if let Role::Bill(bill) = self.slots.role(row)
            && let Some(subscription) = self.billing.subscription(row / GROUP, bill, moment.day)
        {
            return Source::of_subscription(subscription);
        }
        let kind = match self.world.incidents.divert(moment, || self.streams.diversion.at(row)) {
            Some(incident) => Kind::Diverted(incident.id),
            None => Kind::Payment,
        };
        Source { address: row, moment, kind }
    }

    /// The incident that brought a payment.
    #[inline]
    pub(super) fn diverted_by(&self, source: &Source) -> Option<&Incident> {
        match source.kind {
            Kind::Diverted(id) => self.world.incidents.incidents().get(usize::from(id) - 1),
            Kind::Payment | Kind::Bill => None,
        }
    }

    /// Who pays whom. A billing whose merchant has closed since, or bills nobody, is a payment like any other.
    pub(super) fn fill_pairs(&self, block: &mut Block) {
        let Block { rows, moments, attempts, sources, pairs, profiles, incidents, waiting, .. } = block;
        sources.extend(rows.iter().zip(&*moments).map(|(row, moment)| self.source(*row, *moment)));
        pairs.extend(sources.iter().map(|source| self.payer(source)));
        profiles.resize(pairs.len(), self.world.profiles[self.world.anchor]);
        incidents.resize(pairs.len(), 0);
        waiting.clear();
        for (index, source) in sources.iter().enumerate() {
            if attempts[index] > 1 {
                continue;
            }
            if let Some(Incident { id, scope: Scope { merchant: Some(place), .. }, .. }) = self.diverted_by(source) {
                pairs[index].merchant = *place;
                profiles[index] = self.world.profiles[*place as usize];
                incidents[index] = *id;
            } else {
                waiting.push(index as u32);
            }
        }
        self.find_merchants(block);
        let Block { rows, moments, sources, pairs, profiles, waiting, .. } = block;
        waiting.clear();
        for (index, source) in sources.iter_mut().enumerate() {
            let bills =
                |profile: &Profile| !profile.has_storefront() && self.world.presence(profile, moments[index].day) > 0.0;
            if source.kind == Kind::Bill && !bills(&profiles[index]) {
                *source = Source { address: rows[index], moment: moments[index], kind: Kind::Payment };
                pairs[index] = self.payer(source);
                waiting.push(index as u32);
            }
        }
        self.find_merchants(block);
        block.repeat(|block| &mut block.pairs);
        block.repeat(|block| &mut block.profiles);
    }

    /// Merchants are proposed until one is in business. All rows of the block take their n-th try together, step by step:
    /// the tries then wait for memory at the same time, and no branch has to be guessed.
    fn find_merchants(&self, block: &mut Block) {
        let Block { sources, pairs, profiles, waiting, proposals, .. } = block;
        for trial in 0..TRIALS {
            proposals.clear();
            let propose = |index: &u32| self.propose(&sources[*index as usize], trial, &pairs[*index as usize]);
            proposals.extend(waiting.iter().map(propose));
            for (index, proposal) in waiting.iter().zip(&*proposals) {
                let merchant = self.world.picked(proposal.pick);
                pairs[*index as usize].merchant = merchant;
                profiles[*index as usize] = self.world.profiles[merchant as usize];
            }
            let mut still_waiting = 0;
            for place in 0..waiting.len() {
                let index = waiting[place];
                let (day, profile) = (sources[index as usize].moment.day, &profiles[index as usize]);
                waiting[still_waiting] = index;
                let merchant = pairs[index as usize].merchant;
                still_waiting += usize::from(!self.is_in_business(&proposals[place], merchant, profile, day));
            }
            waiting.truncate(still_waiting);
            if waiting.is_empty() {
                break;
            }
        }
        for index in waiting.iter() {
            pairs[*index as usize].merchant = self.world.anchor as u32;
            profiles[*index as usize] = self.world.profiles[self.world.anchor];
        }
    }

    /// The proposal's own draw decides, by its top 24 bits, which nothing else reads.
    #[inline]
    fn is_in_business(&self, proposal: &Proposal, merchant: u32, profile: &Profile, day: u32) -> bool {
        let volume = self.world.incidents.volume_factor(merchant, day);
        proposal.chance < self.world.presence(profile, day) * volume * CHANCES
    }

    /// One of the customer's favourites, the first most often (Zipf's law), or now and then any merchant: always, when
    /// the favourites have been shut several times, and for subscriptions. The draw's low 16 bits say which, the next 24
    /// which favourite.
    #[inline]
    fn propose(&self, source: &Source, trial: u64, payer: &Pair) -> Proposal {
        let is_bill = source.kind == Kind::Bill;
        let draw = self.streams.merchant.at_trial(source.address, trial);
        let explores = (f64::from(draw as u16) < EXPLORING * 65_536.0) | (trial >= LOYAL_TRIALS) | is_bill;
        let favourites = self.world.customers.favourites(payer.customer);
        let place = self.mix.favourites[favourites as usize - 1].choose((draw >> 8) as u32 & !0xff) as u64;
        let (stream, position) = if explores {
            (self.streams.explored, source.address.wrapping_mul(TRIALS).wrapping_add(trial))
        } else {
            (self.streams.favourite, payer.customer * 16 + place)
        };
        let pick = self.world.pick_merchant(is_bill, payer.country, stream.at(position));
        Proposal { pick, chance: (draw >> 40) as f32 }
    }
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    Parameters::of("customers").one("exploring", EXPLORING, "share of payments at no favourite", ASSUMED).list()
}

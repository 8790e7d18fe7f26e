//! Transactions: one row per authorisation attempt, drawn from the row number alone. A block of rows is drawn stage by
//! stage, and only the stages that the asked-for columns need.

use std::ops::Range;
use std::sync::Arc;

use super::approval::Request;
use super::decline::Situation;
use super::merchant::Profile;
use super::money::Cents;
use super::payment_mix::PaymentMix;
use super::pricing::{Charge, Fees};
use super::retry::{self, Retries, SCHEDULE, SOON_LIMIT_MICROS, SOON_MINUTES, policy};
use super::slots::{self, BATCH, GROUP, Role, Slots};
use super::streams::{self, Table};
use super::subscription::{Billing, Subscription};
use super::timeline::{Moment, Timeline};
use super::vocabulary::{CardBrand, Channel, Country, Funding, Industry, PaymentMethod, ResponseCode};
use super::world::{World, local_hour};
use crate::random::{Pick, Stream, high, low, unit};

/// Tries at finding a merchant in business, before the anchor is taken.
const TRIALS: u64 = 48;
/// Tries at the customer's favourites, before any merchant will do.
const LOYAL_TRIALS: u64 = 6;
/// Share of payments at a merchant that is not one of the customer's favourites. Assumed.
const EXPLORING: f64 = 0.10;
/// Smallest and largest payment.
const LEAST_AMOUNT: f64 = 1_00.0;
const MOST_AMOUNT: f64 = 25_000_00.0;

/// Who pays whom.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// Place of the merchant in `World::profiles`.
    pub merchant: u32,
    /// Country of the customer, and so of the card.
    pub country: Country,
    /// Slot of the customer.
    pub customer: u64,
}

/// Where the lasting facts of a payment are drawn from: its own row, or the subscription that it bills.
#[derive(Clone, Copy, Debug, Default)]
struct Source {
    address: u64,
    /// When the pair was made.
    moment: Moment,
    is_bill: bool,
}

/// A merchant on offer, and the chance that decides whether the offer stands.
#[derive(Clone, Copy, Debug)]
struct Proposal {
    pick: Pick,
    chance: f32,
}

/// How it is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instrument {
    /// Where the payment is made.
    pub channel: Channel,
    /// What is paid with.
    pub method: PaymentMethod,
    /// Scheme of the card; meaningless for a bank debit.
    pub brand: CardBrand,
    /// Funding of the card; meaningless for a bank debit.
    pub funding: Funding,
    /// Billed by the merchant on file.
    pub is_recurring: bool,
    /// 3-D Secure passed.
    pub is_authenticated: bool,
}

/// Rows, as far as they were asked for: empty lists were not.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// Which rows.
    pub rows: Vec<u64>,
    /// When.
    pub moments: Vec<Moment>,
    /// The row of the payment's first attempt.
    pub origins: Vec<u64>,
    /// Which attempt of the payment, from 1.
    pub attempts: Vec<u8>,
    /// Who.
    pub pairs: Vec<Pair>,
    /// What the merchants are like.
    pub profiles: Vec<Profile>,
    /// How.
    pub instruments: Vec<Instrument>,
    /// How much.
    pub amounts: Vec<Cents>,
    /// What came of it.
    pub responses: Vec<ResponseCode>,
    /// What it cost.
    pub fees: Vec<Fees>,
    sources: Vec<Source>,
    /// Rows without a merchant yet, and what is proposed to them.
    waiting: Vec<u32>,
    proposals: Vec<Proposal>,
    /// The retries of the block, and the first attempts that they may repeat.
    retried: Vec<Retried>,
    candidates: Option<Box<Block>>,
}

/// A row that repeats a payment.
#[derive(Clone, Copy, Debug)]
struct Retried {
    /// Place of the row in the block, and of the first attempt among the candidates.
    index: u32,
    candidate: u32,
    /// Chance of approval.
    recovery: f64,
}

/// The stages of a row, each standing on those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Row numbers alone.
    Key,
    /// When.
    Moment,
    /// Which attempt of which payment.
    Attempt,
    /// Who.
    Pair,
    /// How.
    Instrument,
    /// How much.
    Amount,
    /// Approved or not, and why.
    Response,
    /// Fees.
    Fees,
}

/// The transactions of a world.
#[derive(Debug)]
pub struct Transactions {
    /// The world they happen in.
    pub world: Arc<World>,
    /// When their rows happen.
    pub timeline: Timeline,
    streams: Streams,
    mix: PaymentMix,
    slots: Slots,
    billing: Billing,
    retries: Retries,
    /// Groups of rows between a payment and the row that may repeat it at once.
    soon_groups: u64,
}

#[derive(Debug)]
struct Streams {
    country: Stream,
    customer: Stream,
    merchant: Stream,
    explored: Stream,
    favourite: Stream,
    instrument: Stream,
    authentication: Stream,
    amount: Stream,
    ending: Stream,
    approval: Stream,
    decline: Stream,
}

impl Transactions {
    /// Lays `rows` transactions out over the window of a world.
    pub fn new(world: Arc<World>, rows: u64) -> Self {
        let stream = |column| streams::column(world.params.seed, Table::Transaction, column);
        let timeline = Timeline::new(rows, &world.day_weights(), &world.quarter_weights(), stream(0));
        let streams = Streams {
            country: stream(1),
            customer: stream(2),
            merchant: stream(3),
            explored: stream(4),
            favourite: stream(6),
            instrument: stream(8),
            authentication: stream(9),
            amount: stream(10),
            ending: stream(11),
            approval: stream(12),
            decline: stream(13),
        };
        let groups_a_minute = rows as f64 / (timeline.days() as f64 * 1_440.0 * GROUP as f64);
        Self {
            streams,
            mix: PaymentMix::new(),
            slots: Slots::new(world.params.seed),
            billing: Billing::new(&world.params, |day| timeline.first_row(day)),
            retries: Retries::new(world.params.seed, world.params.scenario.retries.factor()),
            soon_groups: (SOON_MINUTES * groups_a_minute).max(1.0) as u64,
            world,
            timeline,
        }
    }

    /// Draws consecutive rows: every list up to `stage` is filled, the others are emptied.
    pub fn fill(&self, rows: Range<u64>, stage: Stage, block: &mut Block) {
        block.clear();
        block.rows.extend(rows.clone());
        if stage >= Stage::Moment {
            self.timeline.moments(rows, &mut block.moments);
        }
        self.fill_stages(stage, block);
    }

    /// Draws any rows, in any order.
    pub fn fill_rows(&self, rows: &[u64], stage: Stage, block: &mut Block) {
        block.clear();
        block.rows.extend_from_slice(rows);
        if stage >= Stage::Moment {
            block.moments.extend(rows.iter().map(|row| self.timeline.moment(*row)));
        }
        self.fill_stages(stage, block);
    }

    fn fill_stages(&self, stage: Stage, block: &mut Block) {
        if stage >= Stage::Attempt {
            block.origins.extend_from_slice(&block.rows);
            block.attempts.resize(block.rows.len(), 1);
            self.fill_attempts(block);
        }
        if stage >= Stage::Pair {
            self.fill_pairs(block);
        }
        if stage >= Stage::Instrument {
            let Block { sources, pairs, profiles, instruments, .. } = block;
            let payments = sources.iter().zip(&*pairs).zip(&*profiles);
            instruments.extend(payments.map(|((source, pair), merchant)| self.instrument(source, pair, merchant)));
            block.repeat_instruments();
        }
        if stage >= Stage::Amount {
            let Block { sources, profiles, instruments, amounts, .. } = block;
            let payments = sources.iter().zip(&*profiles).zip(&*instruments);
            amounts.extend(payments.map(|((source, merchant), instrument)| self.amount(source, merchant, instrument)));
            block.repeat(|block| &mut block.amounts);
        }
        if stage >= Stage::Response {
            // The lists are kept from block to block: new ones would cost a page fault for every few rows.
            let mut responses = std::mem::take(&mut block.responses);
            responses.extend((0..block.rows.len()).map(|index| self.response(index, block)));
            block.responses = responses;
            self.fill_retried_responses(block);
        }
        if stage >= Stage::Fees {
            let mut fees = std::mem::take(&mut block.fees);
            fees.extend((0..block.rows.len()).map(|index| self.fees(index, block)));
            block.fees = fees;
        }
    }

    /// Finds out which rows repeat which payments. Nearly every row that may retry has a declined payment to look at, and
    /// they are all looked at together.
    fn fill_attempts(&self, block: &mut Block) {
        block.retried.clear();
        if self.retries.are_off() {
            return;
        }
        let mut candidates = block.candidates.take().unwrap_or_default();
        candidates.clear();
        for (index, (row, moment)) in block.rows.iter().zip(&block.moments).enumerate() {
            if let Some(candidate) = self.candidate(*row, *moment) {
                candidates.rows.push(candidate);
                candidates.moments.push(self.timeline.moment(candidate));
                let place = candidates.rows.len() as u32 - 1;
                block.retried.push(Retried { index: index as u32, candidate: place, recovery: 0.0 });
            }
        }
        if !candidates.rows.is_empty() {
            // First attempts, every one: looking at them does not lead to others.
            self.fill_stages(Stage::Response, &mut candidates);
        }
        let Block { rows, moments, origins, attempts, retried, .. } = block;
        retried.retain_mut(|retried| {
            let index = retried.index as usize;
            let Some((attempt, recovery)) =
                self.attempt(rows[index], moments[index], retried.candidate as usize, &candidates)
            else {
                return false;
            };
            retried.recovery = recovery;
            origins[index] = candidates.rows[retried.candidate as usize];
            attempts[index] = attempt;
            true
        });
        block.candidates = Some(candidates);
    }

    /// The payment that a row may repeat.
    #[inline]
    fn candidate(&self, row: u64, moment: Moment) -> Option<u64> {
        let least_likely = |row: &u64| self.streams.approval.at(*row);
        match self.slots.role(row) {
            Role::Payment | Role::Bill(_) => None,
            Role::RetrySoon => {
                let group = (row / GROUP).checked_sub(self.soon_groups)?;
                self.slots.payments(group).max_by_key(least_likely)
            }
            Role::RetryLater => {
                let (batch, _) = self.earlier_batch(row, moment)?;
                let groups = batch * BATCH..(batch + 1) * BATCH;
                groups.flat_map(|group| self.slots.bills(group)).max_by_key(least_likely)
            }
        }
    }

    /// The batch of rows whose billings a row may repeat, and its day.
    fn earlier_batch(&self, row: u64, moment: Moment) -> Option<(u64, usize)> {
        let (group, batch) = (row / GROUP, row / GROUP / BATCH);
        // A batch that began before midnight belongs to the day before.
        let day = moment.day as usize;
        let day = day.checked_sub(usize::from(batch < self.batches(day).start))?;
        let earlier = day.checked_sub(SCHEDULE[(group % BATCH) as usize])?;
        let (own, theirs) = (self.batches(day), self.batches(earlier));
        let place = retry::partner(batch.checked_sub(own.start)?, own.end - own.start, theirs.end - theirs.start)?;
        Some((theirs.start + place, earlier))
    }

    /// The batches that begin on a day.
    fn batches(&self, day: usize) -> Range<u64> {
        slots::batches(self.timeline.first_row(day)..self.timeline.first_row(day + 1))
    }

    /// Which attempt at the candidate a row is, and its chance; `None` when it is none.
    fn attempt(&self, row: u64, moment: Moment, candidate: usize, candidates: &Block) -> Option<(u8, f64)> {
        let origin = candidates.rows[candidate];
        let policy = policy(candidates.responses[candidate]);
        if self.slots.role(row) == Role::RetrySoon {
            let waited = self.timeline.micros(moment) - self.timeline.micros(candidates.moments[candidate]);
            let is_tried = self.retries.will(origin, policy.soon)
                && waited <= SOON_LIMIT_MICROS
                && self.is_open(candidates, candidate, moment);
            return is_tried.then_some((2, policy.soon_recovery));
        }
        let is_tried = candidates.instruments[candidate].is_recurring
            && self.retries.will(origin, policy.later)
            && self.is_open(candidates, candidate, moment);
        if !is_tried {
            return None;
        }
        let (batch, day) = self.earlier_batch(row, moment)?;
        let stretches = self.batches(day);
        let mut attempt = 2;
        for (place, days) in SCHEDULE.iter().enumerate().take((row / GROUP % BATCH) as usize) {
            let Some(before) =
                self.late_retry(batch - stretches.start, stretches.end - stretches.start, place, day + days)
            else {
                continue;
            };
            let moment = self.timeline.moment(before);
            if self.is_open(candidates, candidate, moment) {
                if unit(self.streams.approval.at(before)) < policy.later_recovery {
                    return None;
                }
                attempt += 1;
            }
        }
        Some((attempt, policy.later_recovery))
    }

    /// The row that makes the attempt of a place of the schedule at a stretch of billings.
    fn late_retry(&self, stretch: u64, stretches: u64, place: usize, day: usize) -> Option<u64> {
        if day >= self.timeline.days() {
            return None;
        }
        let batches = self.batches(day);
        let batch = batches.start + retry::successor(stretch, stretches, batches.end - batches.start)?;
        let row = self.slots.late_retry(batch * BATCH + place as u64);
        (row < self.timeline.rows()).then_some(row)
    }

    fn is_open(&self, candidates: &Block, candidate: usize, moment: Moment) -> bool {
        self.world.presence(&candidates.profiles[candidate], moment.day) > 0.0
    }

    /// Approved, or declined as before.
    fn fill_retried_responses(&self, block: &mut Block) {
        let Block { rows, responses, retried, candidates, .. } = block;
        let Some(candidates) = candidates else { return };
        for retried in retried {
            let index = retried.index as usize;
            let is_approved = unit(self.streams.approval.at(rows[index])) < retried.recovery;
            let before = candidates.responses[retried.candidate as usize];
            responses[index] = if is_approved { ResponseCode::Approved } else { before };
        }
    }

    /// The customer of a payment, who has joined by then; the merchant is still to be found.
    #[inline]
    fn payer(&self, source: &Source) -> Pair {
        let world = &*self.world;
        let country = world.paying_country(source.moment.utc_hour(), self.streams.country.at(source.address));
        let date = world.date(source.moment.day);
        let customer = world.customers.choose(country, date, self.streams.customer.at(source.address));
        Pair { merchant: world.anchor as u32, country, customer }
    }

    /// Where a row's payment is drawn from.
    #[inline]
    fn source(&self, row: u64, moment: Moment) -> Source {
        match self.slots.role(row) {
            Role::Bill(bill) => self
                .billing
                .subscription(row / GROUP, bill, moment.day)
                .map_or(Source { address: row, moment, is_bill: false }, subscribed),
            _ => Source { address: row, moment, is_bill: false },
        }
    }

    /// Who pays whom. A billing whose merchant has closed since, or bills nobody, is a payment like any other.
    fn fill_pairs(&self, block: &mut Block) {
        let Block { rows, moments, attempts, sources, pairs, profiles, waiting, .. } = block;
        sources.extend(rows.iter().zip(&*moments).map(|(row, moment)| self.source(*row, *moment)));
        pairs.extend(sources.iter().map(|source| self.payer(source)));
        profiles.resize(pairs.len(), self.world.profiles[self.world.anchor]);
        waiting.clear();
        waiting.extend((0..pairs.len() as u32).filter(|index| attempts[*index as usize] == 1));
        self.find_merchants(block);
        let Block { rows, moments, sources, pairs, profiles, waiting, .. } = block;
        waiting.clear();
        for (index, source) in sources.iter_mut().enumerate() {
            let is_open = self.world.presence(&profiles[index], moments[index].day) > 0.0;
            if source.is_bill && (!is_open || profiles[index].has_storefront()) {
                *source = Source { address: rows[index], moment: moments[index], is_bill: false };
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
                still_waiting += usize::from(!self.is_in_business(&proposals[place], profile, day));
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
    fn is_in_business(&self, proposal: &Proposal, merchant: &Profile, day: u32) -> bool {
        proposal.chance < self.world.presence(merchant, day) * CHANCES
    }

    /// One of the customer's favourites, the first most often (Zipf's law), or now and then any merchant: always, when
    /// the favourites have been shut several times, and for subscriptions. The draw's low 16 bits say which, the next 24
    /// which favourite.
    #[inline]
    fn propose(&self, source: &Source, trial: u64, payer: &Pair) -> Proposal {
        let draw = self.streams.merchant.at_trial(source.address, trial);
        let explores = (f64::from(draw as u16) < EXPLORING * 65_536.0) | (trial >= LOYAL_TRIALS) | source.is_bill;
        let favourites = self.world.customers.favourites(payer.customer);
        let place = self.mix.favourites[favourites as usize - 1].choose((draw >> 8) as u32 & !0xff) as u64;
        let (stream, position) = if explores {
            (self.streams.explored, source.address.wrapping_mul(TRIALS).wrapping_add(trial))
        } else {
            (self.streams.favourite, payer.customer * 16 + place)
        };
        let pick = self.world.pick_merchant(source.is_bill, payer.country, stream.at(position));
        Proposal { pick, chance: (draw >> 40) as f32 }
    }

    #[inline]
    fn instrument(&self, source: &Source, pair: &Pair, merchant: &Profile) -> Instrument {
        let draw = self.streams.instrument.at(source.address);
        let is_recurring = source.is_bill;
        let is_night = !is_recurring & (local_hour(pair.country, source.moment.utc_hour()) < 6);
        let channel = self.mix.channel(merchant, pair.country, is_night, low(draw));
        let region = pair.country.region();
        let method = self.mix.method(channel, merchant.industry, region, high(draw));
        // What is billed on file is a card, also when it was put there by a wallet.
        let is_card_on_file = is_recurring & (method == PaymentMethod::Wallet);
        let method = if is_card_on_file { PaymentMethod::Card } else { method };
        let card = self.world.customers.card(pair.customer, region);
        // `&` rather than `&&`: both sides are cheap, and which one decides could not be guessed.
        let is_authenticated = (channel != Channel::Pos)
            & (method == PaymentMethod::Card)
            & !is_recurring
            & (unit(self.streams.authentication.at(source.address)) < AUTHENTICATED_SHARE[region as usize]);
        Instrument { channel, method, brand: card.brand, funding: card.funding, is_recurring, is_authenticated }
    }

    #[inline]
    fn amount(&self, source: &Source, merchant: &Profile, instrument: &Instrument) -> Cents {
        let spread = self.world.amounts[merchant.industry as usize].value(self.streams.amount.at(source.address));
        let value = (f64::from(merchant.median_amount) * spread).clamp(LEAST_AMOUNT, MOST_AMOUNT) as Cents;
        let cents = match merchant.industry {
            Industry::Saas => price_point(value),
            _ => self.price_ending(source.address, merchant.industry, instrument.is_recurring, value),
        };
        cents.clamp(LEAST_AMOUNT as Cents, MOST_AMOUNT as Cents)
    }

    /// Shop prices: many end in .99, some in .00 or .50; meals do not, subscriptions always do. Shares assumed.
    #[inline]
    fn price_ending(&self, row: u64, industry: Industry, is_recurring: bool, value: Cents) -> Cents {
        let percent = (u64::from(low(self.streams.ending.at(row))) * 100) >> 32;
        let ends_in_99 = is_recurring | (percent < 32);
        let step = if percent < 42 { 100 } else { 50 };
        let rounded = if ends_in_99 { (value + 1) / 100 * 100 - 1 } else { value / step * step };
        let keeps = !is_recurring & ((percent >= 48) | (industry == Industry::FoodBeverage));
        if keeps { value } else { rounded }
    }

    #[inline]
    fn response(&self, index: usize, block: &Block) -> ResponseCode {
        let row = block.rows[index];
        let (moment, pair, merchant) = (block.moments[index], &block.pairs[index], &block.profiles[index]);
        let instrument = block.instruments[index];
        let fading = if merchant.life.is_fading(moment.day) { FADING } else { 0.0 };
        let request = Request {
            instrument,
            amount: block.amounts[index],
            card_country: pair.country,
            merchant_country: merchant.country(),
            customer: pair.customer,
            merchant_effect: f64::from(merchant.approval_effect) + fading,
            day: moment.day,
            local_hour: local_hour(pair.country, moment.utc_hour()),
        };
        if unit(self.streams.approval.at(row)) < self.world.approval.probability(&request) {
            return ResponseCode::Approved;
        }
        let situation = match instrument {
            Instrument { method: PaymentMethod::Ach, .. } => Situation::BankDebit,
            Instrument { is_recurring: true, .. } => Situation::Recurring,
            Instrument { channel: Channel::Pos, .. } => Situation::CardPresent,
            _ => Situation::CardNotPresent,
        };
        let region = merchant.country().region();
        self.world.declines.choose(situation, instrument.funding, region, high(self.streams.decline.at(row)))
    }

    #[inline]
    fn fees(&self, index: usize, block: &Block) -> Fees {
        let (instrument, merchant) = (&block.instruments[index], &block.profiles[index]);
        let charge = Charge {
            amount: block.amounts[index],
            channel: instrument.channel,
            method: instrument.method,
            brand: instrument.brand,
            funding: instrument.funding,
            card_country: block.pairs[index].country,
            merchant_country: merchant.country(),
        };
        // A declined payment costs nothing. All are computed: which ones count could not be guessed.
        let fees = Fees::of(&charge, &merchant.price);
        let counts = Cents::from(block.responses[index] == ResponseCode::Approved);
        Fees { fee: fees.fee * counts, interchange: fees.interchange * counts, scheme: fees.scheme * counts }
    }
}

impl Block {
    fn clear(&mut self) {
        self.rows.clear();
        self.moments.clear();
        self.origins.clear();
        self.attempts.clear();
        self.sources.clear();
        self.pairs.clear();
        self.profiles.clear();
        self.instruments.clear();
        self.amounts.clear();
        self.responses.clear();
        self.fees.clear();
        self.retried.clear();
    }

    /// Gives retries what their first attempts have in a list.
    fn repeat<T: Copy>(&mut self, list: impl Fn(&mut Self) -> &mut Vec<T>) {
        let Some(mut candidates) = self.candidates.take() else { return };
        for place in 0..self.retried.len() {
            let Retried { index, candidate, .. } = self.retried[place];
            list(self)[index as usize] = list(&mut candidates)[candidate as usize];
        }
        self.candidates = Some(candidates);
    }

    /// The same instrument; who is asked to authenticate and tries again has done so.
    fn repeat_instruments(&mut self) {
        self.repeat(|block| &mut block.instruments);
        let Some(candidates) = &self.candidates else { return };
        for retried in &self.retried {
            let instrument = &mut self.instruments[retried.index as usize];
            instrument.is_authenticated |= (instrument.method == PaymentMethod::Card)
                & (candidates.responses[retried.candidate as usize] == ResponseCode::AuthenticationRequired);
        }
    }
}

/// A billing is drawn from its subscription, as it was made: at an hour of its own, not at that of the billing run.
fn subscribed(subscription: Subscription) -> Source {
    let micros = (subscription.source % 24) as i64 * 3_600_000_000;
    let moment = Moment { day: subscription.first_day, micros };
    Source { address: subscription.source, moment, is_bill: true }
}

/// Chances are drawn with 24 bits.
const CHANCES: f32 = 16_777_216.0;

/// A merchant on the way out is approved about two points less. Assumed: neglected integrations decline more.
const FADING: f64 = -0.16;

/// Share of remote card payments that pass 3-D Secure, by region of the card (APAC, Africa, EMEA, LATAM, NA): law in
/// Europe, rare in North America. Assumed.
const AUTHENTICATED_SHARE: [f64; 5] = [0.45, 0.25, 0.75, 0.30, 0.12];

/// Software is sold by the seat at a few price points.
fn price_point(value: Cents) -> Cents {
    const POINTS: [Cents; 6] = [299_00, 99_00, 49_00, 29_00, 15_00, 9_00];
    let point = *POINTS.iter().find(|point| **point <= value).unwrap_or(&9_00);
    (value / point).max(1) * point
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::params::WorldParams;

    fn transactions(rows: u64) -> Transactions {
        let params = WorldParams { merchants: 500, customers: 5_000, ..WorldParams::default() };
        Transactions::new(Arc::new(World::new(params)), rows)
    }

    #[test]
    fn rows_alone_are_those_of_a_block() {
        let transactions = transactions(200_000);
        let (mut block, mut alone) = (Block::default(), Block::default());
        transactions.fill(70_000..72_048, Stage::Fees, &mut block);
        let rows: Vec<u64> = (0..2_048).filter(|place| place % 3 == 1).map(|place| 70_000 + place).collect();
        transactions.fill_rows(&rows, Stage::Fees, &mut alone);
        for (place, row) in rows.iter().enumerate() {
            let index = (row - 70_000) as usize;
            assert_eq!(alone.moments[place], block.moments[index]);
            assert_eq!((alone.origins[place], alone.attempts[place]), (block.origins[index], block.attempts[index]));
            assert_eq!(alone.pairs[place].customer, block.pairs[index].customer);
            assert_eq!((alone.amounts[place], alone.fees[place]), (block.amounts[index], block.fees[index]));
        }
    }

    #[test]
    fn retries_repeat_declined_payments_and_attempts_count_up() {
        let transactions = transactions(300_000);
        let mut all = Block::default();
        transactions.fill(0..300_000, Stage::Response, &mut all);
        let mut last: std::collections::HashMap<u64, usize> = std::collections::HashMap::new();
        let mut retries = [0; 6];
        for row in 0..all.rows.len() {
            let attempt = all.attempts[row];
            if attempt > 1 {
                let before = last[&all.origins[row]];
                assert_eq!(all.attempts[before] + 1, attempt, "row {row}");
                assert_ne!(all.responses[before], ResponseCode::Approved, "row {row}");
                assert!(!all.responses[before].is_never_retry(), "row {row}");
                assert_eq!(all.amounts[before], all.amounts[row]);
                assert_eq!(all.pairs[before].merchant, all.pairs[row].merchant);
                assert_eq!(all.pairs[before].customer, all.pairs[row].customer);
                assert!(
                    transactions.timeline.micros(all.moments[before]) < transactions.timeline.micros(all.moments[row])
                );
            }
            retries[usize::from(attempt).min(5)] += 1;
            last.insert(all.origins[row], row);
        }
        assert!(retries[2] > 6_000 && retries[3] > 500 && retries[5] > 20, "{retries:?}");
    }

    #[test]
    fn subscribers_pay_the_same_merchant_the_same_amount_each_month() {
        let transactions = transactions(300_000);
        let mut block = Block::default();
        let (mut bills, mut repeated) = (0, 0);
        let mut known = std::collections::HashSet::new();
        transactions.fill(0..300_000, Stage::Amount, &mut block);
        for row in 0..block.rows.len() {
            if block.instruments[row].is_recurring && block.attempts[row] == 1 {
                bills += 1;
                let is_new = known.insert((block.pairs[row].customer, block.pairs[row].merchant, block.amounts[row]));
                repeated += usize::from(!is_new);
            }
        }
        assert!(bills > 25_000, "{bills}");
        assert!(repeated * 10 > bills * 7, "{repeated} of {bills}");
    }

    #[test]
    fn blocks_of_any_cut_hold_the_same_rows() {
        let transactions = transactions(5_000);
        let (mut whole, mut part) = (Block::default(), Block::default());
        transactions.fill(0..5_000, Stage::Fees, &mut whole);
        for cut in [1, 33, 2_048] {
            for first in (0..5_000).step_by(cut) {
                let rows = first..(first + cut).min(5_000);
                transactions.fill(rows.start as u64..rows.end as u64, Stage::Fees, &mut part);
                assert_eq!(part.fees, whole.fees[rows.clone()]);
                assert_eq!(part.responses, whole.responses[rows]);
            }
        }
    }

    #[test]
    fn software_is_sold_by_the_seat_at_price_points() {
        assert_eq!(price_point(5_00), 9_00);
        assert_eq!(price_point(31_50), 29_00);
        assert_eq!(price_point(700_00), 598_00);
    }
}

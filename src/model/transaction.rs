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
use super::streams::{self, Table};
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

/// A stretch of rows, as far as it was asked for: empty lists were not.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// First row.
    pub first_row: u64,
    /// When.
    pub moments: Vec<Moment>,
    /// Who.
    pub pairs: Vec<Pair>,
    /// What the merchants are like.
    profiles: Vec<Profile>,
    /// How.
    pub instruments: Vec<Instrument>,
    /// How much.
    pub amounts: Vec<Cents>,
    /// What came of it.
    pub responses: Vec<ResponseCode>,
    /// What it cost.
    pub fees: Vec<Fees>,
    /// Rows without a merchant yet, and what is proposed to them.
    waiting: Vec<u32>,
    proposals: Vec<Proposal>,
}

/// The stages of a row, each standing on those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Row numbers alone.
    Key,
    /// When.
    Moment,
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
}

#[derive(Debug)]
struct Streams {
    country: Stream,
    customer: Stream,
    merchant: Stream,
    explored: Stream,
    favourite: Stream,
    relation: Stream,
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
            relation: stream(7),
            instrument: stream(8),
            authentication: stream(9),
            amount: stream(10),
            ending: stream(11),
            approval: stream(12),
            decline: stream(13),
        };
        Self { world, timeline, streams, mix: PaymentMix::new() }
    }

    /// Draws a block: every list up to `stage` is filled, the others are emptied.
    pub fn fill(&self, rows: Range<u64>, stage: Stage, block: &mut Block) {
        block.first_row = rows.start;
        block.clear();
        if stage >= Stage::Moment {
            self.timeline.moments(rows.clone(), &mut block.moments);
        }
        if stage >= Stage::Pair {
            self.fill_pairs(rows.clone(), block);
        }
        if stage >= Stage::Instrument {
            self.fill_instruments(rows.clone(), block);
        }
        if stage >= Stage::Amount {
            let Block { pairs, profiles, instruments, amounts, .. } = block;
            let payments = rows.clone().zip(&*pairs).zip(&*profiles).zip(&*instruments);
            amounts.extend(
                payments.map(|(((row, pair), profiles), instrument)| self.amount(row, pair, profiles, instrument)),
            );
        }
        if stage >= Stage::Response {
            // The lists are kept from block to block: new ones would cost a page fault for every few rows.
            let mut responses = std::mem::take(&mut block.responses);
            responses.extend((0..block.moments.len()).map(|index| self.response(rows.start, index, block)));
            block.responses = responses;
        }
        if stage >= Stage::Fees {
            let mut fees = std::mem::take(&mut block.fees);
            fees.extend((0..block.moments.len()).map(|index| self.fees(index, block)));
            block.fees = fees;
        }
    }

    fn fill_instruments(&self, rows: Range<u64>, block: &mut Block) {
        let Block { moments, pairs, profiles, instruments, .. } = block;
        let payments = rows.zip(&*pairs).zip(&*profiles).zip(&*moments);
        instruments
            .extend(payments.map(|(((row, pair), profiles), moment)| self.instrument(row, pair, profiles, *moment)));
    }

    /// The customer of a row, who has joined by then; the merchant is still to be found.
    #[inline]
    fn payer(&self, row: u64, moment: Moment) -> Pair {
        let world = &*self.world;
        let country = world.paying_country(moment.utc_hour(), self.streams.country.at(row));
        let date = world.date(moment.day);
        let customer = world.customers.choose(country, date, self.streams.customer.at(row));
        Pair { merchant: world.anchor as u32, country, customer }
    }

    /// Merchants are proposed until one is in business. All rows of the block take their n-th try together, step by step:
    /// the tries then wait for memory at the same time, and no branch has to be guessed.
    fn fill_pairs(&self, rows: Range<u64>, block: &mut Block) {
        let Block { moments, pairs, profiles, waiting, proposals, .. } = block;
        pairs.extend(rows.clone().zip(&*moments).map(|(row, moment)| self.payer(row, *moment)));
        profiles.resize(pairs.len(), self.world.profiles[self.world.anchor]);
        waiting.clear();
        waiting.extend(0..pairs.len() as u32);
        for trial in 0..TRIALS {
            proposals.clear();
            proposals.extend(
                waiting
                    .iter()
                    .map(|index| self.propose(rows.start + u64::from(*index), trial, &pairs[*index as usize])),
            );
            for (index, proposal) in waiting.iter().zip(&*proposals) {
                let merchant = self.world.picked(proposal.pick);
                pairs[*index as usize].merchant = merchant;
                profiles[*index as usize] = self.world.profiles[merchant as usize];
            }
            let mut still_waiting = 0;
            for place in 0..waiting.len() {
                let index = waiting[place];
                let (day, profile) = (moments[index as usize].day, &profiles[index as usize]);
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

    /// The pair of one row alone: the same as in a block.
    pub fn pair(&self, row: u64, moment: Moment) -> Pair {
        let payer = self.payer(row, moment);
        for trial in 0..TRIALS {
            let proposal = self.propose(row, trial, &payer);
            let merchant = self.world.picked(proposal.pick);
            if self.is_in_business(&proposal, &self.world.profiles[merchant as usize], moment.day) {
                return Pair { merchant, ..payer };
            }
        }
        payer
    }

    /// The proposal's own draw decides, by its top 24 bits, which nothing else reads.
    #[inline]
    fn is_in_business(&self, proposal: &Proposal, merchant: &Profile, day: u32) -> bool {
        proposal.chance < self.world.presence(merchant, day) * 16_777_216.0
    }

    /// One of the customer's favourites, the first most often (Zipf's law), or now and then any merchant: always, when
    /// the favourites have been shut several times. The draw's low 16 bits say which, the next 24 which favourite.
    #[inline]
    fn propose(&self, row: u64, trial: u64, payer: &Pair) -> Proposal {
        let draw = self.streams.merchant.at_trial(row, trial);
        let explores = (f64::from(draw as u16) < EXPLORING * 65_536.0) | (trial >= LOYAL_TRIALS);
        let favourites = self.world.customers.favourites(payer.customer);
        let place = self.mix.favourites[favourites as usize - 1].choose((draw >> 8) as u32 & !0xff) as u64;
        let (stream, position) = if explores {
            (self.streams.explored, row.wrapping_mul(TRIALS).wrapping_add(trial))
        } else {
            (self.streams.favourite, payer.customer * 16 + place)
        };
        Proposal { pick: self.world.pick_merchant(payer.country, stream.at(position)), chance: (draw >> 40) as f32 }
    }

    /// What lasts between a customer and a merchant: whether it is a subscription, and its price.
    #[inline]
    fn relation(&self, pair: &Pair) -> u64 {
        self.streams.relation.at(pair.customer.wrapping_mul(0x1_0000_0001).wrapping_add(u64::from(pair.merchant)))
    }

    #[inline]
    fn instrument(&self, row: u64, pair: &Pair, merchant: &Profile, moment: Moment) -> Instrument {
        let draw = self.streams.instrument.at(row);
        let is_night = local_hour(pair.country, moment.utc_hour()) < 6;
        let channel = self.mix.channel(merchant, pair.country, is_night, low(draw));
        let region = pair.country.region();
        let method = self.mix.method(channel, merchant.industry, region, high(draw));
        let card = self.world.customers.card(pair.customer, region);
        let is_remote = channel != Channel::Pos;
        // `&` rather than `&&`: both sides are cheap, and which one decides could not be guessed.
        let is_recurring = is_remote
            & (method != PaymentMethod::Wallet)
            & (unit(self.relation(pair)) < RECURRING_SHARE[merchant.industry as usize]);
        let is_authenticated = is_remote
            & (method == PaymentMethod::Card)
            & !is_recurring
            & (unit(self.streams.authentication.at(row)) < AUTHENTICATED_SHARE[region as usize]);
        Instrument { channel, method, brand: card.brand, funding: card.funding, is_recurring, is_authenticated }
    }

    #[inline]
    fn amount(&self, row: u64, pair: &Pair, merchant: &Profile, instrument: &Instrument) -> Cents {
        let own = self.streams.amount.at(row);
        // A subscription costs the same every month.
        let draw = if instrument.is_recurring { self.relation(pair).rotate_left(29) } else { own };
        let spread = self.world.amounts[merchant.industry as usize].value(draw);
        let value = (f64::from(merchant.median_amount) * spread).clamp(LEAST_AMOUNT, MOST_AMOUNT) as Cents;
        let cents = match merchant.industry {
            Industry::Saas => price_point(value),
            _ => self.price_ending(row, merchant.industry, instrument.is_recurring, value),
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
    fn response(&self, first_row: u64, index: usize, block: &Block) -> ResponseCode {
        let row = first_row + index as u64;
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
        self.moments.clear();
        self.pairs.clear();
        self.profiles.clear();
        self.instruments.clear();
        self.amounts.clear();
        self.responses.clear();
        self.fees.clear();
    }
}

/// A merchant on the way out is approved about two points less. Assumed: neglected integrations decline more.
const FADING: f64 = -0.16;

/// Share of a merchant's remote customers who are billed on file, by industry. Assumed.
const RECURRING_SHARE: [f64; 7] = [0.25, 0.02, 0.15, 0.05, 0.02, 0.85, 0.02];

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
    fn a_row_alone_has_the_pair_that_it_has_in_a_block() {
        let transactions = transactions(20_000);
        let mut block = Block::default();
        transactions.fill(7_000..9_048, Stage::Pair, &mut block);
        for (row, pair) in (7_000..).zip(&block.pairs) {
            let alone = transactions.pair(row, transactions.timeline.moment(row));
            assert_eq!((alone.merchant, alone.customer, alone.country), (pair.merchant, pair.customer, pair.country));
        }
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

//! Transactions: one row per authorisation attempt, drawn from the row number alone. A block of rows is drawn stage by
//! stage, and only the stages that the asked-for columns need.

mod amount;
mod attempt;
mod instrument;
mod outcome;
mod pair;

use crate::model::parameter::Parameter;
use std::ops::Range;
use std::sync::Arc;

use super::fraud::{self, Fraud};
use super::merchant::Profile;
use super::money::Cents;
use super::payment_mix::PaymentMix;
use super::pricing::Fees;
use super::retry::{Retries, SOON_MINUTES};
use super::slots::{GROUP, Slots};
use super::streams::{self, Table};
use super::subscription::Billing;
use super::timeline::{Moment, Timeline};
use super::vocabulary::{CardBrand, Channel, Country, Funding, PaymentMethod, ResponseCode};
use super::world::World;
use crate::random::Stream;
use attempt::Retried;
use pair::{Proposal, Source};

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
    /// How it is abused by a third party, if it is.
    pub scenarios: Vec<Option<fraud::Scenario>>,
    /// Number of the incident that it is part of; 0 for none.
    pub incidents: Vec<u16>,
    /// Probability of approval before the draw.
    pub probabilities: Vec<f32>,
    sources: Vec<Source>,
    /// Rows without a merchant yet, and what is proposed to them.
    waiting: Vec<u32>,
    proposals: Vec<Proposal>,
    /// The retries of the block, and the first attempts that they may repeat.
    retried: Vec<Retried>,
    candidates: Option<Box<Block>>,
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
    /// Payments abused by third parties.
    pub fraud: Fraud,
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
    diversion: Stream,
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
            diversion: stream(14),
        };
        let groups_a_minute = rows as f64 / (timeline.days() as f64 * 1_440.0 * GROUP as f64);
        Self {
            streams,
            mix: PaymentMix::new(),
            slots: Slots::new(world.params.seed),
            billing: Billing::new(&world.params, |day| timeline.first_row(day)),
            fraud: Fraud::new(world.params.seed, world.params.scenario.fraud.factor()),
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
            self.fill_scenarios(block);
            let Block { sources, profiles, instruments, scenarios, amounts, .. } = block;
            let payments = sources.iter().zip(&*profiles).zip(&*instruments).zip(&*scenarios);
            amounts.extend(payments.map(|(((source, merchant), instrument), scenario)| {
                self.amount(source, merchant, instrument, *scenario)
            }));
            block.repeat(|block| &mut block.amounts);
        }
        if stage >= Stage::Response {
            self.fill_responses(block);
        }
        if stage >= Stage::Fees {
            self.fill_fees(block);
        }
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
        self.scenarios.clear();
        self.incidents.clear();
        self.probabilities.clear();
        self.retried.clear();
    }
}

/// The numbers of these files, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    [amount::defaults(), instrument::defaults(), outcome::defaults(), pair::defaults()].concat()
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
        // From a batch of 64 rows every other hour to one every three days.
        let retries = [300_000, 60_000, 8_000].map(|rows| check_retries(&transactions(rows)));
        assert!(retries[0][2] > 6_000 && retries[0][3] > 500 && retries[0][5] > 20, "{retries:?}");
    }

    #[test]
    fn retries_of_a_decade_with_few_rows_a_day_count_up() {
        // 27 rows a day: a batch lies across three days.
        let params = WorldParams { start_day: 16_436, ..WorldParams::default() };
        let retries = check_retries(&Transactions::new(Arc::new(World::new(params)), 100_000));
        assert!(retries[3] > 100, "{retries:?}");
    }

    /// Checks every retry against the attempt before it; the number of attempts by their place, five and more together.
    fn check_retries(transactions: &Transactions) -> [u32; 6] {
        let rows = transactions.timeline.rows();
        let mut all = Block::default();
        transactions.fill(0..rows, Stage::Response, &mut all);
        let mut last: std::collections::HashMap<u64, usize> = std::collections::HashMap::new();
        let mut retries = [0; 6];
        for row in 0..all.rows.len() {
            let attempt = all.attempts[row];
            if attempt > 1 {
                let before = last[&all.origins[row]];
                assert_eq!(all.attempts[before] + 1, attempt, "row {row} of {rows}");
                assert_ne!(all.responses[before], ResponseCode::Approved, "row {row} of {rows}");
                assert!(!all.responses[before].is_never_retry(), "row {row} of {rows}");
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
        retries
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
}

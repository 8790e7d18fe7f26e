//! What refunds and disputes ask of a transaction, for rows picked out of the whole.

use super::fraud::Scenario;
use super::money::Cents;
use super::transaction::{Block, Stage, Transactions};
use super::vocabulary::{Channel, Industry, PaymentMethod, ResponseCode};

/// One attempt, seen from what may follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sale {
    /// Its row.
    pub row: u64,
    /// Day of the window.
    pub day: u32,
    /// Place of the merchant in `World::profiles`.
    pub merchant: u32,
    /// The merchant's line of business.
    pub industry: Industry,
    /// Where it was paid.
    pub channel: Channel,
    /// What it was paid with.
    pub method: PaymentMethod,
    /// Billed by the merchant on file.
    pub is_recurring: bool,
    /// Amount; 0 unless it was asked for.
    pub amount: Cents,
    /// Approved; false unless it was asked for.
    pub is_approved: bool,
    /// How it is abused by a third party; `None` unless the amount was asked for.
    pub scenario: Option<Scenario>,
}

/// Reads sales by their rows; keeps its memory from call to call.
#[derive(Clone, Debug, Default)]
pub struct Sales {
    block: Block,
}

impl Sales {
    /// The sales of some rows, as far as a stage shows them.
    pub fn of(&mut self, transactions: &Transactions, rows: &[u64], stage: Stage) -> impl Iterator<Item = Sale> {
        transactions.fill_rows(rows, stage, &mut self.block);
        (0..rows.len()).map(|place| sale(&self.block, place))
    }
}

/// The sale at a place of a block that is filled at least up to the instrument.
pub fn sale(block: &Block, place: usize) -> Sale {
    let (profile, instrument) = (&block.profiles[place], &block.instruments[place]);
    Sale {
        row: block.rows[place],
        day: block.moments[place].day,
        merchant: block.pairs[place].merchant,
        industry: profile.industry,
        channel: instrument.channel,
        method: instrument.method,
        is_recurring: instrument.is_recurring,
        amount: block.amounts.get(place).copied().unwrap_or_default(),
        is_approved: block.responses.get(place) == Some(&ResponseCode::Approved),
        scenario: block.scenarios.get(place).copied().flatten(),
    }
}

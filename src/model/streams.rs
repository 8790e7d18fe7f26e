//! Which stream belongs to which column: a draw's address is (seed, table, column, row). Numbers are part of the model
//! version; a new column takes a new number, a dropped one leaves a gap.

use crate::random::Stream;
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;

/// The model version is part of every address: raising it changes every value of every world.
pub const MODEL_VERSION: u64 = 2;

/// The tables that draw.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "named after the tables of the contract")]
pub enum Table {
    AccountManager = 1,
    Campaign = 2,
    Merchant = 3,
    Customer = 4,
    Transaction = 5,
    Incident = 6,
    Refund = 7,
    Dispute = 8,
    Fraud = 9,
}

/// The stream of one column.
pub const fn column(seed: u64, table: Table, column: u64) -> Stream {
    Stream::new(seed, MODEL_VERSION << 32 | table as u64, column)
}

/// A generator for one row of a small table, for whoever draws many values in a fixed order and once per world.
pub fn generator(seed: u64, table: Table, row: u64) -> Pcg64Mcg {
    Pcg64Mcg::seed_from_u64(column(seed, table, u64::MAX).at(row))
}

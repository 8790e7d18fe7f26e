//! `gen_transactions(rows, start, end)`: one row per authorisation attempt, in time order.
//!
//! Named parameters: `seed`, `merchants`, `customers` and the scales of mechanisms (the world); `shard`, `shards` (a part
//! by row number, 1 to `shards`); `from_date`, `until_date` (a part by day, `until_date` excluded); `enums := true` for
//! ENUM in place of VARCHAR.
//! The columns are those of the data contract, see docs/data-model.md.

use std::ops::Range;
use std::sync::Arc;

use super::arguments::{Arguments, FACTS};
use super::duckdb::Chunk;
use super::facts::{Facts, WINDOW};
use super::table::{Column, Kind, Scan, Table, TableFunction};
use crate::error::Error;
use crate::model::transaction::{Block, Stage, Transactions};
use crate::model::vocabulary::{
    CardBrand, Channel, Country, Currency, DeclineReason, Funding, PaymentMethod, ResponseCode,
};

/// The function.
pub struct GenTransactions;

impl TableFunction for GenTransactions {
    fn name(&self) -> &'static str {
        "gen_transactions"
    }

    fn positional(&self) -> &'static [&'static str] {
        WINDOW
    }

    fn named(&self) -> &'static [&'static str] {
        FACTS
    }

    fn bind(&self, arguments: &Arguments) -> Result<Box<dyn Table>, Error> {
        let facts = Facts::of(arguments)?;
        let timeline = &facts.transactions.timeline;
        let rows = facts.part(arguments, timeline.rows(), |day| timeline.first_row(day))?;
        Ok(Box::new(Bound { transactions: Arc::clone(&facts.transactions), rows, enums: facts.enums }))
    }
}

struct Bound {
    transactions: Arc<Transactions>,
    rows: Range<u64>,
    enums: bool,
}

const COLUMNS: [Column; 21] = [
    Column::new("txn_id", Kind::Bigint),
    Column::new("payment_id", Kind::Bigint),
    Column::new("attempt_no", Kind::Tinyint),
    Column::new("ts", Kind::Timestamp),
    Column::new("merchant_id", Kind::Bigint),
    Column::new("customer_id", Kind::Bigint),
    Column::new("amount", Kind::Money),
    Column::new("currency", Kind::Enum(Currency::WORDS)),
    Column::new("channel", Kind::Enum(Channel::WORDS)),
    Column::new("payment_method", Kind::Enum(PaymentMethod::WORDS)),
    Column::new("card_brand", Kind::Enum(CardBrand::WORDS)),
    Column::new("funding", Kind::Enum(Funding::WORDS)),
    Column::new("card_country", Kind::Enum(Country::WORDS)),
    Column::new("is_recurring", Kind::Boolean),
    Column::new("is_authenticated", Kind::Boolean),
    Column::new("approved", Kind::Boolean),
    Column::new("response_code", Kind::Enum(ResponseCode::WORDS)),
    Column::new("decline_reason", Kind::Enum(DeclineReason::WORDS)),
    Column::new("fee", Kind::Money),
    Column::new("interchange_fee", Kind::Money),
    Column::new("scheme_fee", Kind::Money),
];

/// The last stage that a column needs.
fn stage(column: usize) -> Stage {
    match column {
        0 | 7 => Stage::Key,
        3 => Stage::Moment,
        1 | 2 => Stage::Attempt,
        4 | 5 => Stage::Pair,
        8..=14 => Stage::Instrument,
        6 => Stage::Amount,
        15..=17 => Stage::Response,
        _ => Stage::Fees,
    }
}

impl Table for Bound {
    fn columns(&self) -> Vec<Column> {
        let columns = COLUMNS.iter().copied();
        columns.map(|column| if self.enums { column } else { column.without_enum() }).collect()
    }

    fn rows(&self) -> Range<u64> {
        self.rows.clone()
    }

    fn scan(&self, projection: &[usize]) -> Box<dyn Scan> {
        let stage = projection.iter().map(|column| stage(*column)).max().unwrap_or(Stage::Key);
        Box::new(TransactionScan {
            transactions: Arc::clone(&self.transactions),
            projection: projection.to_vec(),
            stage,
            block: Block::default(),
        })
    }
}

struct TransactionScan {
    transactions: Arc<Transactions>,
    projection: Vec<usize>,
    stage: Stage,
    block: Block,
}

impl Scan for TransactionScan {
    fn write(&mut self, rows: Range<u64>, chunk: &mut Chunk<'_>) {
        self.transactions.fill(rows.clone(), self.stage, &mut self.block);
        for (place, &column) in self.projection.iter().enumerate() {
            write_column(column, rows.clone(), &self.transactions, &self.block, place, chunk);
        }
    }
}

fn write_column(
    column: usize,
    rows: Range<u64>,
    transactions: &Transactions,
    block: &Block,
    place: usize,
    chunk: &mut Chunk<'_>,
) {
    let world = &transactions.world;
    let midnight = |day: u32| i64::from(world.date(day)) * 86_400_000_000;
    let with_card = |word: fn(usize, &Block) -> u8| {
        (0..block.instruments.len())
            .map(move |i| (block.instruments[i].method != PaymentMethod::Ach).then(|| word(i, block)))
    };
    match column {
        0 => chunk.write(place, rows.map(|row| row as i64 + 1)),
        1 => chunk.write(place, block.origins.iter().map(|row| *row as i64 + 1)),
        2 => chunk.write(place, block.attempts.iter().map(|attempt| *attempt as i8)),
        3 => chunk.write(place, block.moments.iter().map(|moment| midnight(moment.day) + moment.micros)),
        4 => chunk.write(place, block.pairs.iter().map(|pair| i64::from(world.merchant_ids[pair.merchant as usize]))),
        5 => chunk.write(place, block.pairs.iter().map(|pair| world.customers.id(pair.customer))),
        6 => chunk.write(place, block.amounts.iter().copied()),
        7 => chunk.write_words(place, rows.map(|_| Currency::Usd as u8)),
        8 => chunk.write_words(place, block.instruments.iter().map(|instrument| instrument.channel as u8)),
        9 => chunk.write_words(place, block.instruments.iter().map(|instrument| instrument.method as u8)),
        10 => chunk.write_words_or_null(place, with_card(|i, block| block.instruments[i].brand as u8)),
        11 => chunk.write_words_or_null(place, with_card(|i, block| block.instruments[i].funding as u8)),
        12 => chunk.write_words_or_null(place, with_card(|i, block| block.pairs[i].country as u8)),
        13 => chunk.write(place, block.instruments.iter().map(|instrument| instrument.is_recurring)),
        14 => chunk.write(place, block.instruments.iter().map(|instrument| instrument.is_authenticated)),
        15 => chunk.write(place, block.responses.iter().map(|code| *code == ResponseCode::Approved)),
        16 => chunk.write_words(place, block.responses.iter().map(|code| *code as u8)),
        17 => {
            let reasons = block.responses.iter().map(|code| code.decline_reason().map(|reason| reason as u8));
            chunk.write_words_or_null(place, reasons);
        }
        18 => chunk.write(place, block.fees.iter().map(|fees| fees.fee)),
        19 => chunk.write(place, block.fees.iter().map(|fees| fees.interchange)),
        _ => chunk.write(place, block.fees.iter().map(|fees| fees.scheme)),
    }
}

//! `gen_refunds(rows, start, end)`: the refunds of `gen_transactions` with the same arguments, in time order.
//!
//! Named parameters: those of `gen_transactions`; `from_date` and `until_date` are days of the refund. Keys are unique and
//! rise with time; they are places among candidates, so some are left out.

use std::ops::Range;
use std::sync::Arc;

use super::arguments::{Arguments, FACTS};
use super::duckdb::Chunk;
use super::facts::{Facts, WINDOW, timestamp};
use super::table::{Column, Kind, Scan, Table, TableFunction};
use crate::error::Error;
use crate::model::refund::{Refund, Refunds, Scratch};
use crate::model::vocabulary::RefundReason;

/// The function.
pub struct GenRefunds;

impl TableFunction for GenRefunds {
    fn name(&self) -> &'static str {
        "gen_refunds"
    }

    fn positional(&self) -> &'static [&'static str] {
        WINDOW
    }

    fn named(&self) -> &'static [&'static str] {
        FACTS
    }

    fn bind(&self, arguments: &Arguments) -> Result<Box<dyn Table>, Error> {
        let facts = Facts::of(arguments)?;
        let refunds = Refunds::new(Arc::clone(&facts.transactions));
        let rows = facts.part(arguments, refunds.follow_ups.count(), |day| refunds.follow_ups.first(day))?;
        Ok(Box::new(Bound { refunds: Arc::new(refunds), rows, enums: facts.enums }))
    }
}

struct Bound {
    refunds: Arc<Refunds>,
    rows: Range<u64>,
    enums: bool,
}

const COLUMNS: [Column; 6] = [
    Column::new("refund_id", Kind::Bigint),
    Column::new("txn_id", Kind::Bigint),
    Column::new("merchant_id", Kind::Bigint),
    Column::new("ts", Kind::Timestamp),
    Column::new("amount", Kind::Money),
    Column::new("reason", Kind::Enum(RefundReason::WORDS)),
];

impl Table for Bound {
    fn columns(&self) -> Vec<Column> {
        COLUMNS.iter().map(|column| if self.enums { *column } else { column.without_enum() }).collect()
    }

    fn rows(&self) -> Range<u64> {
        self.rows.clone()
    }

    fn scan(&self, projection: &[usize]) -> Box<dyn Scan> {
        Box::new(RefundScan {
            refunds: Arc::clone(&self.refunds),
            projection: projection.to_vec(),
            scratch: Scratch::default(),
            found: Vec::new(),
        })
    }
}

struct RefundScan {
    refunds: Arc<Refunds>,
    projection: Vec<usize>,
    scratch: Scratch,
    found: Vec<Refund>,
}

impl Scan for RefundScan {
    fn draw(&mut self, rows: Range<u64>) -> u64 {
        self.found.clear();
        self.refunds.fill(rows, &mut self.scratch, &mut self.found);
        self.found.len() as u64
    }

    fn write(&mut self, _rows: Range<u64>, chunk: &mut Chunk<'_>) {
        let world = &self.refunds.transactions.world;
        for (place, &column) in self.projection.iter().enumerate() {
            let found = self.found.iter();
            match column {
                0 => chunk.write(place, found.map(|refund| refund.number as i64 + 1)),
                1 => chunk.write(place, found.map(|refund| refund.sale as i64 + 1)),
                2 => chunk.write(place, found.map(|refund| i64::from(world.merchant_ids[refund.merchant as usize]))),
                3 => chunk.write(place, found.map(|refund| timestamp(world, refund.moment))),
                4 => chunk.write(place, found.map(|refund| refund.amount)),
                _ => chunk.write_words(place, found.map(|refund| refund.reason as u8)),
            }
        }
    }
}

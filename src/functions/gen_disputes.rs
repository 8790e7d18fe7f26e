//! `gen_disputes(rows, start, end)`: the disputes of `gen_transactions` with the same arguments, in the order in which they
//! were opened, as they stand at the window's end.
//!
//! Named parameters: those of `gen_transactions`; `from_date` and `until_date` are days of the opening. Keys are unique and
//! rise with time; they are places among candidates, so some are left out. `is_fraud` is what the cardholder claims.

use std::ops::Range;
use std::sync::Arc;

use super::arguments::{Arguments, FACTS};
use super::duckdb::Chunk;
use super::facts::{Facts, WINDOW, timestamp};
use super::table::{Column, Kind, Scan, Table, TableFunction};
use crate::error::Error;
use crate::model::dispute::{Dispute, Disputes, Scratch};
use crate::model::vocabulary::{DisputeReason, DisputeStatus};

/// The function.
pub struct GenDisputes;

impl TableFunction for GenDisputes {
    fn name(&self) -> &'static str {
        "gen_disputes"
    }

    fn positional(&self) -> &'static [&'static str] {
        WINDOW
    }

    fn named(&self) -> &'static [&'static str] {
        FACTS
    }

    fn bind(&self, arguments: &Arguments) -> Result<Box<dyn Table>, Error> {
        let facts = Facts::of(arguments)?;
        let disputes = Disputes::new(Arc::clone(&facts.transactions));
        let rows = facts.part(arguments, disputes.follow_ups.count(), |day| disputes.follow_ups.first(day))?;
        Ok(Box::new(Bound { disputes: Arc::new(disputes), rows, enums: facts.enums }))
    }
}

struct Bound {
    disputes: Arc<Disputes>,
    rows: Range<u64>,
    enums: bool,
}

const COLUMNS: [Column; 9] = [
    Column::new("dispute_id", Kind::Bigint),
    Column::new("txn_id", Kind::Bigint),
    Column::new("merchant_id", Kind::Bigint),
    Column::new("opened_at", Kind::Timestamp),
    Column::new("amount", Kind::Money),
    Column::new("reason", Kind::Enum(DisputeReason::WORDS)),
    Column::new("is_fraud", Kind::Boolean),
    Column::new("status", Kind::Enum(DisputeStatus::WORDS)),
    Column::new("resolved_at", Kind::Timestamp),
];

impl Table for Bound {
    fn columns(&self) -> Vec<Column> {
        COLUMNS.iter().map(|column| if self.enums { *column } else { column.without_enum() }).collect()
    }

    fn rows(&self) -> Range<u64> {
        self.rows.clone()
    }

    fn scan(&self, projection: &[usize]) -> Box<dyn Scan> {
        Box::new(DisputeScan {
            disputes: Arc::clone(&self.disputes),
            projection: projection.to_vec(),
            scratch: Scratch::default(),
            found: Vec::new(),
        })
    }
}

struct DisputeScan {
    disputes: Arc<Disputes>,
    projection: Vec<usize>,
    scratch: Scratch,
    found: Vec<Dispute>,
}

impl Scan for DisputeScan {
    fn draw(&mut self, rows: Range<u64>) -> u64 {
        self.found.clear();
        self.disputes.fill(rows, &mut self.scratch, &mut self.found);
        self.found.len() as u64
    }

    fn write(&mut self, _rows: Range<u64>, chunk: &mut Chunk<'_>) {
        let world = &self.disputes.transactions().world;
        for (place, &column) in self.projection.iter().enumerate() {
            let found = self.found.iter();
            match column {
                0 => chunk.write(place, found.map(|dispute| dispute.number as i64 + 1)),
                1 => chunk.write(place, found.map(|dispute| dispute.sale as i64 + 1)),
                2 => chunk.write(place, found.map(|dispute| i64::from(world.merchant_ids[dispute.merchant as usize]))),
                3 => chunk.write(place, found.map(|dispute| timestamp(world, dispute.opened))),
                4 => chunk.write(place, found.map(|dispute| dispute.amount)),
                5 => chunk.write_words(place, found.map(|dispute| dispute.reason as u8)),
                6 => chunk.write(place, found.map(|dispute| dispute.reason == DisputeReason::Fraud)),
                7 => chunk.write_words(place, found.map(|dispute| dispute.status as u8)),
                _ => {
                    let resolved = found.map(|dispute| dispute.resolved.map(|moment| timestamp(world, moment)));
                    chunk.write_or_null(place, resolved);
                }
            }
        }
    }
}

//! `truth_transactions(rows, start, end)`: what is true of the rows of `gen_transactions` with the same arguments and stands
//! in no column of theirs. For tests and scorecards alone. Named parameters: those of `gen_transactions`.
//!
//! `scenario`: how the payment is abused, NULL unless `is_fraud`; friendly fraud counts also when the dispute would be opened
//! after the window. `incident_id`: the first incident of `truth_incidents` that the row is part of, or NULL.
//! `approval_probability`: chance of approval before the draw.

use std::ops::Range;
use std::sync::Arc;

use super::arguments::{Arguments, FACTS};
use super::duckdb::Chunk;
use super::facts::{Facts, WINDOW};
use super::table::{Column, Kind, Scan, Table, TableFunction};
use crate::error::Error;
use crate::model::dispute::Disputes;
use crate::model::sale::sale;
use crate::model::transaction::{Block, Stage};
use crate::model::vocabulary::FraudScenario;

/// The function.
pub struct TruthTransactions;

impl TableFunction for TruthTransactions {
    fn name(&self) -> &'static str {
        "truth_transactions"
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
        let disputes = Arc::new(Disputes::new(Arc::clone(&facts.transactions)));
        Ok(Box::new(Bound { disputes, rows, enums: facts.enums }))
    }
}

struct Bound {
    disputes: Arc<Disputes>,
    rows: Range<u64>,
    enums: bool,
}

const COLUMNS: [Column; 5] = [
    Column::new("txn_id", Kind::Bigint),
    Column::new("is_fraud", Kind::Boolean),
    Column::new("scenario", Kind::Enum(FraudScenario::WORDS)),
    Column::new("incident_id", Kind::Integer),
    Column::new("approval_probability", Kind::Double),
];

impl Table for Bound {
    fn columns(&self) -> Vec<Column> {
        COLUMNS.iter().map(|column| if self.enums { *column } else { column.without_enum() }).collect()
    }

    fn rows(&self) -> Range<u64> {
        self.rows.clone()
    }

    fn scan(&self, projection: &[usize]) -> Box<dyn Scan> {
        Box::new(TruthScan {
            disputes: Arc::clone(&self.disputes),
            projection: projection.to_vec(),
            block: Block::default(),
            scenarios: Vec::new(),
        })
    }
}

struct TruthScan {
    disputes: Arc<Disputes>,
    projection: Vec<usize>,
    block: Block,
    scenarios: Vec<Option<FraudScenario>>,
}

impl Scan for TruthScan {
    fn write(&mut self, rows: Range<u64>, chunk: &mut Chunk<'_>) {
        let Self { disputes, block, scenarios, .. } = self;
        // What a wrong price does is known with the fees.
        disputes.transactions().fill(rows.clone(), Stage::Fees, block);
        scenarios.clear();
        scenarios.extend((0..block.rows.len()).map(|place| {
            let sale = sale(block, place);
            sale.scenario.or_else(|| disputes.is_friendly_fraud(&sale).then_some(FraudScenario::FriendlyFraud))
        }));
        for (place, &column) in self.projection.iter().enumerate() {
            match column {
                0 => chunk.write(place, rows.clone().map(|row| row as i64 + 1)),
                1 => chunk.write(place, scenarios.iter().map(Option::is_some)),
                2 => chunk.write_words_or_null(place, scenarios.iter().map(|kind| kind.map(|kind| kind as u8))),
                3 => chunk.write_or_null(place, block.incidents.iter().map(|id| (*id > 0).then_some(i32::from(*id)))),
                _ => chunk.write(place, block.probabilities.iter().map(|probability| f64::from(*probability))),
            }
        }
    }
}

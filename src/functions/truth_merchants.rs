//! `truth_merchants()`: what becomes of every merchant of the world, which no other table tells. For tests and scorecards
//! alone. Named parameters: those of `gen_merchants`.
//!
//! `activated_on`: first day of business, NULL for never; it may lie after the window. `fades_from`: first day of falling
//! volume, NULL unless `churn_kind` is fade. `churned_on`: first day without business; known up to 100 days after the
//! window. `returned_on`: first day back. `growth`: growth of volume a year, as a share of the volume at the window's start.

use std::ops::Range;
use std::sync::Arc;

use super::arguments::{Arguments, WORLD};
use super::duckdb::Chunk;
use super::table::{Column, Kind, Scan, Table, TableFunction};
use super::worlds;
use crate::error::Error;
use crate::model::vocabulary::ChurnKind;
use crate::model::world::World;

/// The function.
pub struct TruthMerchants;

impl TableFunction for TruthMerchants {
    fn name(&self) -> &'static str {
        "truth_merchants"
    }

    fn named(&self) -> &'static [&'static str] {
        WORLD
    }

    fn bind(&self, arguments: &Arguments) -> Result<Box<dyn Table>, Error> {
        let world = worlds::world(arguments.world()?);
        Ok(Box::new(Bound { world, enums: arguments.flag("enums", false)? }))
    }
}

struct Bound {
    world: Arc<World>,
    enums: bool,
}

const COLUMNS: [Column; 7] = [
    Column::new("merchant_id", Kind::Bigint),
    Column::new("activated_on", Kind::Date),
    Column::new("churn_kind", Kind::Enum(ChurnKind::WORDS)),
    Column::new("fades_from", Kind::Date),
    Column::new("churned_on", Kind::Date),
    Column::new("returned_on", Kind::Date),
    Column::new("growth", Kind::Double),
];

impl Table for Bound {
    fn columns(&self) -> Vec<Column> {
        COLUMNS.iter().map(|column| if self.enums { *column } else { column.without_enum() }).collect()
    }

    fn rows(&self) -> Range<u64> {
        0..self.world.params.merchants
    }

    fn scan(&self, projection: &[usize]) -> Box<dyn Scan> {
        Box::new(MerchantScan { world: Arc::clone(&self.world), projection: projection.to_vec() })
    }
}

struct MerchantScan {
    world: Arc<World>,
    projection: Vec<usize>,
}

impl Scan for MerchantScan {
    fn write(&mut self, rows: Range<u64>, chunk: &mut Chunk<'_>) {
        for (place, &column) in self.projection.iter().enumerate() {
            let merchants = &self.world.merchants[rows.start as usize..rows.end as usize];
            let lives = merchants.iter().map(|merchant| merchant.life);
            match column {
                0 => chunk.write(place, rows.clone().map(|row| row as i64 + 1)),
                1 => chunk.write_or_null(place, lives.map(|life| life.activated())),
                2 => chunk.write_words(place, lives.map(|life| life.churn_kind() as u8)),
                3 => chunk.write_or_null(place, lives.map(|life| life.fades())),
                4 => chunk.write_or_null(place, lives.map(|life| life.churned())),
                5 => chunk.write_or_null(place, lives.map(|life| life.returned())),
                _ => chunk.write(place, lives.map(|life| life.yearly_growth())),
            }
        }
    }
}

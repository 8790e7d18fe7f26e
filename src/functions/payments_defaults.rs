//! `payments_defaults()`: one row per number that the default world is made from, with its unit and what it rests on. The
//! scales of mechanisms multiply some of them; see the functions that take those.

use std::ops::Range;
use std::sync::Arc;

use super::arguments::Arguments;
use super::duckdb::Chunk;
use super::table::{Column, Kind, ListScan, Scan, Table, TableFunction};
use crate::error::Error;
use crate::model::parameter::{self, Parameter};
use crate::model::vocabulary::Basis;

/// The function.
pub struct PaymentsDefaults;

impl TableFunction for PaymentsDefaults {
    fn name(&self) -> &'static str {
        "payments_defaults"
    }

    fn bind(&self, _arguments: &Arguments) -> Result<Box<dyn Table>, Error> {
        Ok(Box::new(Defaults(Arc::new(parameter::all()))))
    }
}

struct Defaults(Arc<Vec<Parameter>>);

const COLUMNS: [Column; 6] = [
    Column::new("mechanism", Kind::Text),
    Column::new("parameter", Kind::Text),
    Column::new("value", Kind::Double),
    Column::new("unit", Kind::Text),
    Column::new("basis", Kind::Word(Basis::WORDS)),
    Column::new("source", Kind::Text),
];

impl Table for Defaults {
    fn columns(&self) -> Vec<Column> {
        COLUMNS.to_vec()
    }

    fn rows(&self) -> Range<u64> {
        0..self.0.len() as u64
    }

    fn scan(&self, projection: &[usize]) -> Box<dyn Scan> {
        Box::new(ListScan { items: Arc::clone(&self.0), projection: projection.to_vec(), write_column })
    }
}

fn write_column(column: usize, parameters: &[Parameter], place: usize, chunk: &mut Chunk<'_>) {
    let parameters = parameters.iter();
    match column {
        0 => chunk.write_text(place, parameters.map(|parameter| parameter.mechanism)),
        1 => chunk.write_text(place, parameters.map(|parameter| &parameter.name)),
        2 => chunk.write(place, parameters.map(|parameter| parameter.value)),
        3 => chunk.write_text(place, parameters.map(|parameter| parameter.unit)),
        4 => chunk.write_words(place, parameters.map(|parameter| parameter.source.basis as u8)),
        _ => chunk.write_text(place, parameters.map(|parameter| parameter.source.text)),
    }
}

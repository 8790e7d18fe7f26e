//! `qa_rules()`: the catalogue of quality checks, one row per check, with the SQL that lists what offends.

use std::ops::Range;
use std::sync::Arc;

use super::arguments::Arguments;
use super::duckdb::Chunk;
use super::table::{Column, Kind, ListScan, Scan, Table, TableFunction};
use crate::checks::{Rule, rules};
use crate::error::Error;

/// The function.
pub struct QaRules;

impl TableFunction for QaRules {
    fn name(&self) -> &'static str {
        "qa_rules"
    }

    fn bind(&self, _arguments: &Arguments) -> Result<Box<dyn Table>, Error> {
        Ok(Box::new(Rules(Arc::new(rules().to_vec()))))
    }
}

struct Rules(Arc<Vec<Rule>>);

const COLUMNS: [Column; 10] = [
    Column::new("check_id", Kind::Text),
    Column::new("check_name", Kind::Text),
    Column::new("question", Kind::Text),
    Column::new("table_name", Kind::Text),
    Column::new("column_name", Kind::Text),
    Column::new("dimension", Kind::Text),
    Column::new("severity", Kind::Text),
    Column::new("threshold", Kind::Double),
    Column::new("reason", Kind::Text),
    Column::new("sql", Kind::Text),
];

impl Table for Rules {
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

fn write_column(column: usize, rules: &[Rule], place: usize, chunk: &mut Chunk<'_>) {
    let rules = rules.iter();
    match column {
        0 => chunk.write_text(place, rules.map(|rule| &rule.check_id)),
        1 => chunk.write_text(place, rules.map(|rule| &rule.name)),
        2 => chunk.write_text(place, rules.map(|rule| &rule.question)),
        3 => chunk.write_text(place, rules.map(|rule| &rule.table)),
        4 => chunk.write_text(place, rules.map(|rule| &rule.columns)),
        5 => chunk.write_text(place, rules.map(|rule| &rule.dimension)),
        6 => chunk.write_text(place, rules.map(|rule| rule.severity.to_string())),
        7 => chunk.write(place, rules.map(|rule| rule.threshold)),
        8 => chunk.write_text(place, rules.map(|rule| &rule.reason)),
        _ => chunk.write_text(place, rules.map(|rule| &rule.sql)),
    }
}

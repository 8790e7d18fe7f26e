//! `gen_account_managers()`: one row per account manager of the world. Named parameters: `seed`, `merchants`, `customers`,
//! `start_date`, `end_date` (the window of the world), `enums`.

use std::ops::Range;
use std::sync::Arc;

use super::arguments::{Arguments, WORLD};
use super::duckdb::Chunk;
use super::table::{Column, Kind, ListScan, Scan, Table, TableFunction};
use crate::error::Error;
use crate::model::account_manager::{self, AccountManager};
use crate::model::vocabulary::Region;

/// The function.
pub struct GenAccountManagers;

impl TableFunction for GenAccountManagers {
    fn name(&self) -> &'static str {
        "gen_account_managers"
    }

    fn named(&self) -> &'static [&'static str] {
        WORLD
    }

    fn bind(&self, arguments: &Arguments) -> Result<Box<dyn Table>, Error> {
        let params = arguments.world()?;
        let managers = (0..account_manager::count(&params)).map(|index| account_manager::at(&params, index)).collect();
        Ok(Box::new(Bound { managers: Arc::new(managers), enums: arguments.flag("enums", false)? }))
    }
}

struct Bound {
    managers: Arc<Vec<AccountManager>>,
    enums: bool,
}

const COLUMNS: [Column; 5] = [
    Column::new("account_manager_id", Kind::Integer),
    Column::new("account_manager_name", Kind::Text),
    Column::new("region", Kind::Enum(Region::WORDS)),
    Column::new("team", Kind::Text),
    Column::new("hired_on", Kind::Date),
];

impl Table for Bound {
    fn columns(&self) -> Vec<Column> {
        COLUMNS.iter().map(|column| if self.enums { *column } else { column.without_enum() }).collect()
    }

    fn rows(&self) -> Range<u64> {
        0..self.managers.len() as u64
    }

    fn scan(&self, projection: &[usize]) -> Box<dyn Scan> {
        Box::new(ListScan { items: Arc::clone(&self.managers), projection: projection.to_vec(), write_column })
    }
}

fn write_column(column: usize, managers: &[AccountManager], place: usize, chunk: &mut Chunk<'_>) {
    let managers = managers.iter();
    match column {
        0 => chunk.write(place, managers.map(|manager| manager.account_manager_id)),
        1 => chunk.write_text(place, managers.map(|manager| &manager.name)),
        2 => chunk.write_words(place, managers.map(|manager| manager.region as u8)),
        3 => chunk.write_text(place, managers.map(|manager| &manager.team)),
        _ => chunk.write(place, managers.map(|manager| manager.hired_on)),
    }
}

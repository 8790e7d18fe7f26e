//! `gen_customers()`: one row per customer of the world. Named parameters: `seed`, `merchants`, `customers`, `start_date`,
//! `end_date` (the window of the world), `enums`.

use std::ops::Range;
use std::sync::Arc;

use super::arguments::{Arguments, WORLD};
use super::duckdb::Chunk;
use super::table::{Column, Kind, Scan, Table, TableFunction};
use crate::error::Error;
use crate::model::customer::{Customer, Customers};
use crate::model::vocabulary::{Country, Region, Segment};

/// The function.
pub struct GenCustomers;

impl TableFunction for GenCustomers {
    fn name(&self) -> &'static str {
        "gen_customers"
    }

    fn named(&self) -> &'static [&'static str] {
        WORLD
    }

    fn bind(&self, arguments: &Arguments) -> Result<Box<dyn Table>, Error> {
        let customers = Arc::new(Customers::new(&arguments.world()?));
        Ok(Box::new(Bound { customers, enums: arguments.flag("enums", false)? }))
    }
}

struct Bound {
    customers: Arc<Customers>,
    enums: bool,
}

const COLUMNS: [Column; 5] = [
    Column::new("customer_id", Kind::Bigint),
    Column::new("segment", Kind::Enum(Segment::WORDS)),
    Column::new("region", Kind::Enum(Region::WORDS)),
    Column::new("country", Kind::Enum(Country::WORDS)),
    Column::new("join_date", Kind::Date),
];

impl Table for Bound {
    fn columns(&self) -> Vec<Column> {
        COLUMNS.iter().map(|column| if self.enums { *column } else { column.without_enum() }).collect()
    }

    fn rows(&self) -> Range<u64> {
        0..self.customers.count()
    }

    fn scan(&self, projection: &[usize]) -> Box<dyn Scan> {
        let projection = projection.to_vec();
        Box::new(CustomerScan { customers: Arc::clone(&self.customers), projection, block: Vec::new() })
    }
}

struct CustomerScan {
    customers: Arc<Customers>,
    projection: Vec<usize>,
    block: Vec<Customer>,
}

impl Scan for CustomerScan {
    fn write(&mut self, rows: Range<u64>, chunk: &mut Chunk<'_>) {
        self.block.clear();
        if self.projection.iter().any(|column| *column != 0) {
            self.block.extend(rows.clone().map(|row| self.customers.at(row)));
        }
        for (place, &column) in self.projection.iter().enumerate() {
            let customers = self.block.iter();
            match column {
                0 => chunk.write(place, rows.clone().map(|row| row as i64 + 1)),
                1 => chunk.write_words(place, customers.map(|customer| customer.segment as u8)),
                2 => chunk.write_words(place, customers.map(|customer| customer.region as u8)),
                3 => chunk.write_words(place, customers.map(|customer| customer.country as u8)),
                _ => chunk.write(place, customers.map(|customer| customer.join_date)),
            }
        }
    }
}

//! `gen_merchants()`: one row per merchant of the world. Named parameters: `seed`, `merchants`, `customers`, `start_date`,
//! `end_date` (the window of the world), `enums`.

use std::ops::Range;
use std::sync::Arc;

use super::arguments::{Arguments, WORLD};
use super::duckdb::Chunk;
use super::table::{Column, Kind, Scan, Table, TableFunction};
use super::worlds;
use crate::error::Error;
use crate::model::merchant_name;
use crate::model::vocabulary::{Country, Industry, MerchantSize, PricingPlan, Region, SalesChannel};
use crate::model::world::World;

/// The function.
pub struct GenMerchants;

impl TableFunction for GenMerchants {
    fn name(&self) -> &'static str {
        "gen_merchants"
    }

    fn named(&self) -> &'static [&'static str] {
        WORLD
    }

    fn bind(&self, arguments: &Arguments) -> Result<Box<dyn Table>, Error> {
        let world = worlds::world(arguments.world()?);
        Ok(Box::new(Merchants { world, enums: arguments.flag("enums", false)? }))
    }
}

struct Merchants {
    world: Arc<World>,
    enums: bool,
}

const COLUMNS: [Column; 15] = [
    Column::new("merchant_id", Kind::Bigint),
    Column::new("merchant_name", Kind::Text),
    Column::new("industry", Kind::Enum(Industry::WORDS)),
    Column::new("mcc", Kind::Integer),
    Column::new("region", Kind::Enum(Region::WORDS)),
    Column::new("country", Kind::Enum(Country::WORDS)),
    Column::new("merchant_size", Kind::Enum(MerchantSize::WORDS)),
    Column::new("sales_channel", Kind::Enum(SalesChannel::WORDS)),
    Column::new("signup_date", Kind::Date),
    Column::new("account_manager_id", Kind::Integer),
    Column::new("campaign_id", Kind::Integer),
    Column::new("acquisition_cost", Kind::Money),
    Column::new("pricing_plan", Kind::Enum(PricingPlan::WORDS)),
    Column::new("fee_bps", Kind::Integer),
    Column::new("fee_fixed", Kind::Money),
];

impl Table for Merchants {
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
            write_column(column, rows.clone(), &self.world, place, chunk);
        }
    }
}

fn write_column(column: usize, rows: Range<u64>, world: &World, place: usize, chunk: &mut Chunk<'_>) {
    let merchants = world.merchants[rows.start as usize..rows.end as usize].iter();
    match column {
        0 => chunk.write(place, rows.map(|row| row as i64 + 1)),
        1 => chunk.write_text(place, rows.map(|row| merchant_name::at(&world.params, row))),
        2 => chunk.write_words(place, merchants.map(|merchant| merchant.industry as u8)),
        3 => chunk.write(place, merchants.map(|merchant| merchant.mcc)),
        4 => chunk.write_words(place, merchants.map(|merchant| merchant.region() as u8)),
        5 => chunk.write_words(place, merchants.map(|merchant| merchant.country as u8)),
        6 => chunk.write_words(place, merchants.map(|merchant| merchant.size as u8)),
        7 => chunk.write_words(place, merchants.map(|merchant| merchant.sales_channel as u8)),
        8 => chunk.write(place, merchants.map(|merchant| merchant.life.signup_day)),
        9 => chunk.write(place, merchants.map(|merchant| merchant.account_manager_id)),
        10 => chunk.write_or_null(place, merchants.map(|m| (m.campaign_id > 0).then_some(m.campaign_id))),
        11 => chunk.write(place, merchants.map(|merchant| merchant.acquisition_cost)),
        12 => chunk.write_words(place, merchants.map(|merchant| merchant.price.plan as u8)),
        13 => chunk.write(place, merchants.map(|merchant| i32::from(merchant.price.basis_points))),
        _ => chunk.write(place, merchants.map(|merchant| i64::from(merchant.price.fixed_cents))),
    }
}

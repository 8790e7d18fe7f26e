//! `gen_campaigns()`: one row per acquisition campaign of the world. Named parameters: `seed`, `merchants`, `customers`,
//! `start_date`, `end_date` (the window of the world), `enums`.

use std::ops::Range;
use std::sync::Arc;

use super::arguments::{Arguments, WORLD};
use super::duckdb::Chunk;
use super::table::{Column, Kind, ListScan, Scan, Table, TableFunction};
use super::worlds;
use crate::error::Error;
use crate::model::campaign::{self, Campaign};
use crate::model::money::{Cents, share_of};
use crate::model::vocabulary::{Region, SalesChannel};
use crate::model::world::World;

/// The function.
pub struct GenCampaigns;

impl TableFunction for GenCampaigns {
    fn name(&self) -> &'static str {
        "gen_campaigns"
    }

    fn named(&self) -> &'static [&'static str] {
        WORLD
    }

    fn bind(&self, arguments: &Arguments) -> Result<Box<dyn Table>, Error> {
        let campaigns = campaigns_with_budget(&worlds::world(arguments.world()?));
        Ok(Box::new(Bound { campaigns: Arc::new(campaigns), enums: arguments.flag("enums", false)? }))
    }
}

/// A campaign's budget is what its merchants cost plus what was spent in vain, and a floor for those that won nobody.
fn campaigns_with_budget(world: &World) -> Vec<(Campaign, Cents)> {
    const FLOOR: Cents = 1_000_00;
    let mut spent = vec![FLOOR; campaign::count(&world.params) as usize];
    for merchant in world.merchants.iter().filter(|merchant| merchant.campaign_id > 0) {
        spent[merchant.campaign_id as usize - 1] += merchant.acquisition_cost;
    }
    let budget = |(index, spent): (usize, Cents)| {
        let waste = share_of(spent, campaign::waste_basis_points(&world.params, index as u64));
        (campaign::at(&world.params, index as u64), spent + waste)
    };
    spent.into_iter().enumerate().map(budget).collect()
}

struct Bound {
    campaigns: Arc<Vec<(Campaign, Cents)>>,
    enums: bool,
}

const COLUMNS: [Column; 7] = [
    Column::new("campaign_id", Kind::Integer),
    Column::new("campaign_name", Kind::Text),
    Column::new("channel", Kind::Enum(SalesChannel::WORDS)),
    Column::new("region", Kind::Enum(Region::WORDS)),
    Column::new("start_date", Kind::Date),
    Column::new("end_date", Kind::Date),
    Column::new("budget", Kind::Money),
];

impl Table for Bound {
    fn columns(&self) -> Vec<Column> {
        COLUMNS.iter().map(|column| if self.enums { *column } else { column.without_enum() }).collect()
    }

    fn rows(&self) -> Range<u64> {
        0..self.campaigns.len() as u64
    }

    fn scan(&self, projection: &[usize]) -> Box<dyn Scan> {
        Box::new(ListScan { items: Arc::clone(&self.campaigns), projection: projection.to_vec(), write_column })
    }
}

fn write_column(column: usize, campaigns: &[(Campaign, Cents)], place: usize, chunk: &mut Chunk<'_>) {
    let campaigns = campaigns.iter();
    match column {
        0 => chunk.write(place, campaigns.map(|(campaign, _)| campaign.campaign_id)),
        1 => chunk.write_text(place, campaigns.map(|(campaign, _)| campaign.name())),
        2 => chunk.write_words(place, campaigns.map(|(campaign, _)| campaign.channel as u8)),
        3 => chunk.write_words(place, campaigns.map(|(campaign, _)| campaign.region as u8)),
        4 => chunk.write(place, campaigns.map(|(campaign, _)| campaign.start_day)),
        5 => chunk.write(place, campaigns.map(|(campaign, _)| campaign.end_day)),
        _ => chunk.write(place, campaigns.map(|(_, budget)| *budget)),
    }
}

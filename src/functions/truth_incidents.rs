//! `truth_incidents(start, end)`: one row per planted incident of a world, in order of its beginning. Named parameters:
//! `seed`, `merchants`, `customers` and the scales of mechanisms (the world); `enums`. No incident depends on the number of
//! rows. Scope columns are NULL where the incident is not limited by them.

use std::ops::Range;
use std::sync::Arc;

use super::arguments::{Arguments, WINDOWED};
use super::duckdb::Chunk;
use super::table::{Column, Kind, Scan, Table, TableFunction};
use super::worlds;
use crate::error::Error;
use crate::model::incident::{Effect, Incident};
use crate::model::timeline::Moment;
use crate::model::vocabulary::{
    CardBrand, Channel, Country, IncidentKind, Industry, PaymentMethod, Region, ResponseCode,
};
use crate::model::world::World;

/// The function.
pub struct TruthIncidents;

impl TableFunction for TruthIncidents {
    fn name(&self) -> &'static str {
        "truth_incidents"
    }

    fn positional(&self) -> &'static [&'static str] {
        &["start", "end"]
    }

    fn named(&self) -> &'static [&'static str] {
        WINDOWED
    }

    fn bind(&self, arguments: &Arguments) -> Result<Box<dyn Table>, Error> {
        let params = arguments.world_of_window(arguments.required_date("start")?, arguments.required_date("end")?)?;
        params.check_window("start", "end")?;
        Ok(Box::new(Incidents { world: worlds::world(params), enums: arguments.flag("enums", false)? }))
    }
}

struct Incidents {
    world: Arc<World>,
    enums: bool,
}

const COLUMNS: [Column; 17] = [
    Column::new("incident_id", Kind::Integer),
    Column::new("kind", Kind::Enum(IncidentKind::WORDS)),
    Column::new("region", Kind::Enum(Region::WORDS)),
    Column::new("country", Kind::Enum(Country::WORDS)),
    Column::new("channel", Kind::Enum(Channel::WORDS)),
    Column::new("payment_method", Kind::Enum(PaymentMethod::WORDS)),
    Column::new("card_brand", Kind::Enum(CardBrand::WORDS)),
    Column::new("card_country", Kind::Enum(Country::WORDS)),
    Column::new("industry", Kind::Enum(Industry::WORDS)),
    Column::new("merchant_id", Kind::Bigint),
    Column::new("issuer", Kind::Integer),
    Column::new("starts_at", Kind::Timestamp),
    Column::new("ends_at", Kind::Timestamp),
    Column::new("response_code", Kind::Enum(ResponseCode::WORDS)),
    Column::new("effect", Kind::Text),
    Column::new("size", Kind::Double),
    Column::new("description", Kind::Text),
];

impl Table for Incidents {
    fn columns(&self) -> Vec<Column> {
        COLUMNS.iter().map(|column| if self.enums { *column } else { column.without_enum() }).collect()
    }

    fn rows(&self) -> Range<u64> {
        0..self.world.incidents.incidents().len() as u64
    }

    fn scan(&self, projection: &[usize]) -> Box<dyn Scan> {
        Box::new(IncidentScan { world: Arc::clone(&self.world), projection: projection.to_vec() })
    }
}

struct IncidentScan {
    world: Arc<World>,
    projection: Vec<usize>,
}

impl Scan for IncidentScan {
    fn write(&mut self, rows: Range<u64>, chunk: &mut Chunk<'_>) {
        let incidents = &self.world.incidents.incidents()[rows.start as usize..rows.end as usize];
        for (place, &column) in self.projection.iter().enumerate() {
            write_column(column, &self.world, incidents, place, chunk);
        }
    }
}

fn write_column(column: usize, world: &World, incidents: &[Incident], place: usize, chunk: &mut Chunk<'_>) {
    let instant = |moment: Moment| i64::from(world.date(moment.day)) * 86_400_000_000 + moment.micros;
    let incidents = incidents.iter();
    let scopes = incidents.clone().map(|incident| incident.scope);
    match column {
        0 => chunk.write(place, incidents.map(|incident| i32::from(incident.id))),
        1 => chunk.write_words(place, incidents.map(|incident| incident.kind as u8)),
        2 => chunk.write_words_or_null(place, scopes.map(|scope| scope.region.map(|region| region as u8))),
        3 => chunk.write_words_or_null(place, scopes.map(|scope| scope.country.map(|country| country as u8))),
        4 => chunk.write_words_or_null(place, scopes.map(|scope| scope.channel.map(|channel| channel as u8))),
        5 => chunk.write_words_or_null(place, scopes.map(|scope| scope.method.map(|method| method as u8))),
        6 => chunk.write_words_or_null(place, scopes.map(|scope| scope.brand.map(|brand| brand as u8))),
        7 => chunk.write_words_or_null(place, scopes.map(|scope| scope.card_country.map(|country| country as u8))),
        8 => chunk.write_words_or_null(place, scopes.map(|scope| scope.industry.map(|industry| industry as u8))),
        9 => {
            let id = |merchant: u32| i64::from(world.merchant_ids[merchant as usize]);
            chunk.write_or_null(place, scopes.map(|scope| scope.merchant.map(id)));
        }
        10 => chunk.write_or_null(place, scopes.map(|scope| scope.issuer.map(i32::from))),
        11 => chunk.write(place, incidents.map(|incident| instant(incident.from))),
        12 => chunk.write(place, incidents.map(|incident| instant(incident.until))),
        13 => {
            chunk.write_words_or_null(place, incidents.map(|incident| declined_with(incident).map(|code| code as u8)))
        }
        14 => chunk.write_text(place, incidents.map(|incident| incident.effect.measure())),
        15 => chunk.write(place, incidents.map(|incident| incident.effect.size())),
        _ => chunk.write_text(place, incidents.map(Incident::description)),
    }
}

fn declined_with(incident: &Incident) -> Option<ResponseCode> {
    match incident.effect {
        Effect::Decline { code, .. } => Some(code),
        Effect::Divert { .. } | Effect::Markup { .. } | Effect::Decay { .. } => None,
    }
}

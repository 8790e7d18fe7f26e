//! What the fact functions have in common: `(rows, start, end)`, the named parameters of a world, and the part of its rows
//! that is asked for.

use std::ops::Range;
use std::sync::Arc;

use super::arguments::Arguments;
use super::worlds;
use crate::error::Error;
use crate::model::calendar::{Day, format_day};
use crate::model::params::{MAX_ROWS, WorldParams};
use crate::model::timeline::Moment;
use crate::model::transaction::Transactions;
use crate::model::world::World;

/// Names of the positional parameters.
pub const WINDOW: &[&str] = &["rows", "start", "end"];

/// The arguments of a fact function.
pub struct Facts {
    /// The transactions that the facts are about.
    pub transactions: Arc<Transactions>,
    /// Whether words are ENUM.
    pub enums: bool,
    /// Days of the window asked for, from 0.
    days: Range<usize>,
}

impl Facts {
    /// Checks the arguments and lays the transactions out.
    pub fn of(arguments: &Arguments) -> Result<Self, Error> {
        let rows = arguments.required_number("rows", 0, MAX_ROWS)?;
        let start_day = arguments.required_date("start")?;
        let params = arguments.world_of_window(start_day, arguments.required_date("end")?)?;
        params.check_window("start", "end")?;
        let days = days(arguments, &params)?;
        let enums = arguments.flag("enums", false)?;
        Ok(Self { transactions: Arc::new(Transactions::new(worlds::world(params), rows)), enums, days })
    }

    /// The part of `count` rows that is asked for, when the first row of a day is `first`.
    pub fn part(&self, arguments: &Arguments, count: u64, first: impl Fn(usize) -> u64) -> Result<Range<u64>, Error> {
        let shard = arguments.shard(count)?;
        let (from, until) = (shard.start.max(first(self.days.start)), shard.end.min(first(self.days.end)));
        Ok(from..until.max(from))
    }
}

/// The days asked for, clipped to the window.
fn days(arguments: &Arguments, params: &WorldParams) -> Result<Range<usize>, Error> {
    let from = arguments.date("from_date", params.start_day)?;
    let until = arguments.date("until_date", params.end_day + 1)?;
    if until < from {
        let allowed = format!("a date not before from_date ({})", format_day(from));
        return Err(Error::argument("until_date", format_day(until), allowed));
    }
    let day = |day: Day| (day.clamp(params.start_day, params.end_day + 1) - params.start_day) as usize;
    Ok(day(from)..day(until))
}

/// A moment as microseconds since 1970-01-01 UTC.
pub fn timestamp(world: &World, moment: Moment) -> i64 {
    i64::from(world.date(moment.day)) * 86_400_000_000 + moment.micros
}

//! Arguments as the user gave them, and the readings that several functions share. Every parameter is declared ANY and
//! read from its text, so that DATE, TIMESTAMP and 'YYYY-MM-DD', 2000000 and 2e6 all work on every DuckDB version, and a
//! wrong one is told in our words.

use std::ops::Range;

use crate::error::Error;
use crate::model::calendar::Day;
use crate::model::params::{self, MAX_CUSTOMERS, MAX_MERCHANTS, Scale, Scenario, WorldParams};

/// One value: its text, or `None` for NULL.
pub type Argument = Option<String>;

/// The arguments of one call.
#[derive(Debug, Default)]
pub struct Arguments {
    /// Values of the positional parameters.
    pub positional: Vec<(&'static str, Argument)>,
    /// Values of the named parameters that were given.
    pub named: Vec<(&'static str, Argument)>,
}

/// The named parameters that every function of a world takes, and its own before them.
macro_rules! world_and {
    ($($own:literal),*) => {
        &[
            $($own,)* "seed", "merchants", "customers", "incidents", "fraud", "churn", "retries", "refunds", "disputes",
            "season", "growth", "shocks",
        ]
    };
}

/// Named parameters of the functions whose window is given by position.
pub const WINDOWED: &[&str] = world_and!("enums");
/// Named parameters of the functions that show a table of the world.
pub const WORLD: &[&str] = world_and!("enums", "start_date", "end_date");
/// Named parameters of the functions that show rows of a fact table, or a part of them.
pub const FACTS: &[&str] = world_and!("enums", "shard", "shards", "from_date", "until_date");

impl Arguments {
    /// A positional whole number.
    pub fn required_number(&self, name: &str, least: u64, most: u64) -> Result<u64, Error> {
        match self.positional(name) {
            Some(text) => params::whole_number(name, text, least, most),
            None => Err(Error::null(name, format!("a whole number from {least} to {most}"))),
        }
    }

    /// A positional date.
    pub fn required_date(&self, name: &str) -> Result<Day, Error> {
        match self.positional(name) {
            Some(text) => params::date(name, text),
            None => Err(Error::null(name, "a date, written YYYY-MM-DD")),
        }
    }

    /// A named whole number; absent and NULL give the default.
    pub fn number(&self, name: &str, default: u64, least: u64, most: u64) -> Result<u64, Error> {
        self.named(name).map_or(Ok(default), |text| params::whole_number(name, text, least, most))
    }

    /// A named date; absent and NULL give the default.
    pub fn date(&self, name: &str, default: Day) -> Result<Day, Error> {
        self.named(name).map_or(Ok(default), |text| params::date(name, text))
    }

    /// A named yes or no; absent and NULL give the default.
    pub fn flag(&self, name: &str, default: bool) -> Result<bool, Error> {
        match self.named(name) {
            None => Ok(default),
            Some("true") => Ok(true),
            Some("false") => Ok(false),
            Some(text) => Err(Error::argument(name, text, "true or false")),
        }
    }

    /// The world of a function without a window of its own: `start_date` and `end_date` are named parameters.
    pub fn world(&self) -> Result<WorldParams, Error> {
        let defaults = WorldParams::default();
        let start_day = self.date("start_date", defaults.start_day)?;
        let end_day = self.date("end_date", defaults.end_day)?;
        let params = self.world_of_window(start_day, end_day)?;
        params.check_window("start_date", "end_date")?;
        Ok(params)
    }

    /// The world of a function whose window is given otherwise.
    pub fn world_of_window(&self, start_day: Day, end_day: Day) -> Result<WorldParams, Error> {
        let defaults = WorldParams::default();
        Ok(WorldParams {
            seed: self.number("seed", defaults.seed, 0, u64::MAX)?,
            merchants: self.number("merchants", defaults.merchants, 1, MAX_MERCHANTS)?,
            customers: self.number("customers", defaults.customers, 1, MAX_CUSTOMERS)?,
            start_day,
            end_day,
            scenario: self.scenario()?,
        })
    }

    fn scenario(&self) -> Result<Scenario, Error> {
        Ok(Scenario {
            incidents: self.scale("incidents")?,
            fraud: self.scale("fraud")?,
            churn: self.scale("churn")?,
            retries: self.scale("retries")?,
            refunds: self.scale("refunds")?,
            disputes: self.scale("disputes")?,
            season: self.scale("season")?,
            growth: self.scale("growth")?,
            shocks: self.scale("shocks")?,
        })
    }

    /// How strong a mechanism is; absent and NULL give its default strength.
    fn scale(&self, name: &str) -> Result<Scale, Error> {
        self.named(name).map_or(Ok(Scale::ONE), |text| params::scale(name, text))
    }

    /// The part of `rows` that `shard` of `shards` is to make: contiguous, together the whole.
    pub fn shard(&self, rows: u64) -> Result<Range<u64>, Error> {
        let shards = self.number("shards", 1, 1, 1_000_000)?;
        let shard = self.number("shard", 1, 1, shards)?;
        let bound = |part: u64| (u128::from(rows) * u128::from(part) / u128::from(shards)) as u64;
        Ok(bound(shard - 1)..bound(shard))
    }

    fn positional(&self, name: &str) -> Option<&str> {
        self.positional.iter().find(|(known, _)| *known == name).and_then(|(_, value)| value.as_deref())
    }

    fn named(&self, name: &str) -> Option<&str> {
        self.named.iter().find(|(known, _)| *known == name).and_then(|(_, value)| value.as_deref())
    }
}

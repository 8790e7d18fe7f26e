//! `payments_clock()`: the time of day as text, for timing the steps of a run. DuckDB's own `now()` stands still within a
//! transaction. No generated value depends on it.

use std::time::{SystemTime, UNIX_EPOCH};

use super::table::TextFunction;

/// The function.
pub struct PaymentsClock;

impl TextFunction for PaymentsClock {
    fn name(&self) -> &'static str {
        "payments_clock"
    }

    fn parameters(&self) -> &'static [&'static str] {
        &[]
    }

    #[allow(clippy::disallowed_methods, reason = "telling the time is what it is for; no row asks it")]
    fn call(&self, _arguments: &[Option<&str>]) -> Result<String, String> {
        let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|error| error.to_string())?;
        let now = chrono::DateTime::from_timestamp_micros(elapsed.as_micros() as i64).ok_or("the clock is off")?;
        Ok(now.format("%Y-%m-%d %H:%M:%S%.6f").to_string())
    }
}

//! `qa_rows_sql(schema, checks, settings)`: the SQL that lists the rows that offend, one row per check and offender.

use super::table::TextFunction;
use crate::checks;

/// The function.
pub struct QaRowsSql;

impl TextFunction for QaRowsSql {
    fn name(&self) -> &'static str {
        "qa_rows_sql"
    }

    fn parameters(&self) -> &'static [&'static str] {
        &["schema", "checks", "settings"]
    }

    fn call(&self, arguments: &[Option<&str>]) -> Result<String, String> {
        let argument = |place: usize| arguments.get(place).copied().flatten();
        checks::qa_rows_sql(argument(0), argument(1), argument(2))
    }
}

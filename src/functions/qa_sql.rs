//! `qa_sql(schema, checks, settings)`: the SQL that runs the quality checks, one verdict row per check; see `checks`.

use super::table::TextFunction;
use crate::checks;

/// The function.
pub struct QaSql;

impl TextFunction for QaSql {
    fn name(&self) -> &'static str {
        "qa_sql"
    }

    fn parameters(&self) -> &'static [&'static str] {
        &["schema", "checks", "settings"]
    }

    fn call(&self, arguments: &[Option<&str>]) -> Result<String, String> {
        let argument = |place: usize| arguments.get(place).copied().flatten();
        checks::qa_sql(argument(0), argument(1), argument(2))
    }
}

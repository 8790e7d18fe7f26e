//! `qa_checks()` as a table function only says how to get the real one: checks run as SQL in the caller's transaction, by
//! a macro around `query(qa_sql(…))`, because a callback must not query the database that called it.

use super::arguments::Arguments;
use super::table::{Table, TableFunction};
use crate::error::Error;

/// The function.
pub struct QaChecks;

impl TableFunction for QaChecks {
    fn name(&self) -> &'static str {
        "qa_checks"
    }

    fn bind(&self, _arguments: &Arguments) -> Result<Box<dyn Table>, Error> {
        Err(Error::Usage(
            "is a macro: first run CREATE OR REPLACE TEMP MACRO qa_checks(schema := NULL) AS TABLE \
             FROM query(qa_sql(schema)); or ask FROM qa_checks without parentheses"
                .into(),
        ))
    }
}

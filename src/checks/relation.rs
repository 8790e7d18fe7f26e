//! Aggregates that several checks share, such as `qa_hours`: without them every check would scan the attempts again.
//!
//! Each is one file of `sql/quality` that makes a temporary table. A verdict query puts the file's select in front as a
//! common table expression, unless the caller says that the table is there already.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::statement::Statement;

/// A shared aggregate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// Its name in checks.
    pub name: String,
    /// The select that makes it.
    pub sql: String,
    /// What the select says about itself.
    pub statement: Statement,
}

/// Names and texts of the files named, all of `sql/quality`.
macro_rules! embedded {
    ($($file:literal)*) => {
        [$(($file, include_str!(concat!("../../sql/quality/", $file, ".sql")))),*]
    };
}

/// Each after those that it reads.
static FILES: [(&str, &str); 10] = embedded! {
    "qa_hours"
    "qa_mix"
    "qa_amounts"
    "qa_merchant_totals"
    "qa_customer_mix"
    "qa_retries"
    "qa_sales"
    "qa_time_order"
    "qa_profile"
    "qa_drift"
};

static RELATIONS: LazyLock<Vec<Relation>> = LazyLock::new(|| {
    let parsed: Result<_, String> = FILES.iter().map(|&(file, text)| Relation::parse(file, text)).collect();
    parsed.expect("a test parses every embedded file")
});

/// The shared aggregates, each after those that it reads.
#[must_use]
pub fn relations() -> &'static [Relation] {
    &RELATIONS
}

/// The shared aggregates behind `tables`, each after those that it reads; `there` are tables that need no making.
#[must_use]
pub fn behind(tables: &[String], there: &[String]) -> Vec<&'static Relation> {
    let mut wanted: BTreeSet<&str> = tables.iter().map(String::as_str).collect();
    let mut found: Vec<&Relation> = Vec::new();
    for relation in relations().iter().rev() {
        if wanted.contains(relation.name.as_str()) && !there.contains(&relation.name) {
            wanted.extend(relation.statement.tables.iter().map(String::as_str));
            found.push(relation);
        }
    }
    found.reverse();
    found
}

/// What has to be there so that `tables` can be read: themselves, or what the shared aggregates among them read.
#[must_use]
pub fn sources(tables: &[String], there: &[String]) -> BTreeSet<String> {
    let made = behind(tables, there);
    let read = made.iter().flat_map(|relation| &relation.statement.tables).chain(tables);
    read.filter(|table| !made.iter().any(|relation| relation.name == **table)).cloned().collect()
}

impl Relation {
    /// Reads a file: comments, then `create or replace temp table <name> as` and one select.
    ///
    /// # Errors
    /// One sentence that names the file and what is missing.
    fn parse(name: &str, text: &str) -> Result<Self, String> {
        let head = format!("create or replace temp table {name} as\n");
        let (_, select) =
            text.split_once(&head).ok_or_else(|| format!("sql/quality/{name}.sql: no line `{}`", head.trim_end()))?;
        let sql =
            select.trim_end().strip_suffix(';').ok_or_else(|| format!("sql/quality/{name}.sql: no `;` at its end"))?;
        Ok(Self { name: name.to_string(), sql: sql.trim().to_string(), statement: Statement::read(sql) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_parses_and_reads_only_what_stands_before_it() {
        for (place, (file, text)) in FILES.iter().enumerate() {
            let relation = Relation::parse(file, text).unwrap();
            assert!(!relation.statement.tables.is_empty(), "{file} reads no table");
            for later in &FILES[place..] {
                assert!(!relation.statement.tables.contains(&later.0.to_string()), "{file} reads {}", later.0);
            }
        }
        assert!(Relation::parse("qa_x", "select 1;").unwrap_err().contains("create or replace temp table qa_x as"));
    }

    #[test]
    fn tables_that_are_there_are_not_made_again() {
        let read = ["qa_hours".to_string(), "merchants".to_string()];
        assert_eq!(behind(&read, &[]).iter().map(|relation| relation.name.as_str()).collect::<Vec<_>>(), ["qa_hours"]);
        assert!(behind(&read, &read).is_empty());
        assert_eq!(sources(&read, &[]).into_iter().collect::<Vec<_>>(), ["merchants", "transactions"]);
        assert_eq!(sources(&read, &read).into_iter().collect::<Vec<_>>(), ["merchants", "qa_hours"]);
    }
}

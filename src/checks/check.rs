//! One check: what its file says in its four header lines, and the select below them.
//!
//! A file `V01_amount_is_positive.sql` holds the check `V01`. Its select returns what is wrong: offending rows, key
//! first; or, when it names a column `observed`, one row per thing measured, wrong where `observed` is above the threshold.

use std::fmt;

use super::statement::Statement;

/// What a failed check does to a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Stops the run.
    Error,
    /// Is reported.
    Warn,
}

impl Severity {
    /// Reads `error` or `warn`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "error" => Some(Self::Error),
            "warn" => Some(Self::Warn),
            _ => None,
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Error => "error",
            Self::Warn => "warn",
        })
    }
}

/// What a check is about: the words allowed after `dimension:`.
pub const DIMENSIONS: [&str; 9] = [
    "contract",
    "completeness",
    "uniqueness",
    "validity",
    "consistency",
    "timeliness",
    "volume",
    "distribution",
    "anomaly",
];

/// A check of the catalogue, or one that a user added.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Letter and number, such as `V01`; unique.
    pub check_id: String,
    /// The claim in snake case: the rest of the file name.
    pub name: String,
    /// The question that the check answers.
    pub question: String,
    /// The table or view that is at fault when it fails.
    pub table: String,
    /// Columns that the check looks at, separated by commas.
    pub columns: String,
    /// What one returned row stands for: the key columns, separated by commas.
    pub grain: String,
    /// One of [`DIMENSIONS`].
    pub dimension: String,
    /// What a failure does.
    pub severity: Severity,
    /// The check passes while `observed` is at most this.
    pub threshold: f64,
    /// Unit of the threshold and why it is what it is.
    pub reason: String,
    /// One plain select over unqualified table names, without the header.
    pub sql: String,
    /// What the select says about itself.
    pub statement: Statement,
}

impl Rule {
    /// Reads a check file: its name without `.sql`, and its text.
    ///
    /// # Errors
    /// One sentence that names the file and the line or field that is missing or wrong.
    pub fn parse(file: &str, text: &str) -> Result<Self, String> {
        let wrong = |what: &str| format!("sql/checks/{file}.sql: {what}");
        let (check_id, name) = file.split_once('_').ok_or_else(|| wrong("the file name is no <ID>_<name>"))?;
        let mut lines = text.lines();
        let mut header = |label: &str| {
            lines
                .next()
                .and_then(|line| line.strip_prefix("-- "))
                .and_then(|line| line.strip_prefix(label))
                .and_then(|line| line.strip_prefix(": "))
                .map(str::to_string)
                .ok_or_else(|| wrong(&format!("expected the header line `-- {label}: …`")))
        };
        let question = header("question")?;
        let place = header("table")?;
        let kind = header("dimension")?;
        let limit = header("threshold")?;
        let field = |line: &str, at: usize, label: &str| {
            let part = line.split("; ").nth(at).unwrap_or_default();
            let value =
                if at == 0 { Some(part) } else { part.strip_prefix(label).and_then(|rest| rest.strip_prefix(": ")) };
            value
                .filter(|value| !value.is_empty())
                .map(str::to_string)
                .ok_or_else(|| wrong(&format!("`{label}` is missing")))
        };
        let (threshold, reason) = limit.split_once(' ').ok_or_else(|| wrong("the threshold gives no reason"))?;
        let sql = lines.collect::<Vec<_>>().join("\n").trim().trim_end_matches(';').to_string();
        let rule = Self {
            check_id: check_id.to_string(),
            name: name.to_string(),
            question,
            table: field(&place, 0, "table")?,
            columns: field(&place, 1, "columns")?,
            grain: field(&place, 2, "grain")?,
            dimension: field(&kind, 0, "dimension")?,
            severity: Severity::parse(&field(&kind, 1, "severity")?)
                .ok_or_else(|| wrong("the severity is neither error nor warn"))?,
            threshold: threshold.parse().map_err(|_| wrong("the threshold is no number"))?,
            reason: reason.to_string(),
            statement: Statement::read(&sql),
            sql,
        };
        if !DIMENSIONS.contains(&rule.dimension.as_str()) {
            return Err(wrong(&format!("`{}` is no dimension", rule.dimension)));
        }
        if !(rule.sql.starts_with("select") || rule.sql.starts_with("with")) {
            return Err(wrong("the header is not followed by one select"));
        }
        Ok(rule)
    }

    /// Whether a returned row is a row of the table, so that it can be set aside: its grain is the table's own key.
    #[must_use]
    pub fn is_row_level(&self) -> bool {
        KEYS.iter().any(|&(table, key)| table == self.table && key == self.grain)
    }
}

/// Tables of the data contract with their keys.
pub const KEYS: [(&str, &str); 7] = [
    ("account_managers", "account_manager_id"),
    ("campaigns", "campaign_id"),
    ("merchants", "merchant_id"),
    ("customers", "customer_id"),
    ("transactions", "txn_id"),
    ("refunds", "refund_id"),
    ("disputes", "dispute_id"),
];

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "-- question: Is every amount above zero?\n\
        -- table: transactions; columns: amount; grain: txn_id\n\
        -- dimension: validity; severity: error\n\
        -- threshold: 0 rows: a reversal is a refund, never a negative attempt\n\
        select txn_id, amount\nfrom transactions\nwhere amount <= 0\n";

    #[test]
    fn a_file_gives_every_field() {
        let rule = Rule::parse("V01_amount_is_positive", TEXT).unwrap();
        assert_eq!((rule.check_id.as_str(), rule.name.as_str()), ("V01", "amount_is_positive"));
        assert_eq!(
            (rule.table.as_str(), rule.columns.as_str(), rule.grain.as_str()),
            ("transactions", "amount", "txn_id")
        );
        assert_eq!((rule.dimension.as_str(), rule.severity, rule.threshold), ("validity", Severity::Error, 0.0));
        assert_eq!(rule.reason, "rows: a reversal is a refund, never a negative attempt");
        assert!(rule.sql.starts_with("select txn_id") && rule.sql.ends_with("amount <= 0"));
        assert!(rule.is_row_level());
    }

    #[test]
    fn each_slip_in_a_header_is_named() {
        for (from, to, message) in [
            ("-- question: ", "-- ", "`-- question: …`"),
            ("columns: amount; ", "", "`columns` is missing"),
            ("severity: error", "severity: fatal", "neither error nor warn"),
            ("validity", "beauty", "`beauty` is no dimension"),
            ("threshold: 0", "threshold: none", "no number"),
            ("select txn_id", "delete", "one select"),
        ] {
            let error = Rule::parse("V01_x", &TEXT.replace(from, to)).unwrap_err();
            assert!(error.contains(message), "{error}");
        }
    }
}

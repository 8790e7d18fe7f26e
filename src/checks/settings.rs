//! Changes to the catalogue made in SQL: thresholds, severities, checks switched off, checks of the user's own.
//!
//! They arrive as one text, since a scalar function sees values and not tables: records end with U+001E, their fields
//! with U+001F. The macro `qa_settings_text()` writes it from the rows of `qa_settings` and from the tables in sight.

use super::check::{DIMENSIONS, Rule, Severity};
use super::statement::Statement;

const RECORD_END: char = '\u{1e}';
const FIELD_END: char = '\u{1f}';

/// First field of the record that lists the tables and views in sight.
const TABLES: &str = "@tables";

/// What the caller said beyond the catalogue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// Tables and views that exist; `None` when the caller did not say.
    pub tables: Option<Vec<String>>,
    changes: Vec<Change>,
}

/// One row of `qa_settings`; an empty field leaves the catalogue's value.
#[derive(Clone, Debug, Default, PartialEq)]
struct Change {
    check_id: String,
    is_enabled: String,
    severity: String,
    threshold: String,
    table: String,
    columns: String,
    grain: String,
    dimension: String,
    question: String,
    sql: String,
}

impl Settings {
    /// Reads the text; an empty one changes nothing.
    ///
    /// # Errors
    /// A sentence when a record has another number of fields than `qa_settings` has columns.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut settings = Self::default();
        for record in text.split_terminator(RECORD_END) {
            let fields: Vec<&str> = record.split(FIELD_END).collect();
            match fields[..] {
                [TABLES, ref tables @ ..] => {
                    settings.tables = Some(tables.iter().map(|table| (*table).to_string()).collect());
                }
                [check_id, is_enabled, severity, threshold, table, columns, grain, dimension, question, sql] => {
                    let [check_id, is_enabled, severity, threshold, table, columns, grain, dimension, question, sql] =
                        [check_id, is_enabled, severity, threshold, table, columns, grain, dimension, question, sql]
                            .map(|field| field.trim().to_string());
                    settings.changes.push(Change {
                        check_id,
                        is_enabled,
                        severity,
                        threshold,
                        table,
                        columns,
                        grain,
                        dimension,
                        question,
                        sql,
                    });
                }
                _ => {
                    return Err(format!(
                        "qa_settings: the record {:?} has {} fields, not 10: write the text with qa_settings_text()",
                        fields[0],
                        fields.len()
                    ));
                }
            }
        }
        Ok(settings)
    }

    /// The catalogue with the changes made to it and the user's own checks behind it; checks switched off are left out.
    ///
    /// # Errors
    /// A sentence that names the check and the value that cannot be used.
    pub fn apply(&self, catalogue: &[Rule]) -> Result<Vec<Rule>, String> {
        let mut rules = catalogue.to_vec();
        for change in &self.changes {
            let known = rules.iter().position(|rule| rule.check_id == change.check_id);
            let rule = change.applied_to(known.map(|at| &rules[at]))?;
            match (known, rule) {
                (Some(at), Some(rule)) => rules[at] = rule,
                (Some(at), None) => {
                    rules.remove(at);
                }
                (None, Some(rule)) => rules.push(rule),
                (None, None) => {}
            }
        }
        Ok(rules)
    }
}

impl Change {
    /// The changed check, or `None` when it is switched off.
    fn applied_to(&self, known: Option<&Rule>) -> Result<Option<Rule>, String> {
        let wrong = |what: &str| format!("qa_settings: check {:?}: {what}", self.check_id);
        let is_word = |character: char| character.is_ascii_alphanumeric() || character == '_';
        if self.check_id.is_empty() || !self.check_id.chars().all(is_word) {
            return Err(wrong("check_id must be letters, digits and underscores"));
        }
        match self.is_enabled.as_str() {
            "" | "true" => {}
            "false" => return Ok(None),
            other => return Err(wrong(&format!("is_enabled is {other:?}, not true or false"))),
        }
        let mut rule = match known {
            Some(rule) => rule.clone(),
            None if self.sql.is_empty() => {
                return Err(wrong("no check of the catalogue has this id, and the row gives no sql for a new one"));
            }
            None => self.own_rule(),
        };
        if !self.severity.is_empty() {
            rule.severity = Severity::parse(&self.severity)
                .ok_or_else(|| wrong(&format!("severity is {:?}, not error or warn", self.severity)))?;
        }
        if !self.threshold.is_empty() {
            rule.threshold = self
                .threshold
                .parse()
                .ok()
                .filter(|threshold: &f64| threshold.is_finite())
                .ok_or_else(|| wrong(&format!("threshold is {:?}, not a finite number", self.threshold)))?;
        }
        if !self.dimension.is_empty() && !DIMENSIONS.contains(&self.dimension.as_str()) {
            return Err(wrong(&format!("dimension is {:?}, not one of {}", self.dimension, DIMENSIONS.join(", "))));
        }
        if !self.sql.is_empty() {
            rule.sql = self.sql.trim_end_matches(';').to_string();
            rule.statement = Statement::read(&rule.sql);
        }
        for (text, field) in [
            (&self.table, &mut rule.table),
            (&self.columns, &mut rule.columns),
            (&self.grain, &mut rule.grain),
            (&self.dimension, &mut rule.dimension),
            (&self.question, &mut rule.question),
        ] {
            if !text.is_empty() {
                field.clone_from(text);
            }
        }
        if rule.table.is_empty() {
            rule.table = rule.statement.tables.first().cloned().unwrap_or_default();
        }
        Ok(Some(rule))
    }

    fn own_rule(&self) -> Rule {
        Rule {
            check_id: self.check_id.clone(),
            name: self.check_id.to_lowercase(),
            question: String::new(),
            table: String::new(),
            columns: "*".to_string(),
            grain: String::new(),
            dimension: "validity".to_string(),
            severity: Severity::Error,
            threshold: 0.0,
            reason: "set in qa_settings".to_string(),
            sql: String::new(),
            statement: Statement::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::rules;
    use super::*;

    /// One record: the fields that are not named stay empty.
    fn record(fields: [&str; 10]) -> String {
        fields.join("\u{1f}") + "\u{1e}"
    }

    fn changed(text: &str) -> Result<Vec<Rule>, String> {
        Settings::parse(text)?.apply(rules())
    }

    #[test]
    fn no_text_leaves_the_catalogue() {
        assert_eq!(changed("").unwrap(), rules());
    }

    #[test]
    fn a_threshold_and_a_severity_change_and_the_rest_stays() {
        let rules = changed(&record(["V01", "", "warn", "12.5", "", "", "", "", "", ""])).unwrap();
        let rule = rules.iter().find(|rule| rule.check_id == "V01").unwrap();
        assert_eq!((rule.threshold, rule.severity, rule.columns.as_str()), (12.5, Severity::Warn, "amount"));
    }

    #[test]
    fn a_check_switched_off_is_left_out() {
        let rules = changed(&record(["V01", "false", "", "", "", "", "", "", "", ""])).unwrap();
        assert!(rules.iter().all(|rule| rule.check_id != "V01"));
    }

    #[test]
    fn a_new_id_with_sql_becomes_a_check() {
        let sql = "select txn_id from transactions where amount > 5000";
        let rules = changed(&record(["X01", "", "", "", "", "", "", "", "", sql])).unwrap();
        let rule = rules.last().unwrap();
        assert_eq!((rule.check_id.as_str(), rule.table.as_str(), rule.sql.as_str()), ("X01", "transactions", sql));
    }

    #[test]
    fn each_unusable_value_is_named() {
        for (fields, message) in [
            (["X9", "", "", "1", "", "", "", "", "", ""], "no check of the catalogue has this id"),
            (["V01", "maybe", "", "", "", "", "", "", "", ""], "is_enabled is \"maybe\""),
            (["V01", "", "fatal", "", "", "", "", "", "", ""], "severity is \"fatal\""),
            (["V01", "", "", "inf", "", "", "", "", "", ""], "threshold is \"inf\""),
            (["V01", "", "", "", "", "", "", "beauty", "", ""], "dimension is \"beauty\""),
            (["V 01", "", "", "", "", "", "", "", "", ""], "letters, digits and underscores"),
        ] {
            let error = changed(&record(fields)).unwrap_err();
            assert!(error.contains(message), "{error}");
        }
        assert!(Settings::parse("V01\u{1f}false\u{1e}").unwrap_err().contains("has 2 fields, not 10"));
    }
}

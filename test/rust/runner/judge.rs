//! Compares what a statement gave with what the .test file expects of it.

use regex::RegexBuilder;

/// Largest relative difference between two doubles that count as equal.
const TOLERANCE: f64 = 1e-6;

/// `Err` says where the rows differ first.
pub fn rows(types: &str, expected: &[Vec<String>], actual: &[Vec<String>]) -> Result<(), String> {
    columns(types, actual)?;
    if expected.len() != actual.len() {
        return Err(format!("expected {} rows, got {}", expected.len(), actual.len()));
    }
    for (row, (wanted, got)) in expected.iter().zip(actual).enumerate() {
        for (column, kind) in types.chars().enumerate() {
            if !value(kind, &wanted[column], &got[column])? {
                let place = format!("row {}, column {}", row + 1, column + 1);
                return Err(format!("{place}: expected \"{}\", got \"{}\"", wanted[column], got[column]));
            }
        }
    }
    Ok(())
}

/// Whether every row has as many values as there are column types.
pub fn columns(types: &str, rows: &[Vec<String>]) -> Result<(), String> {
    match rows.iter().find(|row| row.len() != types.len()) {
        Some(row) => Err(format!("expected {} columns, got {}", types.len(), row.len())),
        None => Ok(()),
    }
}

/// Whether an error message holds the expected text, or matches the expression behind `<REGEX>:`.
pub fn error(expected: &str, actual: &str) -> Result<bool, String> {
    match expected.strip_prefix("<REGEX>:") {
        Some(expression) => matches(expression, actual),
        None => Ok(actual.contains(expected)),
    }
}

fn value(kind: char, expected: &str, actual: &str) -> Result<bool, String> {
    if let Some(expression) = expected.strip_prefix("<REGEX>:") {
        return matches(expression, actual);
    }
    Ok(expected == actual || (kind == 'R' && close(expected, actual)))
}

fn matches(expression: &str, text: &str) -> Result<bool, String> {
    let regex = RegexBuilder::new(expression).dot_matches_new_line(true).build();
    regex.map(|regex| regex.is_match(text)).map_err(|error| error.to_string())
}

/// Doubles are compared with a tolerance; money and counts, printed with at most four decimals, are not.
fn close(expected: &str, actual: &str) -> bool {
    if !is_double(expected) && !is_double(actual) {
        return false;
    }
    match (expected.parse::<f64>(), actual.parse::<f64>()) {
        (Ok(wanted), Ok(got)) => (wanted - got).abs() <= TOLERANCE * wanted.abs().max(got.abs()),
        _ => false,
    }
}

fn is_double(text: &str) -> bool {
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    decimals > 4 || text.contains('e')
}

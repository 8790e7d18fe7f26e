//! Reads the text of a .test file into records; every deviation from the accepted subset is an error with its line.

use super::Failure;
use std::collections::BTreeMap;

/// One .test file.
#[derive(Debug, PartialEq)]
pub struct Script {
    /// SQL files named by `# setup:` in the head, run before the first record.
    pub setup: Vec<String>,
    /// Variables named by `require-env`: without them the file is not run.
    pub environment: Vec<String>,
    pub records: Vec<Record>,
}

#[derive(Debug, PartialEq)]
pub struct Record {
    pub line: usize,
    pub action: Action,
}

#[derive(Debug, PartialEq)]
pub enum Action {
    Require { extension: String },
    Load { path: Option<String>, read_only: bool },
    Statement { sql: String, error: Option<String> },
    Query { sql: String, types: String, sorted: bool, expected: Expected },
    Loop { variable: String, values: Vec<String>, body: Vec<Record> },
}

#[derive(Debug, PartialEq)]
pub enum Expected {
    Rows(Vec<Vec<String>>),
    /// The same rows as every other query of this label.
    Label(String),
}

pub fn parse(text: &str) -> Result<Script, Failure> {
    let mut reader = Reader { lines: text.lines().collect(), ..Reader::default() };
    let setup = reader.head()?;
    let records = reader.records(None)?;
    if let Some((label, (line, _))) = reader.labels.iter().find(|(_, (_, uses))| *uses < 2) {
        return Err(Failure::new(*line, format!("label {label} is used once, so nothing is compared")));
    }
    if !records.iter().any(|record| record.action.asserts()) {
        return Err(Failure::new(1, "no statement and no query: this file tests nothing"));
    }
    Ok(Script { setup, environment: reader.environment, records })
}

impl Action {
    fn asserts(&self) -> bool {
        match self {
            Action::Statement { .. } | Action::Query { .. } => true,
            Action::Loop { body, .. } => body.iter().any(|record| record.action.asserts()),
            Action::Require { .. } | Action::Load { .. } => false,
        }
    }
}

#[derive(Default)]
struct Reader<'a> {
    lines: Vec<&'a str>,
    next: usize,
    loops: Vec<String>,
    environment: Vec<String>,
    labels: BTreeMap<String, (usize, usize)>,
}

impl<'a> Reader<'a> {
    /// The comments before the first record; returns the files that `# setup:` names there.
    fn head(&mut self) -> Result<Vec<String>, Failure> {
        let mut setup = Vec::new();
        while let Some(line) = self.lines.get(self.next).filter(|line| line.is_empty() || line.starts_with('#')) {
            if let Some(paths) = line.strip_prefix("# setup:") {
                if paths.trim().is_empty() {
                    return Err(Failure::new(self.next + 1, "# setup: names no file"));
                }
                setup.extend(paths.split_whitespace().map(String::from));
            }
            self.next += 1;
        }
        Ok(setup)
    }

    /// Records up to the end of the file, or up to the `endloop` of the loop that began on line `opened`.
    fn records(&mut self, opened: Option<usize>) -> Result<Vec<Record>, Failure> {
        let mut records = Vec::new();
        while let Some(header) = self.lines.get(self.next).copied() {
            self.next += 1;
            let line = self.next;
            if header.starts_with("# setup:") {
                return Err(Failure::new(line, "# setup: belongs into the head of the file"));
            }
            if header.trim().is_empty() || header.starts_with('#') {
                continue;
            }
            let words: Vec<&str> = header.split_whitespace().collect();
            if words == ["endloop"] {
                self.blank_line_after("endloop", line)?;
                return match opened {
                    Some(_) => Ok(records),
                    None => Err(Failure::new(line, "endloop without loop or foreach")),
                };
            }
            if let Some(action) = self.action(&words, line)? {
                records.push(Record { line, action });
            }
        }
        match opened {
            Some(line) => Err(Failure::new(line, "this loop has no endloop")),
            None => Ok(records),
        }
    }

    fn action(&mut self, words: &[&'a str], line: usize) -> Result<Option<Action>, Failure> {
        let action = match words {
            ["require", extension] => Action::Require { extension: (*extension).to_string() },
            ["require-env", name] => {
                self.environment.push((*name).to_string());
                return Ok(None);
            }
            ["load", place @ ..] => self.load(place, line)?,
            ["statement", "ok"] => self.statement_ok(line)?,
            ["statement", "error"] => self.statement_error(line)?,
            ["query", types, options @ ..] => self.query(types, options, line)?,
            ["loop", variable, from, until] => {
                let bounds = from.parse::<i64>().ok().zip(until.parse::<i64>().ok());
                let (from, until) = bounds.ok_or_else(|| Failure::new(line, "loop takes two whole numbers"))?;
                self.body(variable, (from..until).map(|value| value.to_string()).collect(), line)?
            }
            ["foreach", variable, values @ ..] => {
                self.body(variable, values.iter().map(|value| (*value).to_string()).collect(), line)?
            }
            _ => return Err(Failure::new(line, format!("unknown directive: {}", words.join(" ")))),
        };
        Ok(Some(action))
    }

    fn load(&self, place: &[&str], line: usize) -> Result<Action, Failure> {
        if !self.loops.is_empty() {
            return Err(Failure::new(line, "load inside a loop: DuckDB's runner skips such a file"));
        }
        let (path, read_only) = match place {
            [] => (None, false),
            [path] => (Some((*path).to_string()), false),
            [path, "readonly"] => (Some((*path).to_string()), true),
            _ => return Err(Failure::new(line, "load takes a path and perhaps readonly")),
        };
        Ok(Action::Load { path, read_only })
    }

    fn statement_ok(&mut self, line: usize) -> Result<Action, Failure> {
        match self.block(line)? {
            (sql, None) => Ok(Action::Statement { sql, error: None }),
            (_, Some(_)) => Err(Failure::new(line, "statement ok takes no ----")),
        }
    }

    fn statement_error(&mut self, line: usize) -> Result<Action, Failure> {
        match self.block(line)? {
            (sql, Some(text)) if !text.is_empty() => Ok(Action::Statement { sql, error: Some(text.join("\n")) }),
            _ => Err(Failure::new(line, "statement error needs ---- and the text of the error")),
        }
    }

    fn query(&mut self, types: &str, options: &[&str], line: usize) -> Result<Action, Failure> {
        if !types.chars().all(|letter| "ITR".contains(letter)) {
            return Err(Failure::new(line, format!("query {types}: column types are I, T and R")));
        }
        let (sorted, label) = match options {
            [] | ["nosort"] => (false, None),
            ["rowsort"] => (true, None),
            ["nosort", label] => (false, Some(*label)),
            ["rowsort", label] => (true, Some(*label)),
            _ => return Err(Failure::new(line, "query takes column types, nosort or rowsort, and a label")),
        };
        let (sql, lines) = self.block(line)?;
        if sql.to_lowercase().starts_with("explain") {
            return Err(Failure::new(line, "the CLI draws plans as boxes: a query cannot be EXPLAIN"));
        }
        let expected = match (lines, label) {
            (Some(lines), None) => Expected::Rows(rows(&lines, types.len(), line)?),
            (None, Some(label)) => self.labelled(label, line),
            (None, None) => return Err(Failure::new(line, "query needs ---- and its rows, or a label")),
            (Some(_), Some(_)) => {
                let message = "a labelled query takes no ----: DuckDB's runner would not look at its rows";
                return Err(Failure::new(line, message));
            }
        };
        Ok(Action::Query { sql, types: types.to_string(), sorted, expected })
    }

    /// Counts the use of a label; one inside a loop compares its own iterations.
    fn labelled(&mut self, label: &str, line: usize) -> Expected {
        let uses = if self.loops.is_empty() { 1 } else { 2 };
        self.labels.entry(label.to_string()).or_insert((line, 0)).1 += uses;
        Expected::Label(label.to_string())
    }

    fn body(&mut self, variable: &str, values: Vec<String>, line: usize) -> Result<Action, Failure> {
        if values.is_empty() {
            return Err(Failure::new(line, "this loop has no values"));
        }
        if values.iter().any(|value| value.starts_with('<')) {
            return Err(Failure::new(line, "foreach over a named collection is not supported"));
        }
        if self.loops.iter().any(|outer| outer == variable) {
            return Err(Failure::new(line, format!("an outer loop has the variable {variable}")));
        }
        self.blank_line_after("loop", line)?;
        self.loops.push(variable.to_string());
        let body = self.records(Some(line))?;
        self.loops.pop();
        Ok(Action::Loop { variable: variable.to_string(), values, body })
    }

    fn blank_line_after(&self, directive: &str, line: usize) -> Result<(), Failure> {
        match self.lines.get(self.next) {
            Some(text) if !text.trim().is_empty() => {
                Err(Failure::new(line, format!("{directive} must be followed by an empty line")))
            }
            _ => Ok(()),
        }
    }

    /// The SQL up to an empty line, and the lines below `----` if there are any.
    fn block(&mut self, line: usize) -> Result<(String, Option<Vec<&'a str>>), Failure> {
        let sql = self.lines_until(|text| text.trim().is_empty() || text == "----");
        if sql.is_empty() {
            return Err(Failure::new(line, "no SQL below this line"));
        }
        if self.lines.get(self.next) != Some(&"----") {
            return Ok((sql.join("\n"), None));
        }
        self.next += 1;
        Ok((sql.join("\n"), Some(self.lines_until(|text| text.trim().is_empty()))))
    }

    fn lines_until(&mut self, ends: impl Fn(&str) -> bool) -> Vec<&'a str> {
        let taken: Vec<&str> = self.lines[self.next..].iter().copied().take_while(|text| !ends(text)).collect();
        self.next += taken.len();
        taken
    }
}

/// Expected values, one row per line with tabs between them or one value per line.
fn rows(lines: &[&str], columns: usize, line: usize) -> Result<Vec<Vec<String>>, Failure> {
    if let Some(text) = lines.iter().find(|text| text.contains("${")) {
        let message = format!("variables are not replaced in expected values: {text}");
        return Err(Failure::new(line, message));
    }
    let values: Vec<Vec<&str>> = lines.iter().map(|text| text.split('\t').collect()).collect();
    let owned = |row: &[&str]| row.iter().map(|value| (*value).to_string()).collect();
    if values.iter().all(|row| row.len() == columns) {
        return Ok(values.iter().map(|row| owned(row)).collect());
    }
    if values.iter().any(|row| row.len() > 1) {
        return Err(Failure::new(line, format!("every expected row must have {columns} values with tabs between")));
    }
    if !lines.len().is_multiple_of(columns) {
        let message = format!("{} expected values do not fill rows of {columns}", lines.len());
        return Err(Failure::new(line, message));
    }
    Ok(lines.chunks(columns).map(owned).collect())
}

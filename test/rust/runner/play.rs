//! Walks through the records of a script and stops at the first one that does not hold.

use super::script::{Action, Expected, Record, Script};
use super::session::{Answer, Host, Session};
use super::{Failure, judge};
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

type Rows = Vec<Vec<String>>;

/// Rows shown of a result that is wrong.
const SHOWN_ROWS: usize = 20;

pub fn play(script: &Script, host: &Host) -> Result<(), Failure> {
    let scratch = Scratch::new().map_err(|message| Failure::new(1, message))?;
    let mut player = Player::new(script, host, &scratch)?;
    player.records(&script.records)
}

/// A directory of this run alone, removed at its end.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Result<Self, String> {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let name = format!("sqllogictest-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(path.join("test_dir")).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(Self(path))
    }

    /// What `__TEST_DIR__` stands for.
    fn test_dir(&self) -> PathBuf {
        self.0.join("test_dir")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

struct Player<'a> {
    host: &'a Host,
    scratch: &'a Scratch,
    session: Session,
    /// Files still to be run before the first statement.
    setup: &'a [String],
    extensions: Vec<String>,
    /// Values of `${name}`, innermost loop last.
    variables: Vec<(String, String)>,
    labels: HashMap<String, (usize, Rows)>,
}

impl<'a> Player<'a> {
    fn new(script: &'a Script, host: &'a Host, scratch: &'a Scratch) -> Result<Self, Failure> {
        let session = Session::start(host, &scratch.0, None, false).map_err(|message| Failure::new(1, message))?;
        let from_environment = |name: &String| (name.clone(), std::env::var(name).unwrap_or_default());
        Ok(Self {
            host,
            scratch,
            session,
            setup: &script.setup,
            extensions: Vec::new(),
            variables: script.environment.iter().map(from_environment).collect(),
            labels: HashMap::new(),
        })
    }

    fn records(&mut self, records: &'a [Record]) -> Result<(), Failure> {
        for record in records {
            match &record.action {
                Action::Loop { variable, values, body } => self.repeat(variable, values, body)?,
                action => self.action(action, record.line).map_err(|message| self.failure(record, message))?,
            }
        }
        Ok(())
    }

    fn repeat(&mut self, variable: &str, values: &[String], body: &'a [Record]) -> Result<(), Failure> {
        for value in values {
            self.variables.push((variable.to_string(), value.clone()));
            self.records(body)?;
            self.variables.pop();
        }
        Ok(())
    }

    fn action(&mut self, action: &Action, line: usize) -> Result<(), String> {
        match action {
            Action::Require { extension } => self.require(extension),
            Action::Load { path, read_only } => self.load(path.as_deref(), *read_only),
            Action::Statement { sql, error } => self.statement(sql, error.as_deref()),
            Action::Query { sql, types, sorted, expected } => self.query(sql, types, *sorted, expected, line),
            Action::Loop { .. } => unreachable!("records() walks loops"),
        }
    }

    fn require(&mut self, extension: &str) -> Result<(), String> {
        self.load_extension(extension)?;
        self.extensions.push(extension.to_string());
        Ok(())
    }

    fn load_extension(&mut self, extension: &str) -> Result<(), String> {
        let file = self.host.extension.display();
        if extension == "payments" && !self.host.extension.is_file() {
            return Err(format!("{file} is missing: run make build"));
        }
        let sql = if extension == "payments" { format!("LOAD '{file}'") } else { format!("LOAD {extension}") };
        match self.session.run(&sql)?.error {
            Some(error) => Err(format!("cannot load {extension}: {error}")),
            None => Ok(()),
        }
    }

    /// Opens a database file anew. As in DuckDB's runner, a file that is not opened read-only starts empty.
    fn load(&mut self, path: Option<&str>, read_only: bool) -> Result<(), String> {
        let path = path.map(|path| self.replaced(path)).transpose()?.map(PathBuf::from);
        if let Some(path) = path.as_ref().filter(|_| !read_only) {
            let _ = fs::remove_file(path);
            let _ = fs::remove_file(format!("{}.wal", path.display()));
        }
        self.session.close();
        self.session = Session::start(self.host, &self.scratch.0, path.as_deref(), read_only)?;
        self.extensions.clone().iter().try_for_each(|extension| self.load_extension(extension))
    }

    fn statement(&mut self, sql: &str, expected: Option<&str>) -> Result<(), String> {
        let (sql, answer) = self.answer(sql)?;
        match (expected, answer.error) {
            (None, None) => Ok(()),
            (None, Some(error)) => Err(format!("this statement should run\n{sql}\n--> {error}")),
            (Some(_), None) => Err(format!("this statement should fail\n{sql}")),
            (Some(_), Some(error)) if error.contains("INTERNAL") => {
                Err(format!("an internal error is never right\n{sql}\n--> {error}"))
            }
            (Some(text), Some(error)) if judge::error(text, &error)? => Ok(()),
            (Some(text), Some(error)) => {
                Err(format!("another error than expected\n{sql}\n--> expected: {text}\n--> actual: {error}"))
            }
        }
    }

    fn query(&mut self, sql: &str, types: &str, sorted: bool, expected: &Expected, line: usize) -> Result<(), String> {
        let (sql, answer) = self.answer(sql)?;
        if let Some(error) = answer.error {
            return Err(format!("this query should run\n{sql}\n--> {error}"));
        }
        let mut rows = answer.rows;
        if sorted {
            rows.sort();
        }
        match expected {
            Expected::Rows(expected) => judge::rows(types, expected, &rows)
                .map_err(|message| format!("{message}\n{sql}\n{}", both(expected, &rows))),
            Expected::Label(label) => {
                judge::columns(types, &rows)?;
                self.same_as_before(label, rows, line).map_err(|message| format!("{message}\n{sql}"))
            }
        }
    }

    /// As in DuckDB's runner the values of two queries with one label must be the same text.
    fn same_as_before(&mut self, label: &str, rows: Rows, line: usize) -> Result<(), String> {
        let Some((first, expected)) = self.labels.get(label) else {
            self.labels.insert(label.to_string(), (line, rows));
            return Ok(());
        };
        let types = "T".repeat(rows.first().map_or(0, Vec::len));
        judge::rows(&types, expected, &rows)
            .map_err(|message| format!("not the rows of {label} on line {first}: {message}\n{}", both(expected, &rows)))
    }

    /// Runs SQL with its variables replaced, after the setup files if it is the first; returns that SQL as well.
    fn answer(&mut self, sql: &str) -> Result<(String, Answer), String> {
        for file in std::mem::take(&mut self.setup) {
            if !self.host.root.join(file).is_file() {
                return Err(format!("setup: there is no file {file}"));
            }
            if let Some(error) = self.session.read(Path::new(file))?.error {
                return Err(format!("setup: {file} failed\n--> {error}"));
            }
        }
        let sql = self.replaced(sql)?;
        let answer = self.session.run(&sql).map_err(|message| format!("{message}\n{sql}"))?;
        Ok((sql, answer))
    }

    fn replaced(&self, text: &str) -> Result<String, String> {
        let mut text = text.replace("__TEST_DIR__", &self.scratch.test_dir().to_string_lossy());
        for (name, value) in &self.variables {
            text = text.replace(&format!("${{{name}}}"), value);
        }
        match text.find("${") {
            Some(start) => Err(format!("unknown variable in: {}", text[start..].lines().next().unwrap_or(""))),
            None => Ok(text),
        }
    }

    fn failure(&self, record: &Record, message: String) -> Failure {
        let values: Vec<String> = self.variables.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let message = if values.is_empty() { message } else { format!("[{}] {message}", values.join(", ")) };
        Failure::new(record.line, message)
    }
}

fn both(expected: &Rows, actual: &Rows) -> String {
    format!("--> expected:\n{}\n--> actual:\n{}", listing(expected), listing(actual))
}

fn listing(rows: &Rows) -> String {
    let mut lines: Vec<String> = rows.iter().take(SHOWN_ROWS).map(|row| row.join("\t")).collect();
    if rows.len() > SHOWN_ROWS {
        lines.push(format!("... {} more rows", rows.len() - SHOWN_ROWS));
    }
    lines.join("\n")
}

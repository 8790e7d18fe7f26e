//! One DuckDB CLI process, which is one database session.
//!
//! Each statement goes to the CLI as `.read file`, followed by `.print` of a sentinel: an unterminated string in a
//! statement ends with its file and cannot swallow what follows.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

const COLUMN_END: char = '\u{1f}';
const ROW_END: char = '\u{1e}';
const SENTINEL: &str = "\u{1d}end of statement\n";

/// Where the CLI and the extension are, and how long a statement may take.
#[derive(Clone, Debug)]
pub struct Host {
    pub duckdb: PathBuf,
    pub extension: PathBuf,
    /// The repository root: working directory of the CLI and origin of relative paths.
    pub root: PathBuf,
    pub timeout: Duration,
}

impl Host {
    /// `DUCKDB`, `PAYMENTS_EXTENSION` and `SLT_TIMEOUT` (seconds), or what `make build` leaves in the repository.
    pub fn from_environment() -> Result<Self, String> {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let variable = |name: &str, default: &str| std::env::var(name).unwrap_or_else(|_| default.to_string());
        let seconds = variable("SLT_TIMEOUT", "120");
        let timeout = seconds.parse().map_err(|_| format!("SLT_TIMEOUT={seconds} is not a number of seconds"))?;
        let command = PathBuf::from(variable("DUCKDB", ".venv/bin/duckdb"));
        // A bare name such as `duckdb` is looked up in PATH; anything with a slash is a place in the repository.
        let duckdb = if command.components().count() > 1 { root.join(command) } else { command };
        let extension = root.join(variable("PAYMENTS_EXTENSION", "build/payments.duckdb_extension"));
        Ok(Self { duckdb, extension, root, timeout: Duration::from_secs(timeout) })
    }
}

/// What a statement printed.
#[derive(Debug)]
pub struct Answer {
    pub rows: Vec<Vec<String>>,
    pub error: Option<String>,
}

pub struct Session {
    child: Child,
    /// Taken when the session is closed.
    input: Option<ChildStdin>,
    output: Receiver<Vec<u8>>,
    errors: PathBuf,
    errors_seen: usize,
    statement: PathBuf,
    timeout: Duration,
}

impl Session {
    /// Starts the CLI on a database file, or in memory. `scratch` holds the files of this session.
    pub fn start(host: &Host, scratch: &Path, database: Option<&Path>, read_only: bool) -> Result<Self, String> {
        let errors = scratch.join("stderr.txt");
        let file = File::create(&errors).map_err(|error| format!("{}: {error}", errors.display()))?;
        let mut child = command(host, database, read_only)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(file)
            .spawn()
            .map_err(|error| format!("cannot start {} ({error}): run make setup", host.duckdb.display()))?;
        let input = child.stdin.take();
        let output = collect(child.stdout.take().expect("stdout is piped"));
        let statement = scratch.join("statement.sql");
        Ok(Self { child, input, output, errors, errors_seen: 0, statement, timeout: host.timeout })
    }

    /// Runs one statement. `Err` means that there is no session any more.
    pub fn run(&mut self, sql: &str) -> Result<Answer, String> {
        fs::write(&self.statement, sql).map_err(|error| format!("{}: {error}", self.statement.display()))?;
        let statement = self.statement.clone();
        self.read(&statement)
    }

    /// Runs a file of SQL.
    pub fn read(&mut self, file: &Path) -> Result<Answer, String> {
        let lines = format!(".read \"{}\"\n.print {SENTINEL}", file.display());
        // A CLI that has died is recognised below, where its output ends.
        let _ = self.input.as_mut().map(|input| input.write_all(lines.as_bytes()));
        let text = match self.output.recv_timeout(self.timeout) {
            Ok(text) => String::from_utf8_lossy(&text).into_owned(),
            Err(mpsc::RecvTimeoutError::Timeout) => {
                return Err(format!("no answer within {} s (SLT_TIMEOUT)", self.timeout.as_secs()));
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => return Err(self.obituary()),
        };
        let error = Some(self.new_errors()).filter(|error| !error.is_empty());
        Ok(Answer { rows: rows(&text), error })
    }

    /// Lets the CLI end by itself, so that its database file is complete and free.
    pub fn close(&mut self) {
        drop(self.input.take());
        let _ = self.child.wait();
    }

    /// What stderr has received since the last look.
    fn new_errors(&mut self) -> String {
        let all = fs::read(&self.errors).unwrap_or_default();
        let fresh = String::from_utf8_lossy(&all[self.errors_seen..]).trim_end().to_string();
        self.errors_seen = all.len();
        fresh
    }

    fn obituary(&mut self) -> String {
        let status = self.child.wait().map_or_else(|error| error.to_string(), |status| status.to_string());
        format!("the CLI has died ({status}) while running this: {}", self.new_errors())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command(host: &Host, database: Option<&Path>, read_only: bool) -> Command {
    let mut command = Command::new(&host.duckdb);
    command.current_dir(&host.root).args(["-batch", "-no-init", "-unsigned", "-noheader", "-list"]);
    command.args(["-nullvalue", "NULL", "-separator", &COLUMN_END.to_string(), "-newline", &ROW_END.to_string()]);
    // DuckDB's own runner sets the same time zone; nothing may be fetched from the network.
    command.args(["-cmd", "SET autoinstall_known_extensions = false; SET TimeZone = 'UTC'"]);
    if read_only {
        command.arg("-readonly");
    }
    command.args(database);
    command
}

/// Sends each answer, without its sentinel, as soon as it is complete; hangs up when the CLI ends.
fn collect(mut output: ChildStdout) -> Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut text = Vec::new();
        let mut buffer = [0; 65536];
        while let Ok(length @ 1..) = output.read(&mut buffer) {
            text.extend_from_slice(&buffer[..length]);
            if text.ends_with(SENTINEL.as_bytes()) {
                text.truncate(text.len() - SENTINEL.len());
                if sender.send(std::mem::take(&mut text)).is_err() {
                    return;
                }
            }
        }
    });
    receiver
}

fn rows(text: &str) -> Vec<Vec<String>> {
    text.split_terminator(ROW_END).map(|row| row.split(COLUMN_END).map(shown).collect()).collect()
}

fn shown(value: &str) -> String {
    if value.is_empty() { "(empty)".to_string() } else { value.to_string() }
}

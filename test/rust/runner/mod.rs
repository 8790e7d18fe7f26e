//! Runs DuckDB's .test files against the real DuckDB CLI.
//!
//! `script` reads a file, `session` is one CLI process, `judge` compares results, `play` walks the records. Only the
//! part of the format that DuckDB's own runner treats the same way is accepted; anything else is an error, so that
//! a passing file passes there too.

mod judge;
mod play;
mod script;
mod session;

pub use play::play;
pub use script::parse;
pub use session::Host;

/// What went wrong, and on which line of the .test file.
#[derive(Debug, PartialEq)]
pub struct Failure {
    pub line: usize,
    pub message: String,
}

impl Failure {
    fn new(line: usize, message: impl Into<String>) -> Self {
        Self { line, message: message.into() }
    }

    /// The message as an editor can jump to it: `file:line: message`.
    pub fn located(&self, file: &str) -> String {
        format!("{file}:{}: {}", self.line, self.message)
    }
}

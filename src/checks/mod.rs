//! The quality catalogue: every check is one file of `sql/checks`, and this module turns the files into SQL text.
//!
//! Read [`check`] for what a file must hold, [`statement`] for what is read out of its select, [`relation`] for the
//! aggregates that checks share, [`settings`] for changes made in SQL, and [`verdict`] for the text that answers with one
//! row per check. Nothing here runs a query
//! or opens a file: the caller runs the text on its own tables, in its own transaction.
#![forbid(unsafe_code)]

pub mod catalogue;
pub mod check;
pub mod relation;
pub mod settings;
pub mod statement;
pub mod verdict;

pub use catalogue::rules;
pub use check::{Rule, Severity};
pub use verdict::{qa_rows_sql, qa_sql};

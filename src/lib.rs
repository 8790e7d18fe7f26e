//! `payments`: a DuckDB extension that generates a small, explainable payments economy and checks data of its shape.
//!
//! Read in this order:
//! 1. [`error`]: every way an argument can be wrong.
//! 2. [`random`]: draws that can be addressed by row.
//! 3. [`model`]: merchants, customers, transactions: what the world is made of.
//! 4. [`checks`]: the catalogue of quality checks, whose SQL lives in `sql/checks`.
//! 5. `functions`: the adapter, the only part that knows DuckDB; one file per SQL function.

pub mod checks;
#[forbid(unsafe_code)]
pub mod error;
#[forbid(unsafe_code)]
pub mod model;
#[forbid(unsafe_code)]
pub mod random;

#[cfg(feature = "extension")]
pub mod functions;

//! `payments_version()`: the version of the extension and of the model, such as `0.1.0 (model 1)`. Equal model versions give
//! equal rows.

use super::table::TextFunction;
use crate::model::streams::MODEL_VERSION;

/// The function.
pub struct PaymentsVersion;

impl TextFunction for PaymentsVersion {
    fn name(&self) -> &'static str {
        "payments_version"
    }

    fn parameters(&self) -> &'static [&'static str] {
        &[]
    }

    fn call(&self, _arguments: &[Option<&str>]) -> Result<String, String> {
        Ok(format!("{} (model {MODEL_VERSION})", env!("CARGO_PKG_VERSION")))
    }
}

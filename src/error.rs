//! Every way an argument can be wrong, as one sentence with the value given and what is allowed.

use std::fmt;

/// Why a world, a table or a scan could not be built from its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// A value that has the wrong form or lies outside its legal range.
    Argument {
        /// Name of the parameter as the SQL user writes it.
        name: String,
        /// The value as given.
        value: String,
        /// What would have been right.
        allowed: String,
    },
    /// A parameter that must have a value was NULL.
    Null {
        /// Name of the parameter as the SQL user writes it.
        name: String,
        /// What would have been right.
        allowed: String,
    },
    /// A function that cannot be used the way it was called; the text says how to call it.
    Usage(String),
}

impl Error {
    /// A wrong value: `name` must be `allowed`, not `value`.
    pub fn argument(name: &str, value: impl fmt::Display, allowed: impl fmt::Display) -> Self {
        Self::Argument { name: name.into(), value: value.to_string(), allowed: allowed.to_string() }
    }

    /// A missing value: `name` must be `allowed`, not NULL.
    pub fn null(name: &str, allowed: impl fmt::Display) -> Self {
        Self::Null { name: name.into(), allowed: allowed.to_string() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Argument { name, value, allowed } => write!(out, "{name} must be {allowed}, not '{value}'"),
            Self::Null { name, allowed } => write!(out, "{name} must be {allowed}, not NULL"),
            Self::Usage(text) => out.write_str(text),
        }
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_argument_error_is_one_sentence_with_value_and_range() {
        let error = Error::argument("rows", -1, "a whole number from 0 to 10");
        assert_eq!(error.to_string(), "rows must be a whole number from 0 to 10, not '-1'");
        assert_eq!(Error::null("rows", "a number").to_string(), "rows must be a number, not NULL");
    }
}

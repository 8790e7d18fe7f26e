//! The numbers that the default world is made from, with their basis: what `payments_defaults()` shows. Each file of the
//! model lists its own in `defaults()`, beside the constants that it draws with, so that the list cannot say otherwise.

use std::ops::RangeInclusive;

use super::vocabulary::Basis;
use super::{
    account_manager, approval, campaign, customer, decline, dispute, fraud, incident_plan, life_cycle, merchant,
    params, payment_mix, planting, pricing, refund, retry, season, slots, subscription, transaction, vocabulary,
    volume, world,
};

/// One number of the world.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Part of the world that it belongs to.
    pub mechanism: &'static str,
    /// Its name; what it holds for follows after a dot.
    pub name: String,
    /// The value drawn with.
    pub value: f64,
    /// What the value measures.
    pub unit: &'static str,
    /// Where it comes from.
    pub source: Source,
}

/// Where a number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// What sort of evidence.
    pub basis: Basis,
    /// Which, or why this much was assumed; empty when nothing is to be said.
    pub text: &'static str,
}

/// Assumed, without a reason beyond plausibility.
pub const ASSUMED: Source = assumed("");

/// Assumed, for a reason.
pub const fn assumed(text: &'static str) -> Source {
    Source { basis: Basis::Assumed, text }
}

/// Worked out from a published number.
pub const fn derived(text: &'static str) -> Source {
    Source { basis: Basis::Derived, text }
}

/// Published by somebody who counted.
pub const fn sourced(text: &'static str) -> Source {
    Source { basis: Basis::Sourced, text }
}

/// Published by a vendor or in a blog: an order of magnitude.
pub const fn vendor(text: &'static str) -> Source {
    Source { basis: Basis::Vendor, text }
}

/// The numbers of one mechanism, as a file lists them.
#[derive(Clone, Debug)]
pub struct Parameters {
    mechanism: &'static str,
    list: Vec<Parameter>,
}

impl Parameters {
    /// An empty list.
    pub const fn of(mechanism: &'static str) -> Self {
        Self { mechanism, list: Vec::new() }
    }

    /// One number.
    pub fn one(mut self, name: impl Into<String>, value: impl Into<f64>, unit: &'static str, source: Source) -> Self {
        let (mechanism, name, value) = (self.mechanism, name.into(), value.into());
        self.list.push(Parameter { mechanism, name, value, unit, source });
        self
    }

    /// A number for each of some words.
    pub fn by<V: Into<f64>>(
        self,
        name: &str,
        words: &[&str],
        values: impl IntoIterator<Item = V>,
        unit: &'static str,
        source: Source,
    ) -> Self {
        words
            .iter()
            .zip(values)
            .fold(self, |list, (word, value)| list.one(format!("{name}.{word}"), value, unit, source))
    }

    /// The least and the most of a number drawn evenly between them.
    pub fn between<V: Copy + TryInto<i32>>(
        self,
        name: &str,
        range: &RangeInclusive<V>,
        unit: &'static str,
        source: Source,
    ) -> Self {
        let value = |end: V| end.try_into().map_or(f64::NAN, |end: i32| f64::from(end));
        let (least, most) = (value(*range.start()), value(*range.end()));
        self.one(format!("{name}.least"), least, unit, source).one(format!("{name}.most"), most, unit, source)
    }

    /// All that was listed.
    pub fn list(self) -> Vec<Parameter> {
        self.list
    }
}

/// Every number, by mechanism.
pub fn all() -> Vec<Parameter> {
    [
        params::defaults(),
        vocabulary::defaults(),
        volume::defaults(),
        merchant::defaults(),
        account_manager::defaults(),
        campaign::defaults(),
        life_cycle::defaults(),
        customer::defaults(),
        world::defaults(),
        season::defaults(),
        subscription::defaults(),
        payment_mix::defaults(),
        transaction::defaults(),
        approval::defaults(),
        decline::defaults(),
        slots::defaults(),
        retry::defaults(),
        pricing::defaults(),
        fraud::defaults(),
        refund::defaults(),
        dispute::defaults(),
        planting::defaults(),
        incident_plan::defaults(),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;
    use std::fs;
    use std::path::{Path, PathBuf};

    /// Files whose numbers shape no world, and constants that belong to none.
    const TECHNICAL: [&str; 4] = ["market.rs", "timeline.rs", "CHANCES", "RANGE"];

    fn files(folder: &Path) -> Vec<PathBuf> {
        let entries =
            fs::read_dir(folder).expect("the folder of the model").map(|entry| entry.expect("an entry").path());
        entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
    }

    #[test]
    fn every_decimal_constant_of_the_model_is_listed_in_its_file() {
        let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/model");
        let mut constants = 0;
        for file in files(&model) {
            if TECHNICAL.iter().any(|name| file.ends_with(name)) {
                continue;
            }
            let text = fs::read_to_string(&file).expect("a source file");
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let listed = code.split("fn defaults()").nth(1).unwrap_or_default();
            for line in code.lines().map(str::trim_start) {
                let declared = line.trim_start_matches("pub(super) ").trim_start_matches("pub ").strip_prefix("const ");
                let declared = declared.filter(|line| !line.starts_with("fn "));
                let Some((name, kind)) = declared.and_then(|line| line.split_once(':')) else { continue };
                let is_decimal = ["f64", "f32", "Range", "Burst"]
                    .iter()
                    .any(|word| kind.split('=').next().unwrap_or_default().contains(word));
                if is_decimal && !TECHNICAL.contains(&name) {
                    constants += 1;
                    assert!(listed.contains(name), "{}: defaults() does not list {name}", file.display());
                }
            }
        }
        assert!(constants > 40, "{constants}");
    }

    #[test]
    fn names_are_unique_values_finite_and_evidence_is_named() {
        let all = all();
        let names: HashSet<(&str, &str)> =
            all.iter().map(|parameter| (parameter.mechanism, &*parameter.name)).collect();
        assert_eq!(names.len(), all.len());
        for parameter in &all {
            assert!(parameter.value.is_finite(), "{parameter:?}");
            assert!(!parameter.unit.is_empty(), "{parameter:?}");
            assert!(parameter.source.basis == Basis::Assumed || !parameter.source.text.is_empty(), "{parameter:?}");
        }
    }

    #[test]
    fn values_are_those_of_the_design() {
        let value = |mechanism: &str, name: &str| {
            let found = all().into_iter().find(|parameter| parameter.mechanism == mechanism && parameter.name == name);
            found.unwrap_or_else(|| panic!("{mechanism} {name}")).value
        };
        assert_eq!(value("volume", "body_sigma"), 1.83);
        assert_eq!(value("life cycle", "churn_scale.small"), 4.5);
        assert_eq!(value("money", "interchange.EMEA.pos.credit"), 30.0);
        assert_eq!(value("world", "merchants"), 50_000.0);
    }
}

//! Invented trading names: two words and a form of business, numbered through so that no two merchants share one.

use super::params::WorldParams;
use super::streams::{self, Table};
use crate::random::Permutation;

/// The invented trading name of the merchant at `index`: unique, because names are numbered through.
pub fn at(params: &WorldParams, index: u64) -> String {
    let numbers = Permutation::new(streams::column(params.seed, Table::Merchant, 1), params.merchants);
    let number = numbers.forward(index) as usize;
    let (first, rest) = (number % FIRST_WORDS.len(), number / FIRST_WORDS.len());
    let (second, rest) = (rest % SECOND_WORDS.len(), rest / SECOND_WORDS.len());
    let (form, round) = (rest % FORMS.len(), rest / FORMS.len());
    let name = format!("{} {} {}", FIRST_WORDS[first], SECOND_WORDS[second], FORMS[form]);
    if round == 0 { name } else { format!("{name} {}", round + 1) }
}

const FIRST_WORDS: [&str; 64] = [
    "Amber",
    "Aspen",
    "Atlas",
    "Aurora",
    "Birch",
    "Blue",
    "Bright",
    "Cedar",
    "Cinder",
    "Clear",
    "Clover",
    "Cobalt",
    "Copper",
    "Coral",
    "Crimson",
    "Crystal",
    "Delta",
    "Dune",
    "Echo",
    "Elm",
    "Ember",
    "Evergreen",
    "Falcon",
    "Fern",
    "First",
    "Flint",
    "Garnet",
    "Golden",
    "Granite",
    "Harbor",
    "Hazel",
    "Indigo",
    "Iron",
    "Ivory",
    "Jade",
    "Juniper",
    "Lark",
    "Laurel",
    "Lunar",
    "Maple",
    "Meadow",
    "Mint",
    "Noble",
    "North",
    "Nova",
    "Oak",
    "Ocean",
    "Olive",
    "Onyx",
    "Opal",
    "Orchid",
    "Pearl",
    "Pine",
    "Quartz",
    "Raven",
    "River",
    "Sage",
    "Silver",
    "Solar",
    "Summit",
    "Tidal",
    "Velvet",
    "Willow",
    "Zephyr",
];
const SECOND_WORDS: [&str; 32] = [
    "Arch", "Bay", "Bridge", "Brook", "Canyon", "Cove", "Creek", "Crest", "Dale", "Field", "Forge", "Gate", "Glen",
    "Grove", "Haven", "Hill", "Isle", "Lake", "Lane", "Light", "Mill", "Park", "Path", "Peak", "Point", "Reef",
    "Ridge", "Rock", "Shore", "Stone", "Valley", "Wood",
];
const FORMS: [&str; 32] = [
    "& Co",
    "Bazaar",
    "Brothers",
    "Collective",
    "Company",
    "Corner",
    "Depot",
    "Direct",
    "Emporium",
    "Exchange",
    "Express",
    "Factory",
    "Group",
    "Guild",
    "House",
    "Hub",
    "Kitchen",
    "Labs",
    "Market",
    "Outlet",
    "Partners",
    "Place",
    "Project",
    "Republic",
    "Shop",
    "Sons",
    "Square",
    "Studio",
    "Supply",
    "Trading",
    "Works",
    "World",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_also_where_words_run_out() {
        let params = WorldParams { merchants: 200_000, ..WorldParams::default() };
        let names: std::collections::HashSet<String> = (0..params.merchants).map(|index| at(&params, index)).collect();
        assert_eq!(names.len(), 200_000);
    }
}

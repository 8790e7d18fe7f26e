//! Account managers: each looks after merchants of one region.

use super::calendar::Day;
use super::parameter::{ASSUMED, Parameter, Parameters};
use super::params::WorldParams;
use super::streams::{self, Table};
use super::vocabulary::Region;
use crate::random::below;

/// Merchants an account manager looks after, on average. Assumed.
const MERCHANTS_PER_MANAGER: u64 = 625;
/// The regions of ten managers in turn, about in proportion to business; every region is among the first eight.
const REGIONS: [Region; 10] = [
    Region::Na,
    Region::Emea,
    Region::Na,
    Region::Apac,
    Region::Latam,
    Region::Na,
    Region::Emea,
    Region::Africa,
    Region::Na,
    Region::Emea,
];
const FIRST_NAMES: [&str; 32] = [
    "Ada", "Amara", "Anika", "Arjun", "Bruno", "Camila", "Chen", "Daniel", "Elena", "Emeka", "Farah", "Felix", "Grace",
    "Hana", "Ibrahim", "Ingrid", "Jonas", "Julia", "Kofi", "Laila", "Liam", "Lucia", "Marek", "Maya", "Nadia", "Noah",
    "Olivia", "Priya", "Rafael", "Sofia", "Tomas", "Yuki",
];
const LAST_NAMES: [&str; 32] = [
    "Adeyemi", "Almeida", "Andersen", "Bauer", "Boateng", "Castillo", "Cohen", "Dubois", "Eriksen", "Fischer",
    "Garcia", "Haddad", "Hughes", "Ito", "Jensen", "Kapoor", "Kim", "Kowalski", "Larsen", "Mbeki", "Moreau",
    "Nakamura", "Novak", "Okafor", "Ortiz", "Patel", "Reyes", "Rossi", "Santos", "Tanaka", "Walker", "Weber",
];

/// One account manager.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountManager {
    /// Key, dense from 1.
    pub account_manager_id: i32,
    /// Invented name.
    pub name: String,
    /// Region looked after.
    pub region: Region,
    /// Team within the region.
    pub team: String,
    /// First day of work, before the window.
    pub hired_on: Day,
}

/// How many account managers a world has: one for 625 merchants, never less than ten.
pub fn count(params: &WorldParams) -> u64 {
    params.merchants.div_ceil(MERCHANTS_PER_MANAGER).max(REGIONS.len() as u64)
}

/// The region of the manager at `index` (from 0).
pub fn region(index: u64) -> Region {
    REGIONS[(index % REGIONS.len() as u64) as usize]
}

/// The manager at `index` (from 0).
pub fn at(params: &WorldParams, index: u64) -> AccountManager {
    let draw = streams::column(params.seed, Table::AccountManager, 0).at(index);
    let first = FIRST_NAMES[below(draw, 32) as usize];
    let last = LAST_NAMES[((index + (draw & 7)) % 32) as usize];
    let region = region(index);
    let team = format!("{} {}", region.word(), 1 + (index / REGIONS.len() as u64) % 3);
    let days_before = 30 + below(draw.rotate_left(32), 2_500) as Day;
    AccountManager {
        account_manager_id: index as i32 + 1,
        name: format!("{first} {last}"),
        region,
        team,
        hired_on: params.start_day - days_before,
    }
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    Parameters::of("acquisition")
        .one("merchants_per_manager", MERCHANTS_PER_MANAGER as f64, "merchants", ASSUMED)
        .list()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_has_a_manager_in_the_smallest_world() {
        let params = WorldParams { merchants: 1, ..WorldParams::default() };
        for region in Region::ALL {
            assert!((0..count(&params)).any(|index| at(&params, index).region == *region), "{region:?}");
        }
    }

    #[test]
    fn managers_are_hired_before_the_window() {
        let params = WorldParams::default();
        assert!((0..count(&params)).all(|index| at(&params, index).hired_on < params.start_day));
    }
}

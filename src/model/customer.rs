//! Customers: no table of them exists. A customer's slot says country and how active the customer is; a permutation
//! turns slots into ids, so that ids tell nothing; everything else is drawn from the slot when asked for.

use super::parameter::{ASSUMED, Parameter, Parameters, assumed, derived};
use std::ops::Range;

use super::calendar::Day;
use super::params::WorldParams;
use super::streams::{self, Table};
use super::vocabulary::{CardBrand, Country, Funding, Region, Segment};
use crate::random::{Permutation, Stream, Weights, apportion, below, high, low};

/// Most favourite merchants of a customer, and fewest. Assumed.
const FAVOURITES: std::ops::RangeInclusive<u64> = 3..=12;
/// Share of a country's customers in each tier of activity and the tier's share of payments. Assumed, so that most
/// payments are made by people who come back: heavy, regular, occasional.
const TIERS: [(f64, f64); 3] = [(0.012, 0.62), (0.05, 0.28), (0.938, 0.10)];
/// Share of customers by segment: consumer, enterprise, smb. Assumed.
const SEGMENTS: [f64; 3] = [0.85, 0.03, 0.12];
/// Stretches for which the country is noted.
const GUESSES: usize = 512;
/// Years before the window over which the earlier customers joined.
const YEARS_BEFORE: f64 = 4.0;

/// One customer as the contract shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Customer {
    /// Key, dense from 1.
    pub customer_id: i64,
    /// Kind of customer.
    pub segment: Segment,
    /// Home region.
    pub region: Region,
    /// Home country.
    pub country: Country,
    /// First day on which the customer can pay.
    pub join_date: Day,
}

/// The card that a customer pays with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Card {
    /// Scheme.
    pub brand: CardBrand,
    /// Credit, debit or prepaid.
    pub funding: Funding,
}

/// The customers of a world.
#[derive(Clone, Debug)]
pub struct Customers {
    /// First day on which anybody joined, and the days from then to the end of the window.
    earliest: Day,
    span_days: f64,
    ids: Permutation,
    /// First slot of each country, and at the end the number of customers.
    first_slots: Vec<u64>,
    /// For each stretch of slots, the country where it begins.
    guesses: Vec<u8>,
    guesses_per_slot: f64,
    /// Slots by country and tier, in order and without gaps.
    tiers: Vec<Range<u64>>,
    tier: Weights<3>,
    segment: Weights<3>,
    brands: [Weights<4>; 5],
    fundings: [Weights<3>; 5],
    attributes: Stream,
    cards: Stream,
}

impl Customers {
    /// Lays the customers of a world out by country.
    pub fn new(params: &WorldParams) -> Self {
        let stream = |column| streams::column(params.seed, Table::Customer, column);
        let shares: Vec<f64> = Country::ALL.iter().map(|country| country.payment_share()).collect();
        let mut first_slots = vec![0];
        for count in apportion(params.customers, &shares) {
            first_slots.push(first_slots[first_slots.len() - 1] + count);
        }
        let before = (YEARS_BEFORE * 365.0) as Day;
        let guesses_per_slot = GUESSES as f64 / params.customers as f64;
        // A guess may lie too early, never too late: rounding must not move a stretch past its country.
        let first_of_stretch = |stretch: usize| (stretch.saturating_sub(1) as f64 / guesses_per_slot) as u64;
        let country_at = |slot: u64| first_slots.partition_point(|first| *first <= slot) - 1;
        Self {
            earliest: params.start_day - before,
            span_days: f64::from(before) + params.window_days() as f64,
            tiers: first_slots.windows(2).flat_map(|bounds| split_by_tier(bounds[0]..bounds[1])).collect(),
            guesses: (0..=GUESSES).map(|stretch| country_at(first_of_stretch(stretch)).min(23) as u8).collect(),
            guesses_per_slot,
            ids: Permutation::new(stream(0), params.customers),
            first_slots,
            tier: Weights::new(TIERS.map(|(_, payments)| payments)),
            segment: Weights::new(SEGMENTS),
            brands: BRANDS.map(Weights::new),
            fundings: FUNDINGS.map(Weights::new),
            attributes: stream(1),
            cards: stream(2),
        }
    }

    /// Number of customers.
    pub fn count(&self) -> u64 {
        self.first_slots[Country::ALL.len()]
    }

    /// Whether anybody lives in the country.
    pub fn lives_in(&self, country: Country) -> bool {
        self.first_slots[country as usize] < self.first_slots[country as usize + 1]
    }

    /// A customer of the country who has joined by `day`, chosen by activity.
    #[inline]
    pub fn choose(&self, country: Country, day: Day, draw: u64) -> u64 {
        let tier = self.tier.choose(low(draw));
        let slots = &self.tiers[country as usize * TIERS.len() + tier];
        let passed = (f64::from(day - self.earliest) + 1.0) / self.span_days;
        let joined = ((slots.end - slots.start) as f64 * passed) as u64;
        // The lower half chose the tier; the upper half alone would see only 2^32 customers.
        let place = below(draw.rotate_left(32) ^ (draw >> 7), joined.max(1));
        (slots.start + place).min(self.first_slots[country as usize + 1] - 1)
    }

    /// The country of a slot: guessed from its place among all, then moved on.
    #[inline]
    pub fn country(&self, slot: u64) -> Country {
        let mut place = self.guesses[(slot as f64 * self.guesses_per_slot) as usize] as usize;
        while self.first_slots[place + 1] <= slot {
            place += 1;
        }
        Country::ALL[place]
    }

    /// The public key of a slot.
    #[inline]
    pub fn id(&self, slot: u64) -> i64 {
        self.ids.forward(slot) as i64 + 1
    }

    /// The day on which a customer joined. Customers join at a constant rate from four years before the window to its
    /// end, in the order of their slots within a tier: so those who have joined by a day are the first so many.
    #[inline]
    pub fn join_day(&self, slot: u64, country: Country) -> Day {
        let tiers = &self.tiers[country as usize * TIERS.len()..][..TIERS.len()];
        let tier = &tiers[usize::from(slot >= tiers[0].end) + usize::from(slot >= tiers[1].end)];
        let passed = (slot - tier.start) as f64 / (tier.end - tier.start) as f64;
        self.earliest + (passed * self.span_days) as Day
    }

    /// How many favourite merchants a customer has: a multiplicative hash of the slot, since every payment asks.
    #[inline]
    pub fn favourites(&self, slot: u64) -> u64 {
        const GOLDEN: u32 = 0x9e37_79b9;
        let spread = FAVOURITES.end() - FAVOURITES.start() + 1;
        FAVOURITES.start() + ((u64::from((slot as u32).wrapping_mul(GOLDEN)) * spread) >> 32)
    }

    /// The card of a customer who lives in `region`.
    #[inline]
    pub fn card(&self, slot: u64, region: Region) -> Card {
        let draw = self.cards.at(slot);
        Card {
            brand: CardBrand::ALL[self.brands[region as usize].choose(low(draw))],
            funding: Funding::ALL[self.fundings[region as usize].choose(high(draw))],
        }
    }

    /// The customer whose key is `index` + 1.
    pub fn at(&self, index: u64) -> Customer {
        let slot = self.ids.backward(index);
        let country = self.country(slot);
        Customer {
            customer_id: index as i64 + 1,
            segment: Segment::ALL[self.segment.choose(low(self.attributes.at(slot)))],
            region: country.region(),
            country,
            join_date: self.join_day(slot, country),
        }
    }
}

/// The slots of a country, the heavy customers first.
fn split_by_tier(slots: Range<u64>) -> [Range<u64>; 3] {
    let count = (slots.end - slots.start) as f64;
    let heavy = slots.start + (count * TIERS[0].0) as u64;
    let regular = heavy + (count * TIERS[1].0) as u64;
    [slots.start..heavy, heavy..regular, regular..slots.end]
}

/// Card schemes by region of the card (APAC, Africa, EMEA, LATAM, NA): amex, mastercard, other, visa. Assumed.
const BRANDS: [[f64; 4]; 5] = [
    [0.04, 0.26, 0.30, 0.40],
    [0.01, 0.38, 0.13, 0.48],
    [0.04, 0.40, 0.06, 0.50],
    [0.03, 0.40, 0.12, 0.45],
    [0.10, 0.27, 0.09, 0.54],
];
/// Funding by region of the card: credit, debit, prepaid. NA after Recurly's 61/39 split of subscription cards and the
/// Fed's 2023 counts; the others are assumed.
const FUNDINGS: [[f64; 3]; 5] =
    [[0.52, 0.42, 0.06], [0.18, 0.70, 0.12], [0.32, 0.62, 0.06], [0.48, 0.45, 0.07], [0.52, 0.43, 0.05]];

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    let mut list = Parameters::of("customers")
        .between("favourites", &FAVOURITES, "merchants", ASSUMED)
        .by(
            "tier_share",
            &["heavy", "regular", "occasional"],
            TIERS.map(|tier| tier.0),
            "share of customers",
            assumed("tuned so that most payments are made by those who come back"),
        )
        .by(
            "tier_payments",
            &["heavy", "regular", "occasional"],
            TIERS.map(|tier| tier.1),
            "share of payments",
            assumed("tuned so that most payments are made by those who come back"),
        )
        .one("years_before", YEARS_BEFORE, "years of joining before the window", ASSUMED)
        .by("segment", Segment::WORDS, SEGMENTS, "share of customers", ASSUMED);
    for region in Region::ALL {
        let name = |what: &str| format!("{what}.{}", region.word());
        let funding = if *region == Region::Na {
            derived("Recurly: 61 / 39 credit and debit on subscriptions; Federal Reserve 2023 counts")
        } else {
            ASSUMED
        };
        list = list.by(&name("brand"), CardBrand::WORDS, BRANDS[*region as usize], "share of cards", ASSUMED).by(
            &name("funding"),
            Funding::WORDS,
            FUNDINGS[*region as usize],
            "share of cards",
            funding,
        );
    }
    list.list()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn customers(count: u64) -> Customers {
        Customers::new(&WorldParams { customers: count, ..WorldParams::default() })
    }

    #[test]
    fn ids_are_dense_and_lead_back_to_the_slot() {
        let customers = customers(5_000);
        for slot in 0..5_000 {
            let id = customers.id(slot);
            assert!((1..=5_000).contains(&id));
            assert_eq!(customers.at(id as u64 - 1).country, customers.country(slot));
        }
    }

    #[test]
    fn countries_are_found_at_every_slot() {
        for count in [1, 7, 100, 5_003] {
            let customers = customers(count);
            for slot in 0..count {
                let place = customers.country(slot) as usize;
                assert!(
                    customers.first_slots[place] <= slot && slot < customers.first_slots[place + 1],
                    "{slot} of {count}"
                );
            }
        }
    }

    #[test]
    fn chosen_customers_live_in_the_country_asked_for_and_have_joined() {
        let start = WorldParams::default().start_day;
        for count in [30, 1_000, 20_000] {
            let customers = customers(count);
            let stream = Stream::new(1, 2, 3);
            for position in 0..20_000 {
                let day = start + (position % 366) as Day;
                let slot = customers.choose(Country::Us, day, stream.at(position));
                assert_eq!(customers.country(slot), Country::Us);
                assert!(customers.join_day(slot, Country::Us) <= day, "slot {slot} of {count} on {day}");
            }
        }
    }

    #[test]
    fn one_customer_is_always_chosen() {
        let customers = customers(1);
        assert!(customers.lives_in(Country::Us));
        assert_eq!(customers.choose(Country::Us, WorldParams::default().start_day, u64::MAX), 0);
        assert_eq!(customers.at(0).customer_id, 1);
    }

    #[test]
    fn a_fifth_of_the_customers_joins_inside_a_year_long_window() {
        let customers = customers(10_000);
        let start = WorldParams::default().start_day;
        let inside = (0..10_000).filter(|slot| customers.join_day(*slot, customers.country(*slot)) >= start).count();
        // 366 of 1826 days, laid out evenly in 72 stretches.
        assert!(inside.abs_diff(2_004) < 80, "{inside}");
    }

    #[test]
    fn favourites_number_three_to_twelve() {
        let customers = customers(10_000);
        let numbers: Vec<u64> = (0..10_000).map(|slot| customers.favourites(slot)).collect();
        assert_eq!((numbers.iter().min(), numbers.iter().max()), (Some(&3), Some(&12)));
    }
}

//! What the place of a row makes it. A retry repeats an earlier row and a subscription comes back every month; yet every
//! row must be drawn from its number alone. So the roles are handed out by place: of every 16 rows, two bill
//! subscriptions, one repeats a payment declined minutes ago, one a billing declined days ago. The places within the 16
//! are drawn, so that nothing can be read off a row number. A role that finds nothing to do is an ordinary payment.

use super::parameter::{ASSUMED, Parameter, Parameters};
use std::ops::Range;

use super::streams::{self, Table};
use crate::random::Stream;

/// Rows that share one draw of places.
pub const GROUP: u64 = 16;
/// Subscriptions billed in a group.
pub const BILLS: u64 = 2;
/// Groups of which each retries billings of another age, see `retry::SCHEDULE`.
pub const BATCH: u64 = 4;
/// Share of rows that bill a subscription, when there is one to be billed.
pub const BILL_SHARE: f64 = BILLS as f64 / GROUP as f64;

/// What a row is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A payment by a customer.
    Payment,
    /// The first or the second billing of the group.
    Bill(u64),
    /// A second attempt, minutes after the first.
    RetrySoon,
    /// A further attempt at a billing, days after the first.
    RetryLater,
}

/// The roles of a world's rows.
#[derive(Clone, Copy, Debug)]
pub struct Slots {
    places: Stream,
}

/// The places of the special rows of a group, from 0 to 15.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Places {
    soon: u64,
    later: u64,
    bills: [u64; BILLS as usize],
}

impl Slots {
    /// The roles in the world of `seed`.
    pub const fn new(seed: u64) -> Self {
        Self { places: streams::column(seed, Table::Transaction, 20) }
    }

    /// One half of a group has the early retry and a billing, the other half the late one and the other billing.
    #[inline]
    const fn places(&self, group: u64) -> Places {
        let draw = self.places.at(group);
        let (soon, later) = (draw & 7, (draw >> 3) & 7);
        Places { soon, later: 8 + later, bills: [another(soon, draw >> 16), 8 + another(later, draw >> 32)] }
    }

    /// What a row is there for.
    #[inline]
    pub const fn role(&self, row: u64) -> Role {
        let places = self.places(row / GROUP);
        let place = row % GROUP;
        if place == places.soon {
            Role::RetrySoon
        } else if place == places.later {
            Role::RetryLater
        } else if place == places.bills[0] {
            Role::Bill(0)
        } else if place == places.bills[1] {
            Role::Bill(1)
        } else {
            Role::Payment
        }
    }

    /// The row of a group that retries a billing.
    #[inline]
    pub const fn late_retry(&self, group: u64) -> u64 {
        group * GROUP + self.places(group).later
    }

    /// The rows of a group that bill.
    pub fn bills(&self, group: u64) -> [u64; BILLS as usize] {
        self.places(group).bills.map(|place| group * GROUP + place)
    }

    /// The rows of a group that customers pay in.
    pub fn payments(&self, group: u64) -> impl Iterator<Item = u64> {
        let places = self.places(group);
        let is_payment =
            move |place: &u64| *place != places.soon && *place != places.later && !places.bills.contains(place);
        (0..GROUP).filter(is_payment).map(move |place| group * GROUP + place)
    }
}

/// Another place of the same half.
#[inline]
const fn another(place: u64, draw: u64) -> u64 {
    place ^ (1 + (((draw & 0xffff) * 7) >> 16))
}

/// The batches of four groups that begin within `rows`.
pub const fn batches(rows: Range<u64>) -> Range<u64> {
    rows.start.div_ceil(GROUP * BATCH)..rows.end.div_ceil(GROUP * BATCH)
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    Parameters::of("retries")
        .one("bill_share", BILL_SHARE, "share of rows that can bill a subscription", ASSUMED)
        .list()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_has_twelve_payments_two_billings_and_two_retries() {
        let slots = Slots::new(42);
        for group in 0..2_000 {
            let rows = group * GROUP..(group + 1) * GROUP;
            let count = |role: Role| rows.clone().filter(|row| slots.role(*row) == role).count();
            let roles = [Role::Bill(0), Role::Bill(1), Role::RetrySoon, Role::RetryLater, Role::Payment];
            assert_eq!(roles.map(count), [1, 1, 1, 1, 12]);
            assert_eq!(slots.role(slots.late_retry(group)), Role::RetryLater);
            assert_eq!(slots.bills(group).map(|row| slots.role(row)), [Role::Bill(0), Role::Bill(1)]);
            assert!(slots.payments(group).all(|row| slots.role(row) == Role::Payment));
            assert_eq!(slots.payments(group).count(), 12);
        }
    }

    #[test]
    fn every_place_is_as_likely_as_any_other_to_retry() {
        let slots = Slots::new(42);
        let mut places = [0u32; GROUP as usize];
        for row in 0..16 * 80_000 {
            if matches!(slots.role(row), Role::RetrySoon | Role::RetryLater) {
                places[(row % GROUP) as usize] += 1;
            }
        }
        // Chi-square over 14 degrees of freedom: 36.1 is exceeded by chance once in a thousand.
        let chi_square: f64 = places.iter().map(|count| (f64::from(*count) - 1e4).powi(2) / 1e4).sum();
        assert!(chi_square < 36.1, "{chi_square}");
    }

    #[test]
    fn batches_of_neighbouring_stretches_neither_overlap_nor_leave_a_gap() {
        let cuts = [0, 1, 63, 64, 65, 1_000, 1_024];
        let mut next = 0;
        for bounds in cuts.windows(2) {
            let batches = batches(bounds[0]..bounds[1]);
            assert_eq!(batches.start, next);
            next = batches.end;
        }
        assert_eq!(next, 16);
    }
}

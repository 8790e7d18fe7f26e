//! Subscriptions: a customer billed by a merchant every month, on the same day of the month, the same amount. The rows of
//! a day that bill are numbered; number and day of the month name the subscription, so that the same one is billed a
//! month later without a list of them. On the last day of a short month those of the missing days are billed as well.

use super::calendar::CalendarDay;
use super::parameter::{Parameter, Parameters, assumed};
use super::params::WorldParams;
use super::slots::{BILLS, GROUP};
use super::streams::{self, Table};
use crate::random::{Stream, below};

/// Fewest and most months that a subscription lasts before another takes its place. Assumed: some 15 on average.
const MONTHS: std::ops::RangeInclusive<u64> = 3..=27;
/// Days of the longest month.
const MONTH_DAYS: usize = 31;

/// A subscription as its billing sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// Address of everything about it.
    pub source: u64,
    /// Day of the window on which it began; 0 when before.
    pub first_day: u32,
}

/// Which subscriptions are billed on which day.
#[derive(Clone, Debug)]
pub struct Billing {
    days: Vec<BillingDay>,
    months: Vec<Month>,
    identity: Stream,
}

/// A day of the window for billing.
#[derive(Clone, Copy, Debug)]
struct BillingDay {
    /// First group of rows that begins on the day.
    first_group: u64,
    /// Month of the window, from 0.
    month: u32,
    /// The days of the month that are billed: more than one on the last day of a short month.
    first_key: u32,
    keys: u32,
}

/// A month of the window for billing.
#[derive(Clone, Copy, Debug)]
struct Month {
    /// Its first and last day in the window, and which day of the month the first is.
    first_day: u32,
    last_day: u32,
    first_key: u32,
    /// By day of the month less one: how many subscriptions exist.
    subscriptions: [u64; MONTH_DAYS],
}

impl Billing {
    /// Plans the billing over the window; `first_row` gives the first row of a day of the window, and of the day after it.
    pub fn new(params: &WorldParams, first_row: impl Fn(usize) -> u64) -> Self {
        let mut days = Vec::with_capacity(params.window_days());
        let mut months: Vec<Month> = Vec::new();
        for (index, day) in (params.start_day..=params.end_day).enumerate() {
            let first_key = CalendarDay::of(day).day_of_month;
            if index == 0 || first_key == 1 {
                let subscriptions = [u64::MAX; MONTH_DAYS];
                months.push(Month { first_day: index as u32, last_day: 0, first_key, subscriptions });
            }
            let is_last = CalendarDay::of(day + 1).day_of_month == 1;
            let keys = if is_last { MONTH_DAYS as u32 + 1 - first_key } else { 1 };
            let groups = first_row(index).div_ceil(GROUP)..first_row(index + 1).div_ceil(GROUP);
            let number = months.len() - 1;
            let month = &mut months[number];
            month.last_day = index as u32;
            for key in first_key..first_key + keys {
                month.subscriptions[key as usize - 1] = (groups.end - groups.start) * BILLS / u64::from(keys);
            }
            days.push(BillingDay { first_group: groups.start, month: number as u32, first_key, keys });
        }
        // A subscription is billed in every later month: there are never more than any later month can bill.
        for number in (1..months.len()).rev() {
            let later = months[number].subscriptions;
            for (count, later) in months[number - 1].subscriptions.iter_mut().zip(later) {
                *count = later.min(*count);
            }
        }
        Self { days, months, identity: streams::column(params.seed, Table::Transaction, 22) }
    }

    /// The subscription that the `bill`-th billing row of a group bills; `day` is the day of that row. `None` when there
    /// are fewer subscriptions than billing rows.
    #[inline]
    pub fn subscription(&self, group: u64, bill: u64, day: u32) -> Option<Subscription> {
        // A group that began before midnight belongs to the day before.
        let is_early = group < self.days[day as usize].first_group;
        let billing = &self.days[(day as usize).checked_sub(usize::from(is_early))?];
        let number = group.checked_sub(billing.first_group)? * BILLS + bill;
        let key = billing.first_key + (number % u64::from(billing.keys)) as u32;
        let rank = number / u64::from(billing.keys);
        if rank >= self.months[billing.month as usize].subscriptions[key as usize - 1] {
            return None;
        }
        let place = rank * MONTH_DAYS as u64 + u64::from(key - 1);
        let draw = self.identity.at(place);
        let lasts = MONTHS.start() + below(draw, MONTHS.end() - MONTHS.start() + 1);
        let month = u64::from(billing.month) + (draw & 0xff) % lasts;
        let first_month = &self.months[(u64::from(billing.month)).saturating_sub(month % lasts) as usize];
        Some(Subscription {
            // The top bit keeps the addresses of subscriptions apart from those of rows.
            source: self.identity.at_trial(place ^ 1 << 57, month / lasts) | 1 << 63,
            first_day: (first_month.first_day + key.saturating_sub(first_month.first_key)).min(first_month.last_day),
        })
    }
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    Parameters::of("customers").between("subscription", &MONTHS, "months", assumed("some 15 on average")).list()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS_A_DAY: u64 = 800;

    fn billing(rows_of: impl Fn(usize) -> u64) -> Billing {
        Billing::new(&WorldParams::default(), rows_of)
    }

    fn of_day(billing: &Billing, day: u32) -> Vec<Subscription> {
        let groups = u64::from(day) * ROWS_A_DAY / GROUP..u64::from(day + 1) * ROWS_A_DAY / GROUP;
        groups.flat_map(|group| (0..BILLS).filter_map(move |bill| billing.subscription(group, bill, day))).collect()
    }

    #[test]
    fn most_subscriptions_of_a_day_are_billed_a_month_later_on_the_same_day() {
        let billing = billing(|day| day as u64 * ROWS_A_DAY);
        // 10 January and 10 February.
        let (january, february) = (of_day(&billing, 9), of_day(&billing, 40));
        assert_eq!(january.len(), 100);
        let stayed = january.iter().filter(|old| february.iter().any(|new| new.source == old.source)).count();
        // They last 15 months on average, drawn evenly from 3 to 27: one in eleven ends between two billings.
        assert!((82..=98).contains(&stayed), "{stayed}");
        let other_day = of_day(&billing, 41);
        assert!(!other_day.iter().any(|new| january.iter().any(|old| old.source == new.source)));
    }

    #[test]
    fn nobody_is_billed_before_the_subscription_began() {
        let billing = billing(|day| day as u64 * ROWS_A_DAY);
        for day in 0..366 {
            assert!(of_day(&billing, day).iter().all(|subscription| subscription.first_day <= day), "day {day}");
        }
    }

    #[test]
    fn the_last_day_of_a_short_month_bills_the_missing_days() {
        let billing = billing(|day| day as u64 * ROWS_A_DAY);
        // 31 March and 30 April: half of April's billings are those of the 31st.
        let (march, april) = (of_day(&billing, 90), of_day(&billing, 120));
        let shared = april.iter().filter(|new| march.iter().any(|old| old.source == new.source)).count();
        assert!((38..=50).contains(&shared), "{shared}");
    }

    #[test]
    fn a_busy_day_has_no_more_subscriptions_than_the_quietest_later_one() {
        // From 10 February on, half as many rows.
        let billing = billing(|day| day as u64 * ROWS_A_DAY - day.saturating_sub(40) as u64 * ROWS_A_DAY / 2);
        assert_eq!(of_day(&billing, 9).len(), 50);
    }

    #[test]
    fn days_without_rows_bill_nothing() {
        let billing = billing(|_| 0);
        assert_eq!(billing.subscription(0, 0, 0), None);
        assert_eq!(billing.subscription(7, 1, 365), None);
    }
}

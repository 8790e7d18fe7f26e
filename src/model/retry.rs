//! Second and further attempts: which declines are tried again, when, and how often it helps.
//!
//! A row that retries belongs to a stretch of earlier rows that no other row of its kind belongs to. Of that stretch it
//! takes one payment: the one with the least chance of approval by its own draw, which is nearly always a declined one.
//! If that payment was declined for a reason that people or billing systems try again, and they do, the row is its next
//! attempt; else the row is an ordinary payment. So one row's fate needs one other row, not a search.

use super::parameter::{ASSUMED, Parameter, Parameters, assumed, vendor};
use super::streams::{self, Table};
use super::vocabulary::ResponseCode;
use crate::random::{Stream, unit};

/// Days after a declined billing on which it is tried again. Assumed; common dunning schedules.
pub const SCHEDULE: [usize; 4] = [1, 3, 5, 7];
/// Minutes between a declined payment and the row that may repeat it, on average. Assumed.
pub const SOON_MINUTES: f64 = 8.0;
/// A second attempt later than this is another visit, not a retry. Only worlds of few rows come near it.
pub const SOON_LIMIT_MICROS: i64 = 6 * 3_600_000_000;

/// What follows a decline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Policy {
    /// Share of customers who try again at once.
    pub soon: f64,
    /// Chance that this attempt is approved.
    pub soon_recovery: f64,
    /// Share of declined billings that are tried again on schedule.
    pub later: f64,
    /// Chance that one attempt of the schedule is approved.
    pub later_recovery: f64,
}

/// What is tried again, and what comes of it. Recovery of all attempts together after savemrr and getdunnai: insufficient
/// funds 60 %, technical 60 %, do not honour 25 %, expired 45 % (a card update); with the four attempts of the schedule
/// that makes the shares per attempt below. How many try again: a quarter of one-off declines (bettercharge); spread over
/// the codes by assumption. What the schemes forbid to retry is not retried.
pub const fn policy(code: ResponseCode) -> Policy {
    let (soon, soon_recovery, later, later_recovery) = match code {
        ResponseCode::Approved
        | ResponseCode::InvalidCard
        | ResponseCode::LostCard
        | ResponseCode::StolenCard
        | ResponseCode::NotPermitted => (0.0, 0.0, 0.0, 0.0),
        ResponseCode::InsufficientFunds => (0.40, 0.45, 0.97, 0.21),
        ResponseCode::DoNotHonor => (0.45, 0.25, 0.85, 0.07),
        ResponseCode::AuthenticationRequired => (0.85, 0.75, 0.0, 0.0),
        ResponseCode::IncorrectPin => (0.90, 0.85, 0.0, 0.0),
        ResponseCode::ExpiredCard => (0.35, 0.45, 0.60, 0.14),
        ResponseCode::SuspectedFraud => (0.25, 0.15, 0.0, 0.0),
        ResponseCode::AmountLimit | ResponseCode::FrequencyLimit => (0.35, 0.30, 0.95, 0.20),
        ResponseCode::RestrictedCard => (0.15, 0.10, 0.0, 0.0),
        ResponseCode::IssuerUnavailable | ResponseCode::SystemMalfunction => (0.70, 0.60, 0.98, 0.45),
    };
    Policy { soon, soon_recovery, later, later_recovery }
}

/// Who tries again.
#[derive(Clone, Copy, Debug)]
pub struct Retries {
    will: Stream,
    scale: f64,
}

impl Retries {
    /// The retries in the world of `seed`; `scale` multiplies the share of declines that are tried again.
    pub const fn new(seed: u64, scale: f64) -> Self {
        Self { will: streams::column(seed, Table::Transaction, 21), scale }
    }

    /// Whether there is anything to look for.
    pub fn are_off(&self) -> bool {
        self.scale <= 0.0
    }

    /// Whether the payment whose first attempt is `row` is tried again by `share` of those in its place.
    #[inline]
    pub fn will(&self, row: u64, share: f64) -> bool {
        unit(self.will.at(row)) < share * self.scale
    }
}

/// The stretch of `of` earlier ones that the `place`-th of `among` retries, `None` when it is another's: each earlier
/// stretch goes to at most one place, in order, whatever the two numbers are.
#[inline]
pub fn partner(place: u64, among: u64, of: u64) -> Option<u64> {
    let earlier = (u128::from(place) * u128::from(of)).div_ceil(u128::from(among.max(1))) as u64;
    (earlier < of && successor(earlier, of, among) == Some(place)).then_some(earlier)
}

/// The place among `among` later ones that retries the `earlier`-th of `of` stretches; `None` when none does.
#[inline]
pub fn successor(earlier: u64, of: u64, among: u64) -> Option<u64> {
    let place = |earlier: u64| (u128::from(earlier) * u128::from(among) / u128::from(of.max(1))) as u64;
    (among > 0 && (earlier == 0 || place(earlier - 1) < place(earlier))).then(|| place(earlier))
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    let policies = || ResponseCode::ALL.iter().map(|code| policy(*code));
    Parameters::of("retries")
        .by(
            "schedule",
            &["1", "2", "3", "4"],
            SCHEDULE.map(|days| days as f64),
            "days after a declined billing",
            assumed("common dunning schedules"),
        )
        .one("soon", SOON_MINUTES, "minutes after a declined payment", ASSUMED)
        .one("soon_limit", SOON_LIMIT_MICROS as f64 / 3_600e6, "hours", ASSUMED)
        .by(
            "soon_share",
            ResponseCode::WORDS,
            policies().map(|policy| policy.soon),
            "share tried again at once",
            vendor("a quarter of one-off declines (bettercharge), spread over the codes"),
        )
        .by(
            "soon_recovery",
            ResponseCode::WORDS,
            policies().map(|policy| policy.soon_recovery),
            "chance of approval",
            ASSUMED,
        )
        .by(
            "later_share",
            ResponseCode::WORDS,
            policies().map(|policy| policy.later),
            "share of declined billings tried again on schedule",
            ASSUMED,
        )
        .by(
            "later_recovery",
            ResponseCode::WORDS,
            policies().map(|policy| policy.later_recovery),
            "chance of approval of one attempt",
            vendor("recovery of all attempts by savemrr and getdunnai"),
        )
        .list()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_schemes_forbid_is_not_retried() {
        for code in ResponseCode::ALL {
            let policy = policy(*code);
            if code.is_never_retry() || *code == ResponseCode::Approved {
                assert_eq!((policy.soon, policy.later), (0.0, 0.0), "{code:?}");
            }
            assert!(policy.soon <= 1.0 && policy.later <= 1.0, "{code:?}");
        }
    }

    #[test]
    fn four_attempts_recover_what_is_published() {
        let recovered = |code: ResponseCode| 1.0 - libm::pow(1.0 - policy(code).later_recovery, 4.0);
        for (code, published) in [
            (ResponseCode::InsufficientFunds, 0.60),
            (ResponseCode::DoNotHonor, 0.25),
            (ResponseCode::ExpiredCard, 0.45),
        ] {
            assert!((recovered(code) - published).abs() < 0.02, "{code:?}: {}", recovered(code));
        }
    }

    #[test]
    fn stretches_and_their_retries_find_each_other() {
        for of in [0, 1, 2, 7, 20, 83, 85] {
            for among in [0, 1, 3, 7, 19, 20, 84] {
                let pairs: Vec<(u64, u64)> =
                    (0..of).filter_map(|earlier| Some((earlier, successor(earlier, of, among)?))).collect();
                let back: Vec<(u64, u64)> =
                    (0..among).filter_map(|place| Some((partner(place, among, of)?, place))).collect();
                assert_eq!(pairs, back, "{of} stretches, {among} places");
                assert_eq!(pairs.len() as u64, of.min(among), "{of} stretches, {among} places");
                assert!(pairs.is_sorted_by(|one, next| one.1 < next.1));
            }
        }
    }
}

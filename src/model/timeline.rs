//! Which moment a row stands for. Rows are apportioned to days by weight and, within a day, spread over the hours by
//! how busy they are: row numbers follow time, a row's moment needs no other row, and the number of rows is exact.

use std::ops::Range;

use crate::random::{Stream, apportion, unit};

/// Pieces of a day with a constant pace: quarter hours.
pub const QUARTERS: usize = 96;
/// Milliseconds in one of them.
const QUARTER_MILLIS: f64 = 900_000.0;

/// A moment of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// Day of the window, from 0.
    pub day: u32,
    /// Microseconds since midnight UTC, whole milliseconds.
    pub micros: i64,
}

impl Moment {
    /// Hour of the day in UTC.
    #[inline]
    pub const fn utc_hour(self) -> usize {
        (self.micros / 3_600_000_000) as usize
    }
}

/// The rows of a fact table laid out over the window.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// First row of each day, and at the end the number of rows.
    first_rows: Vec<u64>,
    /// Share of a day's rows before each quarter hour, from 0 to 1.
    elapsed: Vec<f64>,
    /// Quarter hours by share of rows, within each quarter hour.
    pace: Vec<f64>,
    jitter: Stream,
}

impl Timeline {
    /// Lays `rows` out over days by `day_weights` and over each day by `quarter_weights`.
    pub fn new(rows: u64, day_weights: &[f64], quarter_weights: &[f64; QUARTERS], jitter: Stream) -> Self {
        let mut first_rows = Vec::with_capacity(day_weights.len() + 1);
        let mut next = 0;
        for count in apportion(rows, day_weights) {
            first_rows.push(next);
            next += count;
        }
        first_rows.push(next);
        let total: f64 = quarter_weights.iter().sum();
        let mut elapsed = vec![0.0];
        for weight in quarter_weights {
            elapsed.push(elapsed[elapsed.len() - 1] + weight / total);
        }
        elapsed[QUARTERS] = 1.0;
        let pace = elapsed.windows(2).map(|bounds| 1.0 / (bounds[1] - bounds[0])).collect();
        Self { first_rows, elapsed, pace, jitter }
    }

    /// Number of rows.
    pub fn rows(&self) -> u64 {
        self.first_rows[self.first_rows.len() - 1]
    }

    /// Days of the window.
    pub fn days(&self) -> usize {
        self.first_rows.len() - 1
    }

    /// The first row of a day; `days()` gives the end of the last one.
    pub fn first_row(&self, day: usize) -> u64 {
        self.first_rows[day]
    }

    /// The day of a row.
    pub fn day_of(&self, row: u64) -> usize {
        self.first_rows.partition_point(|&first| first <= row) - 1
    }

    /// The moments of consecutive rows: day and quarter hour only ever move on.
    pub fn moments(&self, rows: Range<u64>, moments: &mut Vec<Moment>) {
        if rows.is_empty() {
            return;
        }
        let mut day = self.day_of(rows.start);
        let mut quarter = 0;
        for row in rows {
            while self.first_rows[day + 1] <= row {
                day += 1;
                quarter = 0;
            }
            let share = self.share_of_day(day, row);
            while self.elapsed[quarter + 1] <= share {
                quarter += 1;
            }
            moments.push(Moment { day: day as u32, micros: self.micros_in(quarter, share) });
        }
    }

    /// The moment of a row of `day`. Rows of a day are evenly spaced in the day's pace, each moved at random within
    /// its own space, so that moments never run backward.
    #[inline]
    pub fn moment_in(&self, day: usize, row: u64) -> Moment {
        let share = self.share_of_day(day, row);
        let quarter = self.elapsed.partition_point(|&elapsed| elapsed <= share) - 1;
        Moment { day: day as u32, micros: self.micros_in(quarter, share) }
    }

    /// The share of the day's rows that have passed with this row.
    #[inline]
    fn share_of_day(&self, day: usize, row: u64) -> f64 {
        let first = self.first_rows[day];
        let count = self.first_rows[day + 1] - first;
        let share = ((row - first) as f64 + unit(self.jitter.at(row))) / count as f64;
        if share < 1.0 { share } else { 1.0 - 1e-12 }
    }

    /// The time of day at `share`, which lies in `quarter`.
    #[inline]
    fn micros_in(&self, quarter: usize, share: f64) -> i64 {
        let within = (share - self.elapsed[quarter]) * self.pace[quarter];
        // Rounding must not lift the last moment into the next day.
        let millis = (((quarter as f64 + within) * QUARTER_MILLIS) as i64).min(86_399_999);
        millis * 1_000
    }

    /// Microseconds from the window's start to a moment.
    #[inline]
    pub const fn micros(&self, moment: Moment) -> i64 {
        moment.day as i64 * 86_400_000_000 + moment.micros
    }

    /// The moment of a row, sought from a day on: the nearer, the sooner found.
    #[inline]
    pub fn moment_near(&self, mut day: usize, row: u64) -> Moment {
        while self.first_rows[day] > row {
            day -= 1;
        }
        while self.first_rows[day + 1] <= row {
            day += 1;
        }
        self.moment_in(day, row)
    }

    /// The moment of a row.
    pub fn moment(&self, row: u64) -> Moment {
        self.moment_in(self.day_of(row), row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timeline(rows: u64) -> Timeline {
        let quarters = std::array::from_fn(|quarter| 1.0 + quarter as f64);
        Timeline::new(rows, &[1.0, 0.0, 2.0, 1.5], &quarters, Stream::new(1, 1, 1))
    }

    #[test]
    fn moments_follow_row_numbers() {
        let timeline = timeline(100_003);
        let mut moments = Vec::new();
        timeline.moments(0..timeline.rows(), &mut moments);
        let mut before = Moment::default();
        for row in 0..timeline.rows() {
            let moment = timeline.moment(row);
            assert_eq!(moment, moments[row as usize], "row {row}");
            assert!((0..4).all(|day| timeline.moment_near(day, row) == moment), "row {row}");
            assert!((moment.day, moment.micros) >= (before.day, before.micros), "row {row}");
            assert!(moment.micros < 86_400_000_000);
            before = moment;
        }
        assert_eq!(before.day, 3);
    }

    #[test]
    fn days_get_rows_by_weight_and_quarters_by_pace() {
        let timeline = timeline(90_000);
        assert_eq!((timeline.first_row(1), timeline.first_row(2), timeline.first_row(3)), (20_000, 20_000, 60_000));
        let late = (0..20_000).filter(|&row| timeline.moment(row).utc_hour() >= 12).count();
        // Quarters 48..96 weigh 3480 of 4656.
        assert!(late.abs_diff(14_948) <= 2, "{late}");
    }

    #[test]
    fn few_rows_still_have_moments() {
        for rows in [0, 1, 2] {
            let timeline = timeline(rows);
            assert_eq!(timeline.rows(), rows);
            for row in 0..rows {
                assert!(timeline.moment(row).day < 4);
            }
        }
    }
}

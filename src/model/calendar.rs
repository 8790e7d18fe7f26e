//! Days of the reporting window as numbers (days since 1970-01-01) with what the seasons need to know about them.

use chrono::{Datelike, NaiveDate, Weekday};

/// Days since 1970-01-01.
pub type Day = i32;

/// What the seasons need to know about one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarDay {
    /// Month of the year, 0 for January.
    pub month: usize,
    /// Day of the month, from 1.
    pub day_of_month: u32,
    /// Day of the week, 0 for Monday.
    pub weekday: usize,
    /// Days from the Friday after the fourth Thursday of November: 0 on Black Friday, 3 on Cyber Monday.
    pub from_black_friday: i32,
}

impl CalendarDay {
    /// The facts about one day.
    pub fn of(day: Day) -> Self {
        let date = date_of(day);
        let black_friday = NaiveDate::from_weekday_of_month_opt(date.year(), 11, Weekday::Thu, 4)
            .map_or(0, |thursday| day_of(thursday) + 1);
        Self {
            month: date.month0() as usize,
            day_of_month: date.day(),
            weekday: date.weekday().num_days_from_monday() as usize,
            from_black_friday: day - black_friday,
        }
    }
}

/// Reads `YYYY-MM-DD`, alone or followed by a midnight time.
pub fn parse_day(text: &str) -> Option<Day> {
    let text = text.trim();
    let (date, time) = text.split_at_checked(10)?;
    if !matches!(time, "" | " 00:00:00" | "T00:00:00") {
        return None;
    }
    NaiveDate::parse_from_str(date, "%Y-%m-%d").ok().map(day_of)
}

/// Writes a day as `YYYY-MM-DD`.
pub fn format_day(day: Day) -> String {
    date_of(day).format("%Y-%m-%d").to_string()
}

fn day_of(date: NaiveDate) -> Day {
    date.signed_duration_since(NaiveDate::default()).num_days() as Day
}

fn date_of(day: Day) -> NaiveDate {
    NaiveDate::default() + chrono::Duration::days(i64::from(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_with_or_without_midnight() {
        assert_eq!(parse_day("1970-01-02"), Some(1));
        assert_eq!(parse_day("2024-02-29"), Some(19_782));
        assert_eq!(parse_day("2024-02-29 00:00:00"), Some(19_782));
        for text in ["2023-02-29", "2024-2-9", "abc", "2024-02-29 12:00:00", ""] {
            assert_eq!(parse_day(text), None, "{text}");
        }
        assert_eq!(format_day(19_782), "2024-02-29");
    }

    #[test]
    fn black_friday_of_2024_was_the_29th_of_november() {
        let day = CalendarDay::of(parse_day("2024-11-29").expect("a date"));
        assert_eq!(day, CalendarDay { month: 10, day_of_month: 29, weekday: 4, from_black_friday: 0 });
    }
}

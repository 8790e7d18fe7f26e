//! When people pay: month, weekday and holidays by industry, and the hour of the day in local time.

use super::calendar::CalendarDay;
use super::parameter::{ASSUMED, Parameter, Parameters, assumed, derived};
use super::params::Scale;
use super::vocabulary::Industry;

/// Turnover per day of each month against the year's mean. Retail: US Census monthly retail sales, May 2024 to April
/// 2025, divided by the length of the month; the others are assumed around it.
const MONTHS: [[f64; 12]; 7] = [
    [0.92, 0.94, 0.98, 1.00, 1.02, 1.05, 1.08, 1.05, 0.98, 1.00, 1.02, 1.10], // Entertainment
    [0.94, 0.97, 0.99, 1.00, 1.02, 1.03, 1.03, 1.03, 0.99, 1.00, 1.00, 1.05], // Food & Beverage
    [0.98, 0.96, 0.96, 0.97, 0.97, 0.98, 1.00, 0.99, 0.98, 1.00, 1.08, 1.20], // Gaming
    [0.90, 0.92, 0.97, 0.98, 1.00, 0.98, 0.98, 1.00, 0.97, 1.00, 1.12, 1.18], // Marketplace
    [0.90, 0.93, 0.99, 1.00, 1.04, 1.01, 1.00, 1.01, 0.97, 1.00, 1.06, 1.10], // Retail
    [1.00, 1.00, 1.00, 1.00, 1.00, 1.00, 1.00, 1.00, 1.00, 1.00, 1.00, 1.00], // SaaS
    [0.98, 0.96, 0.99, 1.00, 1.06, 1.15, 1.18, 1.15, 0.98, 0.92, 0.92, 1.02], // Travel
];

/// Turnover of each weekday, Monday first, against the week's mean. Shape after Paymark's 2017 count of card payments
/// (Saturday busiest in shops, Monday online); the figures are assumed.
const WEEKDAYS: [[f64; 7]; 7] = [
    [0.80, 0.82, 0.88, 0.95, 1.20, 1.30, 1.05], // Entertainment
    [0.85, 0.88, 0.93, 1.00, 1.20, 1.25, 0.89], // Food & Beverage
    [0.94, 0.94, 0.95, 0.97, 1.06, 1.10, 1.04], // Gaming
    [1.08, 1.05, 1.03, 1.01, 0.97, 0.92, 0.94], // Marketplace
    [0.98, 0.97, 0.98, 1.00, 1.10, 1.12, 0.85], // Retail
    [1.20, 1.22, 1.20, 1.18, 1.10, 0.55, 0.55], // SaaS
    [1.05, 1.03, 1.02, 1.00, 0.98, 0.95, 0.97], // Travel
];

/// How busy each local hour is against the day's mean. Two peaks, midday and early evening; quiet from two to five.
const HOURS: [f64; 24] = [
    0.42, 0.26, 0.18, 0.14, 0.15, 0.24, 0.45, 0.75, 1.02, 1.20, 1.32, 1.45, 1.58, 1.46, 1.34, 1.32, 1.42, 1.58, 1.58,
    1.46, 1.36, 1.20, 0.95, 0.65,
];

/// How much busier `industry` is on this day than on its average day, to the power of the scenario's `season`: at 0 all
/// days are alike.
pub fn day_factor(industry: Industry, day: CalendarDay, season: Scale) -> f64 {
    let row = industry as usize;
    libm::pow(MONTHS[row][day.month] * WEEKDAYS[row][day.weekday] * special_day(industry, day), season.factor())
}

/// Black Friday week and Cyber Monday for shops, billing days for subscriptions. Assumed.
fn special_day(industry: Industry, day: CalendarDay) -> f64 {
    match (industry, day.from_black_friday, day.day_of_month) {
        (Industry::Retail | Industry::Marketplace, 0, _) => 1.8,
        (Industry::Retail | Industry::Marketplace, 3, _) => 1.6,
        (Industry::Retail | Industry::Marketplace, -4..=6, _) => 1.2,
        (Industry::Saas, _, 1) => 1.9,
        (Industry::Saas, _, 15) => 1.5,
        (Industry::Saas, _, _) => 0.95,
        _ => 1.0,
    }
}

/// How near the day is to the height of the holidays, from 0 to 1: rising through November, full from the week of Black
/// Friday to Christmas, lower after. Assumed.
pub const fn holiday_strain(day: CalendarDay) -> f64 {
    match (day.month, day.day_of_month) {
        (10, _) if day.from_black_friday < -4 => 0.7,
        (10, _) | (11, 1..=25) => 1.0,
        (11, _) => 0.8,
        _ => 0.0,
    }
}

/// How busy a local hour is against the day's mean.
#[inline]
pub const fn hour_factor(local_hour: usize) -> f64 {
    HOURS[local_hour]
}

const MONTH_WORDS: [&str; 12] = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];
const WEEKDAY_WORDS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const HOUR_WORDS: [&str; 24] = [
    "00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16", "17", "18",
    "19", "20", "21", "22", "23",
];
/// A day of each sort that some industry keeps.
const SPECIAL_DAYS: [(&str, CalendarDay); 6] = [
    ("black_friday", special(0, 29)),
    ("cyber_monday", special(3, 2)),
    ("black_friday_week", special(1, 30)),
    ("first_of_month", special(100, 1)),
    ("middle_of_month", special(100, 15)),
    ("other", special(100, 20)),
];

const fn special(from_black_friday: i32, day_of_month: u32) -> CalendarDay {
    CalendarDay { month: 0, day_of_month, weekday: 0, from_black_friday }
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    let strain = [(10, 1, -28), (10, 29, 0), (11, 26, 27)].map(|(month, day_of_month, from_black_friday)| {
        holiday_strain(CalendarDay { month, day_of_month, weekday: 0, from_black_friday })
    });
    let mut list = Parameters::of("season")
        .by(
            "holiday_strain",
            &["early_november", "to_christmas", "after_christmas"],
            strain,
            "share of the height",
            ASSUMED,
        )
        .by(
            "hour",
            &HOUR_WORDS,
            HOURS,
            "pace against the day's mean, local time",
            assumed("shape after Paymark 2017: busiest around midday on Saturday, quietest from three to four"),
        );
    for (place, industry) in Industry::WORDS.iter().enumerate() {
        let source = if *industry == "Retail" {
            derived("US Census monthly retail sales, May 2024 to April 2025, per day of the month")
        } else {
            ASSUMED
        };
        list = list
            .by(
                &format!("month.{industry}"),
                &MONTH_WORDS,
                MONTHS[place],
                "turnover per day against the year's mean",
                source,
            )
            .by(
                &format!("weekday.{industry}"),
                &WEEKDAY_WORDS,
                WEEKDAYS[place],
                "turnover against the week's mean",
                assumed("shape after Paymark 2017"),
            )
            .by(
                &format!("special_day.{industry}"),
                &SPECIAL_DAYS.map(|day| day.0),
                SPECIAL_DAYS.map(|day| special_day(Industry::ALL[place], day.1)),
                "factor",
                ASSUMED,
            );
    }
    list.list()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::params::scale;

    #[test]
    fn the_scenario_scales_the_swing_of_days() {
        let facts = CalendarDay::of(20_056);
        let day = |text: &str| day_factor(Industry::Retail, facts, scale("season", text).expect("a scale"));
        // Black Friday of 2024, 29 November.
        let retail = Industry::Retail as usize;
        assert_eq!(day("1"), MONTHS[retail][10] * WEEKDAYS[retail][4] * 1.8);
        assert_eq!(day("0"), 1.0);
        assert!((day("0.5") * day("0.5") / day("1") - 1.0).abs() < 1e-12);
    }

    #[test]
    fn factors_of_a_mean_are_one_on_average() {
        for (name, mean) in [
            ("weekdays", WEEKDAYS.iter().map(|row| row.iter().sum::<f64>() / 7.0).collect::<Vec<_>>()),
            ("months", MONTHS.iter().map(|row| row.iter().sum::<f64>() / 12.0).collect()),
            ("hours", vec![HOURS.iter().sum::<f64>() / 24.0]),
        ] {
            for value in mean {
                assert!((value - 1.0).abs() < 0.035, "{name}: {value}");
            }
        }
    }
}

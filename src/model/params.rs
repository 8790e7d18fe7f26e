//! The parameters of a world, checked once: whoever holds a `WorldParams` can draw rows without failing.

use super::calendar::{Day, format_day, parse_day};
use super::parameter::{ASSUMED, Parameter, Parameters};
use crate::error::Error;

/// Most merchants a world may have; the tables of a world grow with them (about 100 bytes each).
pub const MAX_MERCHANTS: u64 = 5_000_000;
/// Most customers; they cost no memory, but draws use 40-bit positions.
pub const MAX_CUSTOMERS: u64 = 10_000_000_000;
/// Most rows of a fact table, for the same reason.
pub const MAX_ROWS: u64 = 100_000_000_000;
/// Longest reporting window: 50 years.
pub const MAX_WINDOW_DAYS: Day = 18_263;

/// What a world is made from. Two equal values give the same world, row for row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorldParams {
    /// Root of every random draw.
    pub seed: u64,
    /// Number of merchants.
    pub merchants: u64,
    /// Number of customers.
    pub customers: u64,
    /// First day of the reporting window.
    pub start_day: Day,
    /// Last day of the reporting window, included.
    pub end_day: Day,
    /// How strong each mechanism is.
    pub scenario: Scenario,
}

/// How strong a mechanism is against its default, in thousandths: exact, so that equal parameters are equal worlds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale(u16);

impl Scale {
    /// The default strength.
    pub const ONE: Self = Self(1_000);
    /// The mechanism does not take place.
    pub const OFF: Self = Self(0);
    /// The greatest strength, ten times the default.
    const MOST: u16 = 10_000;

    /// What the mechanism's rate, number or spread is multiplied by.
    pub fn factor(self) -> f64 {
        f64::from(self.0) / 1_000.0
    }

    /// Whether the mechanism does not take place.
    pub const fn is_off(self) -> bool {
        self.0 == 0
    }
}

/// The mechanisms that a teacher or tester can turn off or scale, so that one effect can be seen alone. Each file of the
/// model says what its scale multiplies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Number of planted incidents.
    pub incidents: Scale,
    /// Rate of fraud.
    pub fraud: Scale,
    /// Hazard of merchants leaving.
    pub churn: Scale,
    /// Rate at which declined payments are tried again.
    pub retries: Scale,
    /// Rate of refunds.
    pub refunds: Scale,
    /// Rate of disputes.
    pub disputes: Scale,
    /// Swing of month, weekday and holidays about the mean day, on the logarithmic scale.
    pub season: Scale,
    /// Yearly growth of payments, of all and of each merchant.
    pub growth: Scale,
    /// Standard deviation of a day's shocks to approval.
    pub shocks: Scale,
}

impl Default for Scenario {
    /// Everything at its default strength.
    fn default() -> Self {
        Self {
            incidents: Scale::ONE,
            fraud: Scale::ONE,
            churn: Scale::ONE,
            retries: Scale::ONE,
            refunds: Scale::ONE,
            disputes: Scale::ONE,
            season: Scale::ONE,
            growth: Scale::ONE,
            shocks: Scale::ONE,
        }
    }
}

impl Default for WorldParams {
    /// The defaults of every function: 2024, 50,000 merchants, 2,000,000 customers, seed 42.
    fn default() -> Self {
        Self {
            seed: 42,
            merchants: 50_000,
            customers: 2_000_000,
            start_day: 19_723,
            end_day: 20_088,
            scenario: Scenario::default(),
        }
    }
}

impl WorldParams {
    /// Checks what the single values cannot show: that the window runs forward and is not too long.
    /// The names are those under which the caller's function knows the two ends.
    pub fn check_window(&self, start_name: &str, end_name: &str) -> Result<(), Error> {
        let start = format_day(self.start_day);
        if self.end_day < self.start_day {
            let allowed = format!("a date not before {start_name} ({start})");
            return Err(Error::argument(end_name, format_day(self.end_day), allowed));
        }
        if self.window_days() as Day > MAX_WINDOW_DAYS {
            let allowed = format!("at most {MAX_WINDOW_DAYS} days after {start_name} ({start})");
            return Err(Error::argument(end_name, format_day(self.end_day), allowed));
        }
        Ok(())
    }

    /// Days of the reporting window, both ends included.
    pub fn window_days(&self) -> usize {
        (self.end_day - self.start_day + 1) as usize
    }
}

/// Reads a whole number, also when written like `2e6` or `2000000.0`.
pub fn whole_number(name: &str, text: &str, least: u64, most: u64) -> Result<u64, Error> {
    let wrong = || Error::argument(name, text, format!("a whole number from {least} to {most}"));
    let number = match text.parse::<u64>() {
        Ok(number) => number,
        Err(_) => {
            let float = text.parse::<f64>().map_err(|_| wrong())?;
            // Above 2^53 a float no longer says which whole number was meant.
            let exact = (0.0..=9_007_199_254_740_992.0).contains(&float) && libm::trunc(float) == float;
            if exact { float as u64 } else { return Err(wrong()) }
        }
    };
    if (least..=most).contains(&number) { Ok(number) } else { Err(wrong()) }
}

/// Reads how strong a mechanism is: true, false, or a multiple of its default.
pub fn scale(name: &str, text: &str) -> Result<Scale, Error> {
    let wrong = || Error::argument(name, text, "true, false or a number from 0 to 10 with at most three decimals");
    match text {
        "true" => Ok(Scale::ONE),
        "false" => Ok(Scale::OFF),
        _ => {
            let thousandths = text.parse::<f64>().map_err(|_| wrong())? * 1_000.0;
            let whole = libm::round(thousandths);
            // 0.29 * 1000 is not quite 290: a float this close was meant to be the whole number.
            let is_exact = (0.0..=f64::from(Scale::MOST)).contains(&whole) && (thousandths - whole).abs() < 1e-9;
            if is_exact { Ok(Scale(whole as u16)) } else { Err(wrong()) }
        }
    }
}

/// Reads a date between 1990 and 2100.
pub fn date(name: &str, text: &str) -> Result<Day, Error> {
    /// 1990-01-01 and 2100-12-31.
    const RANGE: std::ops::RangeInclusive<Day> = 7_305..=47_846;
    parse_day(text)
        .filter(|day| RANGE.contains(day))
        .ok_or_else(|| Error::argument(name, text, "a date from 1990-01-01 to 2100-12-31, written YYYY-MM-DD"))
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    let default = WorldParams::default();
    Parameters::of("world")
        .one("seed", default.seed as f64, "number", ASSUMED)
        .one("merchants", default.merchants as f64, "merchants", ASSUMED)
        .one("customers", default.customers as f64, "customers", ASSUMED)
        .one("window", default.window_days() as f64, "days", ASSUMED)
        .list()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_may_be_written_as_floats_but_not_be_fractions() {
        assert_eq!(whole_number("rows", "2e6", 0, MAX_ROWS), Ok(2_000_000));
        assert_eq!(whole_number("rows", "12.0", 0, MAX_ROWS), Ok(12));
        for text in ["-1", "abc", "1.5", "1e300", "NaN", "100000000001", ""] {
            let message = whole_number("rows", text, 0, MAX_ROWS).expect_err(text).to_string();
            assert_eq!(message, format!("rows must be a whole number from 0 to 100000000000, not '{text}'"));
        }
    }

    #[test]
    fn a_scale_is_yes_no_or_thousandths_from_0_to_10() {
        assert_eq!(scale("fraud", "true"), Ok(Scale::ONE));
        assert_eq!(scale("fraud", "1"), Ok(Scale::ONE));
        for text in ["false", "0", "0.0", "-0.0"] {
            assert!(scale("fraud", text).expect(text).is_off(), "{text}");
        }
        assert_eq!(scale("fraud", "0.29").expect("a scale").factor(), 0.29);
        assert_eq!(scale("fraud", "1e1").expect("a scale").factor(), 10.0);
        for text in ["-0.001", "10.001", "0.0005", "NaN", "inf", "yes", ""] {
            assert_eq!(
                scale("fraud", text).expect_err(text).to_string(),
                format!("fraud must be true, false or a number from 0 to 10 with at most three decimals, not '{text}'")
            );
        }
    }

    #[test]
    fn dates_outside_the_range_are_told_the_range() {
        assert_eq!(date("start", "1990-01-01"), Ok(7_305));
        assert_eq!(date("start", "2100-12-31"), Ok(47_846));
        for text in ["1989-12-31", "2101-01-01", "2023-02-29", "today"] {
            assert!(date("start", text).expect_err(text).to_string().contains("1990-01-01 to 2100-12-31"));
        }
    }

    #[test]
    fn the_defaults_are_the_year_2024() {
        let params = WorldParams::default();
        assert_eq!(
            (format_day(params.start_day), format_day(params.end_day)),
            ("2024-01-01".into(), "2024-12-31".into())
        );
        assert_eq!(params.window_days(), 366);
    }

    #[test]
    fn a_window_that_runs_backward_or_too_long_is_refused() {
        let backward = WorldParams { end_day: 19_722, ..WorldParams::default() };
        assert_eq!(
            backward.check_window("start", "end").expect_err("backward").to_string(),
            "end must be a date not before start (2024-01-01), not '2023-12-31'"
        );
        let long = WorldParams { start_day: 7_305, end_day: 47_846, ..WorldParams::default() };
        assert!(long.check_window("start", "end").expect_err("long").to_string().contains("18263 days"));
    }
}

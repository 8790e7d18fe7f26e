//! How much is paid: by industry and merchant, with the endings of shop prices and the price points of software.

use super::pair::{Kind, Source};
use super::{Instrument, Transactions};
use crate::model::fraud::Scenario;
use crate::model::incident_plan::testing_amount;
use crate::model::merchant::Profile;
use crate::model::money::Cents;
use crate::model::parameter::{ASSUMED, Parameter, Parameters};
use crate::model::vocabulary::Industry;
use crate::random::low;

/// Percent of shop prices that end in .99, in .00 and in .50. Assumed.
const ENDING_IN_99: u64 = 32;
const ENDING_IN_00: u64 = 10;
const ENDING_IN_50: u64 = 6;
/// What a seat of software costs, the dearest first. Assumed.
const PRICE_POINTS: [Cents; 6] = [299_00, 99_00, 49_00, 29_00, 15_00, 9_00];
/// Smallest and largest payment.
const LEAST_AMOUNT: f64 = 1_00.0;
const MOST_AMOUNT: f64 = 25_000_00.0;

impl Transactions {
    /// How much is paid. A subscription costs the same every month, since it is drawn from the same address.
    #[inline]
    pub(super) fn amount(
        &self,
        source: &Source,
        merchant: &Profile,
        instrument: &Instrument,
        scenario: Option<Scenario>,
    ) -> Cents {
        let draw = self.streams.amount.at(source.address);
        let spread = self.world.amounts[merchant.industry as usize].value(draw);
        let value = (f64::from(merchant.median_amount) * spread).clamp(LEAST_AMOUNT, MOST_AMOUNT) as Cents;
        let cents = match merchant.industry {
            Industry::Saas => price_point(value),
            _ => self.price_ending(source.address, merchant.industry, instrument.is_recurring, value),
        };
        let cents = match (scenario, source.kind) {
            (None, _) => cents,
            (Some(_), Kind::Diverted(_)) => testing_amount(draw),
            (Some(scenario), _) => (cents as f64 * self.fraud.amount_factor(source.address, scenario)) as Cents,
        };
        cents.clamp(LEAST_AMOUNT as Cents, MOST_AMOUNT as Cents)
    }

    /// Shop prices: many end in .99, some in .00 or .50; meals do not, subscriptions always do. Shares assumed.
    #[inline]
    fn price_ending(&self, row: u64, industry: Industry, is_recurring: bool, value: Cents) -> Cents {
        let percent = (u64::from(low(self.streams.ending.at(row))) * 100) >> 32;
        let ends_in_99 = is_recurring | (percent < ENDING_IN_99);
        let step = if percent < ENDING_IN_99 + ENDING_IN_00 { 100 } else { 50 };
        let rounded = if ends_in_99 { (value + 1) / 100 * 100 - 1 } else { value / step * step };
        let keeps = !is_recurring
            & ((percent >= ENDING_IN_99 + ENDING_IN_00 + ENDING_IN_50) | (industry == Industry::FoodBeverage));
        if keeps { value } else { rounded }
    }
}

/// Software is sold by the seat at a few price points.
fn price_point(value: Cents) -> Cents {
    let point = *PRICE_POINTS.iter().find(|point| **point <= value).unwrap_or(&9_00);
    (value / point).max(1) * point
}

/// The numbers of this file, for `payments_defaults()`.
pub fn defaults() -> Vec<Parameter> {
    Parameters::of("amounts")
        .one("least", LEAST_AMOUNT, "cents", ASSUMED)
        .one("most", MOST_AMOUNT, "cents", ASSUMED)
        .by(
            "ending",
            &[".99", ".00", ".50"],
            [ENDING_IN_99, ENDING_IN_00, ENDING_IN_50].map(|percent| percent as f64),
            "percent of shop prices",
            ASSUMED,
        )
        .by(
            "price_point",
            &["1", "2", "3", "4", "5", "6"],
            PRICE_POINTS.map(|cents| cents as f64),
            "cents a seat of software",
            ASSUMED,
        )
        .list()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn software_is_sold_by_the_seat_at_price_points() {
        assert_eq!(price_point(5_00), 9_00);
        assert_eq!(price_point(31_50), 29_00);
        assert_eq!(price_point(700_00), 598_00);
    }
}

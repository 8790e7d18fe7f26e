//! The logistic function from a table, for yes-or-no draws whose odds are a sum of effects.

const REACH: f64 = 8.0;
const CELLS_PER_UNIT: f64 = 64.0;

/// Turns log-odds into probabilities; beyond ±8 it is flat.
#[derive(Clone, Debug)]
pub struct Logistic {
    points: Vec<f64>,
}

impl Logistic {
    /// Builds the table once per world.
    pub fn new() -> Self {
        let cells = (2.0 * REACH * CELLS_PER_UNIT) as usize;
        let points =
            (0..=cells + 1).map(|cell| 1.0 / (1.0 + libm::exp(REACH - cell as f64 / CELLS_PER_UNIT))).collect();
        Self { points }
    }

    /// The probability that belongs to `log_odds`, to within 1e-5.
    #[inline]
    pub fn probability(&self, log_odds: f64) -> f64 {
        let place = (log_odds.clamp(-REACH, REACH) + REACH) * CELLS_PER_UNIT;
        let cell = place as usize;
        self.points[cell] + (place - cell as f64) * (self.points[cell + 1] - self.points[cell])
    }
}

impl Default for Logistic {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_follow_the_closed_form() {
        let logistic = Logistic::new();
        for step in -800..=800 {
            let log_odds = f64::from(step) / 100.0;
            let exact = 1.0 / (1.0 + libm::exp(-log_odds));
            assert!((logistic.probability(log_odds) - exact).abs() < 1e-5, "{log_odds}");
        }
        assert_eq!(logistic.probability(50.0), logistic.probability(8.0));
    }
}

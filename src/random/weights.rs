//! Weighted choice among a few: cumulative 32-bit thresholds, searched in order.

/// Chooses one of at most `N` indices with the probability of its weight.
#[derive(Clone, Copy, Debug)]
pub struct Weights<const N: usize> {
    thresholds: [u32; N],
}

impl<const N: usize> Weights<N> {
    /// Weights need not add up to one; none may be negative and one must be positive.
    pub fn new(weights: [f64; N]) -> Self {
        let total: f64 = weights.iter().sum();
        let mut sum = 0.0;
        let thresholds = weights.map(|weight| {
            sum += weight;
            (sum / total * 4_294_967_296.0).min(4_294_967_295.0) as u32
        });
        Self { thresholds }
    }

    /// The index chosen by half a draw.
    #[inline]
    pub fn choose(&self, draw: u32) -> usize {
        let passed: usize = self.thresholds.iter().map(|&threshold| usize::from(draw >= threshold)).sum();
        passed.min(N - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thresholds_split_the_range_by_weight() {
        let weights = Weights::new([1.0, 0.0, 1.0]);
        assert_eq!(weights.choose(0), 0);
        assert_eq!(weights.choose(0x7fff_ffff), 0);
        assert_eq!(weights.choose(0x8000_0000), 2);
        assert_eq!(weights.choose(u32::MAX), 2);
    }
}

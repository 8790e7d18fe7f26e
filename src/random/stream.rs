//! Addressable streams: SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA
//! 2014) read at any position. Its n-th output is a mix of `key + n * gamma`, so a jump costs nothing and a draw takes
//! about a nanosecond. One stream belongs to one (seed, table, column): leaving a column out cannot change another.

/// The odd constant nearest to 2^64 divided by the golden ratio: SplitMix64's increment.
const GAMMA: u64 = 0x9e37_79b9_7f4a_7c15;

/// A sequence of 64-bit draws that can be read at any position.
#[derive(Clone, Copy, Debug)]
pub struct Stream {
    key: u64,
}

impl Stream {
    /// The stream of one column of one table in the world of `seed`.
    pub const fn new(seed: u64, table: u64, column: u64) -> Self {
        Self { key: mix(mix(mix(seed.wrapping_add(GAMMA)) ^ table.wrapping_mul(GAMMA)) ^ column.wrapping_mul(GAMMA)) }
    }

    /// The draw at `position`.
    #[inline]
    pub const fn at(self, position: u64) -> u64 {
        mix(self.key.wrapping_add(position.wrapping_mul(GAMMA)))
    }

    /// The `number`-th of many streams that have nothing in common with each other or with this one.
    #[inline]
    pub const fn branch(self, number: u64) -> Self {
        Self { key: mix(self.at(number)) }
    }

    /// The draw at `position` for the `trial`-th try: up to 64 tries have draws of their own.
    #[inline]
    pub const fn at_trial(self, position: u64, trial: u64) -> u64 {
        self.at(position.wrapping_mul(64).wrapping_add(trial))
    }
}

/// Finaliser of SplitMix64 (variant 13 of Stafford's mixers).
#[inline]
const fn mix(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

/// A draw as a number in [0, 1), in steps of 2^-53.
#[inline]
pub const fn unit(draw: u64) -> f64 {
    (draw >> 11) as f64 * (1.0 / (1u64 << 53) as f64)
}

/// A draw as a whole number in [0, bound). The bias is below bound / 2^64.
#[inline]
pub const fn below(draw: u64, bound: u64) -> u64 {
    ((draw as u128 * bound as u128) >> 64) as u64
}

/// The upper half of a draw: with `low`, two independent 32-bit draws out of one.
#[inline]
pub const fn high(draw: u64) -> u32 {
    (draw >> 32) as u32
}

/// The lower half of a draw.
#[inline]
pub const fn low(draw: u64) -> u32 {
    draw as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_those_of_splitmix64() {
        // First outputs of the reference implementation for seed 1234567.
        let stream = Stream { key: 1_234_567 };
        assert_eq!(stream.at(1), 6_457_827_717_110_365_317);
        assert_eq!(stream.at(2), 3_203_168_211_198_807_973);
        assert_eq!(stream.at(3), 9_817_491_932_198_370_423);
    }

    #[test]
    fn units_fill_their_range_evenly() {
        // Chi-square over 64 cells of 640,000 draws; 103.4 is exceeded by chance once in a thousand.
        let stream = Stream::new(42, 1, 1);
        let mut cells = [0u32; 64];
        for position in 0..640_000 {
            cells[(unit(stream.at(position)) * 64.0) as usize] += 1;
        }
        let chi_square: f64 = cells.iter().map(|&count| (f64::from(count) - 1e4).powi(2) / 1e4).sum();
        assert!(chi_square < 103.4, "{chi_square}");
    }

    #[test]
    fn columns_of_one_row_do_not_agree() {
        let (one, other) = (Stream::new(42, 1, 1), Stream::new(42, 1, 2));
        let agreeing: u32 = (0..10_000).map(|row| (one.at(row) ^ other.at(row)).count_zeros()).sum();
        // 640,000 fair bits: mean 320,000, standard deviation 400.
        assert!((318_400..321_600).contains(&agreeing), "{agreeing}");
    }

    #[test]
    fn below_reaches_both_ends() {
        assert_eq!(below(0, 7), 0);
        assert_eq!(below(u64::MAX, 7), 6);
    }
}

//! A shuffle of 0..n that needs no memory: an affine map modulo n with an odd-looking multiplier coprime to n.
//! It keeps ids dense while hiding from them what the position means.

use super::{Stream, below};

/// A bijection of 0..size and its inverse.
#[derive(Clone, Copy, Debug)]
pub struct Permutation {
    size: u64,
    multiplier: u64,
    inverse: u64,
    shift: u64,
}

impl Permutation {
    /// The permutation of 0..size that belongs to a stream. `size` must be positive.
    pub fn new(stream: Stream, size: u64) -> Self {
        let mut candidate = below(stream.at(0), size).max(1);
        let inverse = loop {
            if let Some(inverse) = inverse_modulo(candidate, size) {
                break inverse;
            }
            candidate = candidate % size + 1;
        };
        Self { size, multiplier: candidate % size, inverse, shift: below(stream.at(1), size) }
    }

    /// Where `position` goes.
    #[inline]
    pub fn forward(&self, position: u64) -> u64 {
        remainder(position, self.multiplier, self.shift, self.size)
    }

    /// Where `image` came from.
    #[inline]
    pub fn backward(&self, image: u64) -> u64 {
        let unshifted = (image + self.size - self.shift) % self.size;
        remainder(unshifted, self.inverse, 0, self.size)
    }
}

/// `(position * multiplier + shift) % size`, all of them below `size`. Below 2^32 the product fits 64 bits, whose
/// remainder costs a fraction of that of 128.
#[inline]
fn remainder(position: u64, multiplier: u64, shift: u64, size: u64) -> u64 {
    if size < 1 << 32 {
        return (position * multiplier + shift) % size;
    }
    ((u128::from(position) * u128::from(multiplier) + u128::from(shift)) % u128::from(size)) as u64
}

/// The inverse of `value` modulo `size` by the extended Euclidean algorithm; `None` unless they are coprime.
fn inverse_modulo(value: u64, size: u64) -> Option<u64> {
    let (mut old_rest, mut rest) = (i128::from(value), i128::from(size));
    let (mut old_factor, mut factor) = (1i128, 0i128);
    while rest != 0 {
        let quotient = old_rest / rest;
        (old_rest, rest) = (rest, old_rest - quotient * rest);
        (old_factor, factor) = (factor, old_factor - quotient * factor);
    }
    (old_rest == 1).then(|| old_factor.rem_euclid(i128::from(size)) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_position_is_reached_once_and_found_again() {
        for size in [1, 2, 3, 10, 97, 1000, 65_536] {
            let permutation = Permutation::new(Stream::new(size, 3, 4), size);
            let mut seen = vec![false; size as usize];
            for position in 0..size {
                let image = permutation.forward(position);
                assert!(!seen[image as usize], "{image} twice for size {size}");
                seen[image as usize] = true;
                assert_eq!(permutation.backward(image), position);
            }
        }
    }
}

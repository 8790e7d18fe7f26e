//! Money is a whole number of cents; rates are whole basis points. Halves round away from zero.

/// An amount in cents of the currency beside it.
pub type Cents = i64;

/// `amount` times `basis_points` / 10,000, rounded to the cent; neither may be negative.
#[inline]
pub const fn share_of(amount: Cents, basis_points: i64) -> Cents {
    // Unsigned, because dividing a signed number costs twice as much.
    ((amount * basis_points + 5_000) as u64 / 10_000) as Cents
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_to_the_nearest_cent() {
        assert_eq!(share_of(10_000, 290), 290);
        assert_eq!(share_of(150, 100), 2);
        assert_eq!(share_of(149, 100), 1);
        assert_eq!(share_of(0, 290), 0);
    }
}

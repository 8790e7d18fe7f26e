//! Exact shares of a whole: largest remainder (Hamilton's method), so that parts add up to the total.

/// Splits `total` over `weights`; the parts add up to `total` and differ from the exact quota by less than one.
/// Weights that add up to nothing give the whole to the last part.
pub fn apportion(total: u64, weights: &[f64]) -> Vec<u64> {
    let sum: f64 = weights.iter().sum();
    let mut parts = vec![0; weights.len()];
    if sum <= 0.0 {
        if let Some(last) = parts.last_mut() {
            *last = total;
        }
        return parts;
    }
    let mut remainders = Vec::with_capacity(weights.len());
    let mut given = 0;
    for (index, weight) in weights.iter().enumerate() {
        let quota = weight / sum * total as f64;
        // Rounding may lift a quota over what is left; the last rows must not be given twice.
        parts[index] = (quota as u64).min(total - given);
        given += parts[index];
        remainders.push((quota - parts[index] as f64, index));
    }
    remainders.sort_by(|left, right| right.0.total_cmp(&left.0).then(left.1.cmp(&right.1)));
    for place in 0..(total - given) as usize {
        parts[remainders[place % remainders.len()].1] += 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_and_follow_the_weights() {
        assert_eq!(apportion(10, &[1.0, 1.0, 1.0]), [4, 3, 3]);
        assert_eq!(apportion(7, &[0.0, 5.0, 2.0]), [0, 5, 2]);
        assert_eq!(apportion(0, &[1.0, 2.0]), [0, 0]);
        for total in [1, 2, 999, 1_000_003] {
            assert_eq!(apportion(total, &[0.3, 0.1, 7.7, 1e-9]).iter().sum::<u64>(), total);
        }
    }

    #[test]
    fn weights_of_nothing_leave_nothing_out() {
        assert_eq!(apportion(5, &[0.0, 0.0]), [0, 5]);
    }
}

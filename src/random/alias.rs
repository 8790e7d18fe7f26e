//! Weighted choice among many in constant time: Walker's alias method in Vose's form ("A linear algorithm for
//! generating random numbers with a given distribution", IEEE TSE 1991), a cell packed in one 64-bit word.

/// Chooses an index with the probability of its weight.
#[derive(Clone, Debug)]
pub struct AliasTable {
    /// Upper half: the threshold below which a cell keeps its own index; lower half: the index it gives otherwise.
    cells: Vec<u64>,
}

impl AliasTable {
    /// A table over `weights`, none negative; `None` when they are empty or add up to nothing.
    pub fn new(weights: &[f64]) -> Option<Self> {
        let total: f64 = weights.iter().sum();
        if weights.is_empty() || total <= 0.0 {
            return None;
        }
        let scale = weights.len() as f64 / total;
        let mut share: Vec<f64> = weights.iter().map(|weight| weight * scale).collect();
        let mut cells: Vec<u64> = (0..weights.len() as u64).map(|index| cell(1.0, index)).collect();
        let (mut small, mut large): (Vec<usize>, Vec<usize>) = (0..share.len()).partition(|&index| share[index] < 1.0);
        while let (Some(&poor), Some(&rich)) = (small.last(), large.last()) {
            small.pop();
            cells[poor] = cell(share[poor], rich as u64);
            share[rich] -= 1.0 - share[poor];
            if share[rich] < 1.0 {
                large.pop();
                small.push(rich);
            }
        }
        Some(Self { cells })
    }

    /// The index chosen by a draw.
    #[inline]
    pub fn choose(&self, draw: u64) -> usize {
        let product = u128::from(draw) * self.cells.len() as u128;
        let index = (product >> 64) as usize;
        let cell = self.cells[index];
        let keep = ((product as u64) >> 32) < (cell >> 32);
        if keep { index } else { cell as u32 as usize }
    }
}

fn cell(threshold: f64, alias: u64) -> u64 {
    let scaled = (threshold * 4_294_967_296.0).min(4_294_967_295.0) as u64;
    (scaled << 32) | alias
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Stream;

    #[test]
    fn indices_come_as_often_as_their_weights() {
        let table = AliasTable::new(&[1.0, 0.0, 3.0, 4.0]).expect("positive weights");
        let stream = Stream::new(7, 1, 1);
        let mut counts = [0u32; 4];
        for position in 0..80_000 {
            counts[table.choose(stream.at(position))] += 1;
        }
        assert_eq!(counts[1], 0);
        // Standard deviations are 94, 137 and 141: five of them.
        assert!(counts[0].abs_diff(10_000) < 470, "{counts:?}");
        assert!(counts[2].abs_diff(30_000) < 685, "{counts:?}");
        assert!(counts[3].abs_diff(40_000) < 705, "{counts:?}");
    }

    #[test]
    fn nothing_to_choose_from_is_none() {
        assert!(AliasTable::new(&[]).is_none());
        assert!(AliasTable::new(&[0.0, 0.0]).is_none());
    }
}

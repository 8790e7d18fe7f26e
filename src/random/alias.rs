//! Weighted choice among many in constant time: Walker's alias method in Vose's form ("A linear algorithm for
//! generating random numbers with a given distribution", IEEE TSE 1991). A choice reads one cell of twelve bytes.

/// Chooses an item with the probability of its weight.
#[derive(Clone, Debug)]
pub struct AliasTable {
    cells: Vec<Cell>,
}

#[derive(Clone, Copy, Debug)]
struct Cell {
    /// Below it a draw gives the own item, else the other one.
    threshold: u32,
    own: u32,
    other: u32,
}

impl AliasTable {
    /// A table over items and their weights, none negative; `None` when the weights add up to nothing.
    pub fn new(weighted: &[(u32, f64)]) -> Option<Self> {
        let total: f64 = weighted.iter().map(|(_, weight)| weight).sum();
        if total <= 0.0 {
            return None;
        }
        let scale = weighted.len() as f64 / total;
        let mut share: Vec<f64> = weighted.iter().map(|(_, weight)| weight * scale).collect();
        let mut cells: Vec<Cell> = weighted.iter().map(|(item, _)| Cell::of(1.0, *item, *item)).collect();
        let (mut small, mut large): (Vec<usize>, Vec<usize>) = (0..share.len()).partition(|&index| share[index] < 1.0);
        while let (Some(&poor), Some(&rich)) = (small.last(), large.last()) {
            small.pop();
            cells[poor] = Cell::of(share[poor], weighted[poor].0, weighted[rich].0);
            share[rich] -= 1.0 - share[poor];
            if share[rich] < 1.0 {
                large.pop();
                small.push(rich);
            }
        }
        Some(Self { cells })
    }

    /// A table that always gives the same item.
    pub fn only(item: u32) -> Self {
        Self { cells: vec![Cell::of(1.0, item, item)] }
    }

    /// The item chosen by a draw.
    #[inline]
    pub fn choose(&self, draw: u64) -> u32 {
        let product = u128::from(draw) * self.cells.len() as u128;
        let cell = self.cells[(product >> 64) as usize];
        if ((product as u64) >> 32) < u64::from(cell.threshold) { cell.own } else { cell.other }
    }
}

impl Cell {
    fn of(share: f64, own: u32, other: u32) -> Self {
        Self { threshold: (share * 4_294_967_296.0).min(4_294_967_295.0) as u32, own, other }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Stream;

    #[test]
    fn items_come_as_often_as_their_weights() {
        let table = AliasTable::new(&[(5, 1.0), (6, 0.0), (7, 3.0), (8, 4.0)]).expect("positive weights");
        let stream = Stream::new(7, 1, 1);
        let mut counts = [0u32; 9];
        for position in 0..80_000 {
            counts[table.choose(stream.at(position)) as usize] += 1;
        }
        assert_eq!(counts[6], 0);
        // Standard deviations are 94, 137 and 141: five of them.
        assert!(counts[5].abs_diff(10_000) < 470, "{counts:?}");
        assert!(counts[7].abs_diff(30_000) < 685, "{counts:?}");
        assert!(counts[8].abs_diff(40_000) < 705, "{counts:?}");
    }

    #[test]
    fn nothing_to_choose_from_is_none() {
        assert!(AliasTable::new(&[]).is_none());
        assert!(AliasTable::new(&[(1, 0.0), (2, 0.0)]).is_none());
        assert_eq!(AliasTable::only(3).choose(u64::MAX), 3);
    }
}

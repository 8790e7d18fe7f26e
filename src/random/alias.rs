//! Weighted choice among many in constant time: Walker's alias method in Vose's form ("A linear algorithm for
//! generating random numbers with a given distribution", IEEE TSE 1991). A choice reads one cell of eight bytes.

/// Largest item.
const ITEM: u32 = (1 << 24) - 1;

/// Many tables in one stretch of memory. A choice has two steps, so that whoever makes many can take the first step for
/// all of them and then wait for the memory of all cells at once.
#[derive(Clone, Debug, Default)]
pub struct AliasTables {
    cells: Vec<Cell>,
    /// First cell and number of cells of each table.
    tables: Vec<(u32, u32)>,
}

/// From the top: 16 bits below which a draw gives the own item, 24 bits for the own item, 24 for the other one.
#[derive(Clone, Copy, Debug)]
struct Cell(u64);

/// A choice whose cell has not been read yet.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pick {
    cell: u32,
    draw: u32,
}

impl AliasTables {
    /// Adds a table over items (below 2^24) and their weights, none negative, and gives its place; `None`, and no table,
    /// when the weights add up to nothing. Shares of a cell are kept to 2^-16.
    pub fn add(&mut self, weighted: &[(u32, f64)]) -> Option<usize> {
        let total: f64 = weighted.iter().map(|(_, weight)| weight).sum();
        if total <= 0.0 {
            return None;
        }
        self.tables.push((self.cells.len() as u32, weighted.len() as u32));
        self.cells.extend(cells(weighted, weighted.len() as f64 / total));
        Some(self.tables.len() - 1)
    }

    /// First step: which cell of a table the draw falls on.
    #[inline]
    pub fn pick(&self, table: usize, draw: u64) -> Pick {
        let (first, length) = self.tables[table];
        let product = u128::from(draw) * u128::from(length);
        Pick { cell: first + (product >> 64) as u32, draw: ((product as u64) >> 48) as u32 }
    }

    /// Second step: the item.
    #[inline]
    pub fn item(&self, pick: Pick) -> u32 {
        let cell = self.cells[pick.cell as usize];
        let other = cell.0 as u32 & ITEM;
        let own = (cell.0 >> 24) as u32 & ITEM;
        if u64::from(pick.draw) < cell.0 >> 48 { own } else { other }
    }
}

fn cells(weighted: &[(u32, f64)], scale: f64) -> Vec<Cell> {
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
    cells
}

impl Cell {
    fn of(share: f64, own: u32, other: u32) -> Self {
        let threshold = libm::round(share * 65_536.0).min(65_535.0) as u64;
        // A share of one leaves nothing for another: then both are the own item.
        let other = if share >= 1.0 { own } else { other };
        Self(threshold << 48 | u64::from(own & ITEM) << 24 | u64::from(other & ITEM))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Stream;

    #[test]
    fn items_come_as_often_as_their_weights() {
        let mut tables = AliasTables::default();
        assert_eq!(tables.add(&[(9, 1.0)]), Some(0));
        assert_eq!(tables.add(&[(5, 1.0), (6, 0.0), (7, 3.0), (8, 4.0)]), Some(1));
        let stream = Stream::new(7, 1, 1);
        let mut counts = [0u32; 9];
        for position in 0..80_000 {
            counts[tables.item(tables.pick(1, stream.at(position))) as usize] += 1;
            assert_eq!(tables.item(tables.pick(0, stream.at(position))), 9);
        }
        assert_eq!(counts[6], 0);
        // Standard deviations are 94, 137 and 141: five of them.
        assert!(counts[5].abs_diff(10_000) < 470, "{counts:?}");
        assert!(counts[7].abs_diff(30_000) < 685, "{counts:?}");
        assert!(counts[8].abs_diff(40_000) < 705, "{counts:?}");
    }

    #[test]
    fn nothing_to_choose_from_is_no_table() {
        let mut tables = AliasTables::default();
        assert_eq!(tables.add(&[]), None);
        assert_eq!(tables.add(&[(1, 0.0), (2, 0.0)]), None);
    }
}

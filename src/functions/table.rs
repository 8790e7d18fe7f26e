//! What a SQL function is made of, in Rust's words: a function binds its arguments to a table, a table can be scanned by
//! row ranges in any order, and a scan writes ranges into chunks.

use std::ops::Range;

use super::arguments::Arguments;
use super::duckdb::Chunk;
use crate::error::Error;

/// A table function.
pub trait TableFunction: Sync {
    /// Name in SQL.
    fn name(&self) -> &'static str;

    /// Names of the positional parameters, all required.
    fn positional(&self) -> &'static [&'static str] {
        &[]
    }

    /// Names of the named parameters, all optional.
    fn named(&self) -> &'static [&'static str] {
        &[]
    }

    /// Checks the arguments and makes the table.
    fn bind(&self, arguments: &Arguments) -> Result<Box<dyn Table>, Error>;
}

/// A table whose rows can be made from their numbers.
pub trait Table: Send + Sync {
    /// The columns, in order.
    fn columns(&self) -> Vec<Column>;

    /// The rows asked for.
    fn rows(&self) -> Range<u64>;

    /// A scan that writes the columns at these places, in this order; every thread has its own.
    fn scan(&self, projection: &[usize]) -> Box<dyn Scan>;
}

/// Writes rows into chunks.
pub trait Scan: Send {
    /// Draws the rows, at most a chunk of them, and says how many there are: of rows that are only candidates, some come to
    /// nothing.
    fn draw(&mut self, rows: Range<u64>) -> u64 {
        rows.end - rows.start
    }

    /// Writes what was drawn into every column of the projection.
    fn write(&mut self, rows: Range<u64>, chunk: &mut Chunk<'_>);
}

/// A scalar function of texts, at most `parameters` of them and all optional.
pub trait TextFunction: Sync {
    /// Name in SQL.
    fn name(&self) -> &'static str;

    /// Names of the parameters.
    fn parameters(&self) -> &'static [&'static str];

    /// The answer; a missing argument and NULL are both `None`.
    fn call(&self, arguments: &[Option<&str>]) -> Result<String, String>;
}

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Name in SQL.
    pub name: &'static str,
    /// Type in SQL.
    pub kind: Kind,
}

impl Column {
    /// A column by name and type.
    pub const fn new(name: &'static str, kind: Kind) -> Self {
        Self { name, kind }
    }

    /// The same column as text, if it is an ENUM.
    pub const fn without_enum(self) -> Self {
        match self.kind {
            Kind::Enum(words) => Self { kind: Kind::Word(words), ..self },
            _ => self,
        }
    }
}

/// The types that the functions return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// BIGINT.
    Bigint,
    /// INTEGER.
    Integer,
    /// TINYINT.
    Tinyint,
    /// BOOLEAN.
    Boolean,
    /// DATE.
    Date,
    /// TIMESTAMP.
    Timestamp,
    /// DECIMAL(18,2), written as cents.
    Money,
    /// DOUBLE.
    Double,
    /// VARCHAR.
    Text,
    /// ENUM of these words, written as places in the list.
    Enum(&'static [&'static str]),
    /// VARCHAR that is one of these words, written as places in the list.
    Word(&'static [&'static str]),
}

/// Writes all rows of a small table that was made when the function was bound.
pub struct ListScan<T> {
    /// The rows.
    pub items: std::sync::Arc<Vec<T>>,
    /// Places of the columns asked for.
    pub projection: Vec<usize>,
    /// Writes one column of some rows.
    pub write_column: fn(column: usize, items: &[T], place: usize, chunk: &mut Chunk<'_>),
}

impl<T: Send + Sync> Scan for ListScan<T> {
    fn write(&mut self, rows: Range<u64>, chunk: &mut Chunk<'_>) {
        let items = &self.items[rows.start as usize..rows.end as usize];
        for (place, &column) in self.projection.iter().enumerate() {
            (self.write_column)(column, items, place, chunk);
        }
    }
}

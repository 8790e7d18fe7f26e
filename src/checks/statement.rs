//! What a select says about itself: the tables it reads, the variables it asks for, whether it measures.
//!
//! A word scanner, not a parser: it knows strings, comments, quoted names and parentheses, and follows `from` and
//! `join`. Names that the select defines itself (common table expressions), functions and qualified names are left out.

use std::collections::BTreeSet;

/// Words after which the list of tables of a `from` is over.
const AFTER_FROM: [&str; 11] =
    ["where", "group", "having", "order", "limit", "union", "except", "intersect", "qualify", "window", "select"];

/// Functions whose arguments are separated by the word `from`: `extract(hour from ts)`.
const FROM_IN_ARGUMENTS: [&str; 5] = ["extract", "overlay", "position", "substring", "trim"];

/// A select's words and what was read out of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    /// Unqualified tables and views it reads, sorted.
    pub tables: Vec<String>,
    /// Names inside `getvariable('…')`, sorted.
    pub variables: Vec<String>,
    /// Whether it names a column `observed`: then each row carries a figure that is held against the threshold.
    pub is_measurement: bool,
}

impl Statement {
    /// Reads a select.
    #[must_use]
    pub fn read(sql: &str) -> Self {
        let words = words(sql);
        let own_names = own_names(&words);
        let mut tables = tables(&words);
        tables.retain(|table| !own_names.contains(table));
        Self {
            tables: tables.into_iter().collect(),
            variables: variables(&words).into_iter().collect(),
            is_measurement: words.windows(2).any(|pair| pair[0].is("as") && pair[1].is("observed")),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Word {
    /// A name or keyword in lower case; a quoted name keeps its case.
    Name(String),
    Text(String),
    Sign(char),
}

impl Word {
    fn is(&self, name: &str) -> bool {
        matches!(self, Self::Name(word) if word == name)
    }

    fn is_sign(&self, sign: char) -> bool {
        *self == Self::Sign(sign)
    }
}

fn words(sql: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut rest = sql;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("--") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if first == '\'' || first == '"' {
            let length = quoted_length(rest, first);
            let inner = rest[1..length].strip_suffix(first).unwrap_or(&rest[1..length]);
            let text = inner.replace(&format!("{first}{first}"), &first.to_string());
            words.push(if first == '"' { Word::Name(text) } else { Word::Text(text) });
            length
        } else if is_name_character(first) {
            let length = rest.find(|c| !is_name_character(c)).unwrap_or(rest.len());
            words.push(Word::Name(rest[..length].to_lowercase()));
            length
        } else {
            if !first.is_whitespace() {
                words.push(Word::Sign(first));
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    words
}

fn is_name_character(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Length in bytes of a quoted piece with its quotes; a doubled quote inside does not end it.
fn quoted_length(text: &str, quote: char) -> usize {
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((at, character)) = characters.next() {
        if character == quote {
            if characters.peek().is_some_and(|&(_, next)| next == quote) {
                characters.next();
            } else {
                return at + quote.len_utf8();
            }
        }
    }
    text.len()
}

/// Names defined by `name as (`, also with a list of columns or `[not] materialized` in between.
fn own_names(words: &[Word]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for at in 1..words.len() {
        if !words[at].is("as") {
            continue;
        }
        let body = words[at + 1..].iter().find(|word| !word.is("not") && !word.is("materialized"));
        let named = match &words[..at] {
            [.., Word::Sign(')')] => {
                words[..at].iter().rposition(|word| word.is_sign('(')).and_then(|open| words[..open].last())
            }
            before => before.last(),
        };
        if let (Some(Word::Name(name)), Some(true)) = (named, body.map(|word| word.is_sign('('))) {
            names.insert(name.clone());
        }
    }
    names
}

fn tables(words: &[Word]) -> BTreeSet<String> {
    struct Parenthesis {
        has_from_arguments: bool,
        is_in_from: bool,
    }
    let outermost = Parenthesis { has_from_arguments: false, is_in_from: false };
    let mut open = vec![outermost];
    let mut expects_table = false;
    let mut tables = BTreeSet::new();
    for (at, word) in words.iter().enumerate() {
        let previous = at.checked_sub(1).map(|before| &words[before]);
        let depth = open.len() - 1;
        match word {
            Word::Sign('(') => {
                let has_from_arguments =
                    FROM_IN_ARGUMENTS.iter().any(|name| previous.is_some_and(|word| word.is(name)));
                open.push(Parenthesis { has_from_arguments, is_in_from: false });
                expects_table = false;
            }
            Word::Sign(')') if depth > 0 => {
                open.pop();
                expects_table = false;
            }
            Word::Sign(',') => expects_table = open[depth].is_in_from,
            Word::Name(name) if name == "from" => {
                let is_clause = !open[depth].has_from_arguments && !previous.is_some_and(|word| word.is("distinct"));
                open[depth].is_in_from |= is_clause;
                expects_table = is_clause;
            }
            Word::Name(name) if name == "join" || name == "describe" => expects_table = true,
            Word::Name(name) if AFTER_FROM.contains(&name.as_str()) => {
                open[depth].is_in_from = false;
                expects_table = false;
            }
            Word::Name(name) if expects_table && name != "lateral" => {
                let next = words.get(at + 1);
                if !next.is_some_and(|word| word.is_sign('(') || word.is_sign('.')) {
                    tables.insert(name.clone());
                }
                expects_table = false;
            }
            _ => {}
        }
    }
    tables
}

fn variables(words: &[Word]) -> BTreeSet<String> {
    words
        .windows(3)
        .filter_map(|three| match three {
            [function, parenthesis, Word::Text(name)] if function.is("getvariable") && parenthesis.is_sign('(') => {
                Some(name.clone())
            }
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables_of(sql: &str) -> Vec<String> {
        Statement::read(sql).tables
    }

    #[test]
    fn tables_follow_from_join_comma_and_describe() {
        assert_eq!(tables_of("select 1 from b join a on a.x = b.x where b.y in (select y from c)"), ["a", "b", "c"]);
        assert_eq!(tables_of("select 1 from b as x, a where 1 in (2, 3)"), ["a", "b"]);
        assert_eq!(tables_of("select column_name from (describe transactions)"), ["transactions"]);
    }

    #[test]
    fn own_names_functions_and_qualified_names_are_no_tables() {
        let sql = "with x as (select 1 from a), y (p, q) as not materialized (select 2 from x) select * from y, range(3) as r (i)";
        assert_eq!(tables_of(sql), ["a"]);
        assert_eq!(tables_of("select 1 from staging.t join \"Odd Name\" on true"), ["Odd Name"]);
    }

    #[test]
    fn from_inside_functions_and_distinct_from_are_no_clauses() {
        let sql = "select extract(hour from ts), trim(both from x) from a where p is distinct from q";
        assert_eq!(tables_of(sql), ["a"]);
    }

    #[test]
    fn strings_and_comments_hide_words() {
        assert_eq!(tables_of("select 'from x, it''s' -- from y\n/* from z */ from a"), ["a"]);
    }

    #[test]
    fn variables_and_measurements_are_seen() {
        let statement = Statement::read("select max(ts) - getvariable('end_date') as observed from a");
        assert_eq!(statement.variables, ["end_date"]);
        assert!(statement.is_measurement);
        assert!(!Statement::read("select observed from a").is_measurement);
    }
}

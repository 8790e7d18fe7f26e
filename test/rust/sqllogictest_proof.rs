//! Proof that the runner of the .test files tells right from wrong: what it refuses to read, what it passes, and
//! what it fails, each with the exact message. Needs the DuckDB CLI, not the extension.

#![allow(clippy::disallowed_methods, reason = "the environment tells a test runner where things are")]

mod runner;

use runner::{Host, parse, play};

fn refused(text: &str) -> String {
    parse(text).expect_err("the file should be refused").located("t.test")
}

fn played(text: &str) -> Result<(), String> {
    let host = Host::from_environment().expect("a sound environment");
    parse(text).and_then(|script| play(&script, &host)).map_err(|failure| failure.located("t.test"))
}

fn failed(text: &str) -> String {
    played(text).expect_err("the file should fail")
}

#[test]
fn unknown_directives_are_refused() {
    for directive in ["restart", "mode skip", "halt", "statement maybe", "hash-threshold 3", "concurrentloop i 0 3"] {
        assert_eq!(refused(directive), format!("t.test:1: unknown directive: {directive}"));
    }
}

#[test]
fn statement_error_without_text_is_refused() {
    let message = "t.test:3: statement error needs ---- and the text of the error";
    assert_eq!(refused("# head\n\nstatement error\nselect x\n\n"), message);
    assert_eq!(refused("# head\n\nstatement error\nselect x\n----\n\n"), message);
}

#[test]
fn statement_ok_with_rows_is_refused() {
    assert_eq!(refused("statement ok\nselect 1\n----\n1\n"), "t.test:1: statement ok takes no ----");
}

#[test]
fn records_without_sql_are_refused() {
    assert_eq!(refused("statement ok\n\nselect 1\n"), "t.test:1: no SQL below this line");
    assert_eq!(refused("query I\n----\n1\n"), "t.test:1: no SQL below this line");
}

#[test]
fn queries_that_could_not_fail_are_refused() {
    assert_eq!(refused("query I\nselect 1\n"), "t.test:1: query needs ---- and its rows, or a label");
    assert_eq!(
        refused("query I nosort a\nselect 1\n\nquery I nosort b\nselect 1\n\nquery I nosort a\nselect 1\n"),
        "t.test:4: label b is used once, so nothing is compared"
    );
    assert_eq!(
        refused("query I nosort a\nselect 1\n----\n1\n"),
        "t.test:1: a labelled query takes no ----: DuckDB's runner would not look at its rows"
    );
    assert_eq!(refused("require payments\n"), "t.test:1: no statement and no query: this file tests nothing");
}

#[test]
fn query_options_outside_the_subset_are_refused() {
    let options = "t.test:1: query takes column types, nosort or rowsort, and a label";
    assert_eq!(refused("query I valuesort\nselect 1\n----\n1\n"), options);
    assert_eq!(refused("query I label\nselect 1\n----\n1\n"), options);
    let explain = "t.test:1: the CLI draws plans as boxes: a query cannot be EXPLAIN";
    assert_eq!(refused("query TT\nEXPLAIN select 1\n----\na\tb\n"), explain);
    assert_eq!(refused("query X\nselect 1\n----\n1\n"), "t.test:1: query X: column types are I, T and R");
}

#[test]
fn expected_rows_must_fill_the_columns() {
    assert_eq!(
        refused("query II\nselect 1, 2\n----\n1\t2\n3\n"),
        "t.test:1: every expected row must have 2 values with tabs between"
    );
    assert_eq!(refused("query II\nselect 1, 2\n----\n1\n2\n3\n"), "t.test:1: 3 expected values do not fill rows of 2");
    assert_eq!(
        refused("query I\nselect 1\n----\n${n}\n"),
        "t.test:1: variables are not replaced in expected values: ${n}"
    );
}

#[test]
fn loops_are_read_strictly() {
    let body = "statement ok\nselect ${n}\n\n";
    assert_eq!(refused(&format!("loop n 0 2\n{body}endloop\n")), "t.test:1: loop must be followed by an empty line");
    assert_eq!(
        refused(&format!("loop n 0 2\n\n{body}endloop\n{body}")),
        "t.test:6: endloop must be followed by an empty line"
    );
    assert_eq!(refused(&format!("foreach n a b\n\n{body}")), "t.test:1: this loop has no endloop");
    assert_eq!(refused(&format!("{body}endloop\n")), "t.test:4: endloop without loop or foreach");
    assert_eq!(refused(&format!("loop n 2 2\n\n{body}endloop\n")), "t.test:1: this loop has no values");
    assert_eq!(refused(&format!("loop n a b\n\n{body}endloop\n")), "t.test:1: loop takes two whole numbers");
    assert_eq!(refused(&format!("foreach n\n\n{body}endloop\n")), "t.test:1: this loop has no values");
    assert_eq!(
        refused(&format!("foreach n <integral>\n\n{body}endloop\n")),
        "t.test:1: foreach over a named collection is not supported"
    );
    assert_eq!(
        refused(&format!("loop n 0 2\n\nloop n 0 2\n\n{body}endloop\n\nendloop\n")),
        "t.test:3: an outer loop has the variable n"
    );
    assert_eq!(
        refused("loop n 0 2\n\nload\n\nendloop\n"),
        "t.test:3: load inside a loop: DuckDB's runner skips such a file"
    );
}

#[test]
fn setup_belongs_into_the_head() {
    let message = "t.test:4: # setup: belongs into the head of the file";
    assert_eq!(refused("statement ok\nselect 1\n\n# setup: a.sql\n"), message);
    assert_eq!(refused("# setup:\nstatement ok\nselect 1\n"), "t.test:1: # setup: names no file");
    let script = parse("# name: x\n# setup: a.sql b.sql\n\n# setup: c.sql\nstatement ok\nselect 1\n").unwrap();
    assert_eq!(script.setup, ["a.sql", "b.sql", "c.sql"]);
}

#[test]
fn wanted_environment_is_listed() {
    let script = parse("require-env A\n\nrequire-env B\n\nstatement ok\nselect 1\n").unwrap();
    assert_eq!(script.environment, ["A", "B"]);
}

#[test]
fn a_right_file_passes() {
    let text = "# name: right
require parquet

statement ok
create table t as select * from (values (1, 'a', 0.5::double), (2, '', null)) v(i, s, r)

query ITR
from t
----
1\ta\t0.5
2\t(empty)\tNULL

query IT rowsort
select i, s from t order by i desc
----
1
a
2
(empty)

query I
select i from t where false
----

query T
select 'two' || chr(10) || 'lines'
----
<REGEX>:two.lines

query R
select 1/3
----
0.333333333

statement error
select 'unterminated
----
unterminated quoted string

statement error
select nothing from t
----
<REGEX>:Binder Error.*nothing.*not found

foreach column i r

loop n 1 3

query T
select count(*) < 3 + ${n} from t where ${column} is null
----
true

endloop

endloop

query I nosort twice
select i from t order by i

query I rowsort twice
select i from t order by i desc
";
    assert_eq!(played(text), Ok(()));
}

#[test]
fn a_database_file_can_be_opened_again_read_only() {
    let text = "load __TEST_DIR__/x.db

statement ok
create table t as select 42 as answer

load __TEST_DIR__/x.db readonly

query I
select answer from t
----
42

statement error
drop table t
----
read-only

load

statement error
from t
----
Table with name t does not exist
";
    assert_eq!(played(text), Ok(()));
}

#[test]
fn a_file_opened_for_writing_starts_empty() {
    let text = "load __TEST_DIR__/x.db\n\nstatement ok\ncreate table t(a int)\n\nload __TEST_DIR__/x.db\n\n\
        statement ok\nfrom t\n";
    assert!(failed(text).starts_with("t.test:8: this statement should run\nfrom t\n--> Catalog Error"));
}

#[test]
fn a_wrong_value_fails() {
    let sql = "select * from (values (1, 'a'), (2, 'b')) v(i, s)";
    assert_eq!(
        failed(&format!("query IT\n{sql}\n----\n1\ta\n2\tc\n")),
        format!(
            "t.test:1: row 2, column 2: expected \"c\", got \"b\"\n{sql}\n\
             --> expected:\n1\ta\n2\tc\n--> actual:\n1\ta\n2\tb"
        )
    );
}

#[test]
fn wrong_rows_and_columns_fail() {
    let first_line = |text: &str| failed(text).lines().next().unwrap().to_string();
    assert_eq!(first_line("query I\nselect 1\n----\n1\n2\n"), "t.test:1: expected 2 rows, got 1");
    assert_eq!(first_line("query I\nselect 1\n----\n"), "t.test:1: expected 0 rows, got 1");
    assert_eq!(first_line("query II\nselect 1\n----\n1\t1\n"), "t.test:1: expected 2 columns, got 1");
    assert_eq!(first_line("query I\nselect 1, 2\n----\n1\n"), "t.test:1: expected 1 columns, got 2");
    assert_eq!(
        first_line("query T\nselect ''\n----\nNULL\n"),
        "t.test:1: row 1, column 1: expected \"NULL\", got \"(empty)\""
    );
    assert_eq!(
        first_line("query I rowsort\nselect 1 union all select 2\n----\n2\n1\n"),
        "t.test:1: row 1, column 1: expected \"2\", got \"1\""
    );
}

#[test]
fn only_doubles_have_a_tolerance() {
    let query = |kind: &str, sql: &str, value: &str| played(&format!("query {kind}\nselect {sql}\n----\n{value}\n"));
    assert_eq!(query("R", "2/3", "0.666667"), Ok(()));
    assert!(query("R", "2/3", "0.66667").is_err());
    assert!(query("T", "2/3", "0.666667").is_err());
    assert!(query("R", "1234567.89::decimal(18, 2)", "1234567.88").is_err());
    assert!(query("R", "1000001", "1000000").is_err());
}

#[test]
fn differing_queries_of_one_label_fail() {
    assert_eq!(
        failed("query I nosort a\nselect 1\n\nquery I nosort a\nselect 2\n"),
        "t.test:4: not the rows of a on line 1: row 1, column 1: expected \"1\", got \"2\"\n\
         --> expected:\n1\n--> actual:\n2\nselect 2"
    );
}

#[test]
fn a_failing_statement_fails() {
    let message = failed("statement ok\nselect 1\n\nstatement ok\nselect broken\n");
    assert!(message.starts_with("t.test:4: this statement should run\nselect broken\n--> Binder Error"), "{message}");
    let message = failed("query I\nselect broken\n----\n1\n");
    assert!(message.starts_with("t.test:1: this query should run\nselect broken\n--> Binder Error"), "{message}");
}

#[test]
fn a_statement_that_should_fail_and_runs_fails() {
    assert_eq!(failed("statement error\nselect 1\n----\nx\n"), "t.test:1: this statement should fail\nselect 1");
}

#[test]
fn another_error_than_expected_fails() {
    let message = failed("statement error\nselect error('right')\n----\nwrong\n");
    assert!(
        message.starts_with(
            "t.test:1: another error than expected\nselect error('right')\n--> expected: wrong\n--> actual: "
        ),
        "{message}"
    );
    assert!(message.contains("right"), "{message}");
}

#[test]
fn internal_errors_are_never_right() {
    let message = failed("statement error\nselect error('INTERNAL Error: x')\n----\nx\n");
    assert!(message.starts_with("t.test:1: an internal error is never right"), "{message}");
}

#[test]
fn a_failure_names_the_values_of_its_loops() {
    let text =
        "foreach word a b\n\nloop n 0 3\n\nquery T\nselect '${word}${n}' <> 'b1'\n----\ntrue\n\nendloop\n\nendloop\n";
    assert!(failed(text).starts_with("t.test:5: [word=b, n=1] row 1, column 1: expected \"true\", got \"false\""));
}

#[test]
fn unknown_variables_fail() {
    assert_eq!(failed("statement ok\nselect '${m}'\n"), "t.test:1: unknown variable in: ${m}'");
}

#[test]
fn unknown_extensions_fail() {
    let message = failed("require no_such_thing\n\nstatement ok\nselect 1\n");
    assert!(message.starts_with("t.test:1: cannot load no_such_thing: IO Error"), "{message}");
}

#[test]
fn a_missing_payments_extension_is_named() {
    let mut host = Host::from_environment().expect("a sound environment");
    host.extension = "/nowhere/payments.duckdb_extension".into();
    let script = parse("require payments\n\nstatement ok\nselect 1\n").unwrap();
    let message = play(&script, &host).unwrap_err().message;
    assert_eq!(message, "/nowhere/payments.duckdb_extension is missing: run make build");
}

#[test]
fn a_missing_cli_is_named() {
    let mut host = Host::from_environment().expect("a sound environment");
    host.duckdb = "/nowhere/duckdb".into();
    let message = play(&parse("statement ok\nselect 1\n").unwrap(), &host).unwrap_err().message;
    assert!(message.starts_with("cannot start /nowhere/duckdb ("), "{message}");
}

#[test]
fn setup_files_run_first_and_must_succeed() {
    assert_eq!(
        failed("# setup: no_such_file.sql\nstatement ok\nselect 1\n"),
        "t.test:2: setup: there is no file no_such_file.sql"
    );
    let message = failed("# setup: Cargo.toml\nstatement ok\nselect 1\n");
    assert!(message.starts_with("t.test:2: setup: Cargo.toml failed\n--> Parser Error"), "{message}");
}

#[test]
fn a_statement_that_does_not_end_is_stopped() {
    let mut host = Host::from_environment().expect("a sound environment");
    host.timeout = std::time::Duration::from_millis(300);
    let script =
        parse("statement ok\nselect sum(sqrt(a.i * b.i)) from range(1000000) a(i), range(1000000) b(i)\n").unwrap();
    let message = play(&script, &host).unwrap_err().message;
    assert!(message.starts_with("no answer within 0 s (SLT_TIMEOUT)\nselect sum("), "{message}");
}

#[test]
fn a_cli_that_ends_is_noticed() {
    let message = failed("statement ok\n.exit 3\n");
    assert!(message.starts_with("t.test:1: the CLI has died (exit status: 3) while running this: "), "{message}");
}

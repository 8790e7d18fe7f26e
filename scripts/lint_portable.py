"""Holds the KPI SQL to the portable style: one text that DuckDB, DataFusion, Spark and ClickHouse run alike.

usage: lint_portable.py [file or folder ...]      sql/kpi if none is given

Prints file:line: rule: message for each finding and exits with 1 if there is one. The rules work on sqlglot's syntax
tree; their numbers are those of the messages below. A rule without a tree of its own (P11) works the other way round:
a function passes only when it is on the list of those that gave equal results on every engine.
"""

import pathlib
import re
import sys

import sqlglot
from sqlglot import exp
from sqlglot.tokens import TokenType

PROVEN = {
    exp.Abs, exp.And, exp.Case, exp.Cast, exp.Coalesce, exp.Count, exp.Extract, exp.If, exp.Lag, exp.Lead, exp.Ln, exp.Max,
    exp.Min, exp.Nullif, exp.Or, exp.RowNumber, exp.Sum,
}  # fmt: skip
DATE_TRUNCATIONS = (exp.DateTrunc, exp.TimestampTrunc)
DATE_DIFFERENCES = (exp.DateDiff, exp.DatetimeDiff, exp.TimestampDiff, exp.TsOrDsDiff, exp.MonthsBetween)
DATE_DIFFERENCE_NAMES = {"age", "date_diff", "date_sub", "datediff", "datesub"}
SPREADS = (exp.Stddev, exp.StddevPop, exp.StddevSamp, exp.Variance, exp.VariancePop)
RANKS = (exp.Rank, exp.DenseRank, exp.PercentRank, exp.CumeDist, exp.Ntile)
NESTED = (exp.Array, exp.Bracket, exp.Lambda, exp.Map, exp.Struct, exp.Unnest)
MONEY = re.compile(r"(^|_)(gpv|amount|fee|fees|revenue|cost)(_|$)")


def main(arguments):
    files = [file for argument in arguments or ["sql/kpi"] for file in sql_files(pathlib.Path(argument))]
    if not files:
        sys.exit("lint_portable: no .sql file to check")
    findings = [f"{file}:{line}: {rule}: {text}" for file in files for line, rule, text in lint(file.read_text())]
    print(*findings, sep="\n", end="\n" if findings else "")
    return 1 if findings else 0


def sql_files(path):
    return sorted(path.rglob("*.sql")) if path.is_dir() else [path]


def lint(sql):
    """The findings in one text, as sorted (line, rule, message)."""
    try:
        tokens = sqlglot.tokenize(sql, read="duckdb")
        statements = sqlglot.parse(sql, read="duckdb")
    except sqlglot.errors.SqlglotError as error:
        first = error.errors[0] if getattr(error, "errors", None) else {}
        return [(first.get("line") or 1, "P00", f"not understood: {first.get('description') or error}")]
    findings = {
        (token.line, "P01", "write cast(x as type), not ::")
        for token in tokens
        if token.token_type == TokenType.DCOLON
    }
    for node in (node for statement in statements if statement for node in statement.walk()):
        findings |= {(line_of(node), rule, text) for rule, text in check(node)}
    return sorted(findings)


def line_of(node):
    """The first line that the tree knows of a node: only names carry one."""
    while node is not None:
        lines = [part.meta["line"] for part in node.walk() if "line" in part.meta]
        if lines:
            return min(lines)
        node = node.parent
    return 1


def check(node):
    if isinstance(node, exp.Select):
        yield from check_select(node)
    elif isinstance(node, exp.Join):
        yield from check_join(node)
    elif isinstance(node, exp.Div):
        yield from check_division(node)
    elif isinstance(node, exp.Window):
        yield from check_window(node)
    elif isinstance(node, exp.Filter):
        yield "P07", "write sum(case when .. then .. else 0 end), not filter"
    elif isinstance(node, exp.Sum):
        yield from check_sum(node)
    elif isinstance(node, NESTED):
        yield "P11", f"no lists, structs, maps or lambdas: {node.sql('duckdb')}"
    elif isinstance(node, exp.Func):
        yield from check_function(node)


def check_select(select):
    if any(column.is_star for column in select.expressions):
        yield "P02", "spell the columns out, no select *"
    if select.args.get("qualify"):
        yield "P06", "number the rows in a subquery, no qualify"
    group, order = select.args.get("group"), select.args.get("order")
    if group and group.args.get("all"):
        yield "P10", "write the grouping expressions out, no group by all"
    computed = {
        column.alias
        for column in select.expressions
        if isinstance(column, exp.Alias) and not isinstance(column.this, exp.Column)
    }
    for key in group.expressions if group else []:
        if isinstance(key, exp.Literal):
            yield "P10", "write the grouping expressions out, no positions"
        elif isinstance(key, exp.Column) and not key.table and key.name in computed:
            yield "P10", f"group by the expression behind {key.name}, not by its alias"
    if order and any(isinstance(key.this, exp.Literal) for key in order.expressions):
        yield "P10", "write the sort keys out, no positions"
    if select.args.get("joins"):
        for column in select.expressions:
            if isinstance(column, exp.Column) and not column.is_star:
                yield "P12", f"give {column.sql('duckdb')} a name with as: some engines keep the table in it"


def check_join(join):
    if join.args.get("using") or join.args.get("method") == "NATURAL":
        yield "P13", "write join .. on, not using or natural"
    elif not join.args.get("on") and join.kind != "CROSS":
        yield "P13", "write join .. on, or cross join"


def check_division(division):
    left, right = division.left, division.right
    if not is_double(left):
        yield "P04", f"cast the numerator to double: {left.sql('duckdb')}"
    if isinstance(right, exp.Nullif) and right.expression.sql() == "0":
        for column in right.this.find_all(exp.Column):
            if MONEY.search(column.name) and not is_double(right.this):
                yield "P04", f"cast the money in the divisor to double: {column.name}"
    elif not (isinstance(right, exp.Literal) and right.is_number and float(right.this) != 0):
        yield "P05", f"guard the divisor with nullif(.., 0): {right.sql('duckdb')}"


def is_double(node):
    """Whether an expression is DOUBLE by its own text; a division is, since its numerator must be."""
    if isinstance(node, exp.Cast):
        return node.is_type("double")
    if isinstance(node, (exp.Paren, exp.Nullif)):
        return is_double(node.this)
    if isinstance(node, (exp.Add, exp.Sub, exp.Mul)):
        return is_double(node.left) or is_double(node.right)
    return isinstance(node, exp.Div)


def check_sum(total):
    if isinstance(total.this, exp.Cast) and is_double(total.this):
        yield "P04", f"sum money as decimal, cast afterwards: {total.sql('duckdb')}"
    if isinstance(total.this, exp.Case) and not total.this.args.get("default"):
        yield "P07", "give the case inside sum an else 0"


def check_window(window):
    order = window.args.get("order")
    if isinstance(window.this, exp.RowNumber):
        keys = order.expressions if order else []
        if not keys or not keys[-1].this.name.endswith("_id"):
            yield "P14", "end the sort keys of row_number with a key (.._id), so that no two rows tie"
    # A named window stands in the window clause, with its name for its function.
    sorts_a_frame = isinstance(window.this, (exp.Sum, exp.Count, exp.Min, exp.Max, exp.Identifier))
    frame = window.args.get("spec")
    if order and sorts_a_frame and (not frame or frame.args["kind"].upper() != "ROWS"):
        yield "P16", "state the frame: rows between .. and .."


def check_function(function):
    name = function.name if isinstance(function, exp.Anonymous) else function.sql_name()
    if isinstance(function, exp.Avg):
        yield "P03", "write cast(sum(x) as double) / nullif(count(x), 0), not avg"
    elif isinstance(function, DATE_DIFFERENCES) or name.lower() in DATE_DIFFERENCE_NAMES:
        yield "P08", "count months as year * 12 + month: engines differ on date differences"
    elif isinstance(function, DATE_TRUNCATIONS):
        if not (isinstance(function.parent, exp.Cast) and function.parent.is_type("date")):
            yield "P09", "write cast(date_trunc(..) as date): engines differ on the type"
    elif isinstance(function, RANKS):
        yield "P14", f"use row_number with a key as the last sort key, not {name.lower()}"
    elif isinstance(function, SPREADS):
        yield "P15", f"{name.lower()} differs between engines in the last digits"
    elif type(function) not in PROVEN:
        yield "P11", f"{name.lower()} is not on the list of functions proven on every engine"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

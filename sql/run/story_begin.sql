-- Opens an empty story, and the words that its sentences are made of.
-- The story reads KPI views by name. What stands behind the names are the marts just published: the
-- sentences cannot differ from the files, and no view is computed twice.
create or replace temp table story (
    place integer,
    section varchar,
    sentence varchar,
    cells struct(view_name varchar, place varchar, figure varchar, stands varchar)[]
);

-- One figure of a sentence and where to look it up: select figure from view_name where place.
create or replace temp macro cell(view_name, place, figure, stands) as {
    'view_name': view_name, 'place': place, 'figure': figure, 'stands': cast(stands as varchar)
};

-- A place is a condition on a column: key_is('month', month) is month = '2024-12-01'.
create or replace temp macro key_is(column_name, key) as
column_name || ' = ''' || replace(cast(key as varchar), '''', '''''') || '''';

create or replace temp macro in_usd(amount) as (
    'USD ' || if(
        abs(amount) < 1000,
        format('{:,.2f}', cast(amount as double)),
        format('{:,.0f}', cast(amount as double))
    )
);

create or replace temp macro in_percent(ratio) as format('{:.1f} %', 100 * ratio);

create or replace temp macro in_bps(ratio) as format('{:.1f} basis points', 10000 * ratio);

create or replace temp macro in_words(number) as format('{:,}', cast(number as bigint));

create or replace temp macro month_name(first_day) as strftime(first_day, '%B %Y');

create or replace temp macro plain(word) as replace(cast(word as varchar), '_', ' ');

-- Standard error of the difference of two rates; a rate of few attempts moves by chance.
create or replace temp macro error_of_difference(
    one_rate, one_count, other_rate, other_count
) as sqrt(
    one_rate * (1 - one_rate) / one_count + other_rate * (1 - other_rate) / other_count
);

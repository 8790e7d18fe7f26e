-- Writes the story as Markdown and as one HTML page that asks for nothing else, and its sentences
-- with their cells as Parquet.
create or replace temp table story_lines as
with sections as (
    select
        unnest([1, 2, 3, 4, 4, 4, 4, 4, 5]) as part_no,
        unnest([
            'Objective', 'Coverage', 'Key findings', 'Recommendations', 'Recommendations',
            'Recommendations', 'Recommendations', 'Recommendations', 'Next steps'
        ]) as part,
        unnest([1, 2, 3, 4, 5, 6, 7, 8, 9]) as section_no,
        unnest([
            'Objective', 'Coverage', 'Key findings', 'Sales', 'Marketing', 'Finance', 'Risk',
            'Operations', 'Next steps'
        ]) as section
)

select
    sections.part_no,
    sections.part,
    story.section,
    story.place,
    story.sentence,
    story.cells,
    row_number() over (order by sections.section_no, story.place, story.rowid) as line_no,
    row_number() over (
        partition by sections.part_no order by sections.section_no, story.place, story.rowid
    ) = 1 as begins_part,
    row_number() over (partition by story.section order by story.place, story.rowid) = 1
        as begins_section
from story
inner join sections on story.section = sections.section;

copy (
    select
        place,
        section,
        sentence,
        cells
    from story_lines
    order by line_no
) to (getvariable('data_dir') || '/processed/story.parquet') (format parquet);

copy (
    with markdown as (
        select
            0 as part_no,
            0 as line_no,
            '# Executive summary' || chr(10) || chr(10)
            || 'Written by every run from the marts: a sentence that the data do not support is not here. '
            || 'Months are compared' || chr(10)
            || 'with the month before; within its tolerance (sql/story) a figure is level.' as text
        union all
        select
            part_no,
            line_no,
            if(begins_part, chr(10) || '## ' || part || chr(10), '')
            || if(begins_section and section <> part, chr(10) || '### ' || section || chr(10), '')
            || if(begins_part or begins_section, chr(10), '')
            || if(section = 'Objective', '', '- ') || sentence as text
        from story_lines
        union all
        select
            6 as part_no,
            line_no,
            if(
                row_number() over (order by line_no) = 1,
                chr(10) || '## Where the figures stand' || chr(10) || chr(10), ''
            )
            || '- ' || sentence
            || array_to_string(
                list_transform(
                    cells,
                    lambda one:
                    chr(10) || '  - `select ' || one.figure || ' from ' || one.view_name
                    || if(one.place = 'true', '', ' where ' || one.place) || '`: ' || one.stands
                ), ''
            ) as text
        from story_lines
        where len(cells) > 0
    )

    select text
    from markdown
    order by part_no, line_no
) to (getvariable('story_file') || '.md') (
    format csv, header false, quote '', escape '', delimiter E'\x1f'
);

create or replace temp macro in_html(words) as
replace(replace(replace(words, '&', '&amp;'), '<', '&lt;'), '>', '&gt;');

-- 6241663.47 as 6,241,663.47, and 0.8399631 as 0.8400.
create or replace temp macro for_people(stands) as case
    when regexp_full_match(stands, '-?\d{4,}') then format('{:,}', try_cast(stands as bigint))
    when regexp_full_match(stands, '-?\d+\.\d\d')
        then format('{:,.2f}', try_cast(stands as double))
    when regexp_full_match(stands, '-?\d+\.\d+(e-?\d+)?')
        then format('{:,.4f}', try_cast(stands as double))
    else stands
end;

copy (
    with html as (
        select
            0 as part_no,
            0 as line_no,
            '<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src ''none''; style-src ''unsafe-inline''">
<title>Executive summary</title>
<style>
:root { color-scheme: light dark; --ink: #1b1f24; --quiet: #57606a; --paper: #ffffff; --line: #d0d7de; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --quiet: #9aa4af; --paper: #0f1419; --line: #30363d; }
}
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 46rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 2.25rem; border-bottom: 1px solid var(--line); padding-bottom: .3rem; }
li { margin: .5rem 0; }
details { color: var(--quiet); font-size: .875rem; }
summary { cursor: pointer; }
code { overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
td { border-top: 1px solid var(--line); padding: .25rem .5rem .25rem 0; vertical-align: top; }
td:last-child { text-align: right; white-space: nowrap; }
</style>
</head>
<body>
<main>
<h1>Executive summary</h1>
<p>Written by every run from the marts: a sentence that the data do not support is not here. Months are compared with
the month before; within its tolerance a figure is level. Each sentence opens to show where its figures stand.</p>'
                as text
        union all
        select
            part_no,
            line_no,
            if(begins_section and line_no > 1, '</ul>' || chr(10), '')
            || if(begins_part, '<h2>' || part || '</h2>' || chr(10), '')
            || if(begins_section and section <> part, '<h3>' || section || '</h3>' || chr(10), '')
            || if(begins_section, '<ul>' || chr(10), '')
            || '<li>' || in_html(sentence)
            || if(
                len(cells) = 0,
                '',
                chr(10) || '<details><summary>Where the figures stand</summary><table>'
                || array_to_string(
                    list_transform(
                        cells,
                        lambda one:
                        chr(10) || '<tr><td><code>select ' || in_html(one.figure) || ' from '
                        || in_html(one.view_name)
                        || if(one.place = 'true', '', ' where ' || in_html(one.place))
                        || '</code></td><td>' || in_html(for_people(one.stands)) || '</td></tr>'
                    ), ''
                )
                || '</table></details>'
            )
            || '</li>' as text
        from story_lines
        union all
        select
            7 as part_no,
            0 as line_no,
            if((select count(*) from story_lines) > 0, '</ul>' || chr(10), '')
            || '</main>' || chr(10) || '</body>' || chr(10) || '</html>' as text
    )

    select text
    from html
    order by part_no, line_no
) to (getvariable('story_file') || '.html') (
    format csv, header false, quote '', escape '', delimiter E'\x1f'
);

select '  executive summary: ' || getvariable('story_file') || '.md and .html';

-- Where the marts lie and where the summary goes: for the default data directory beside the
-- documents, else beside the data, so that a run elsewhere does not change this checkout's.
set variable data_dir = rtrim(coalesce(getvariable('data_dir'), 'data'), '/');

set variable story_file = coalesce(
    getvariable('story_file'),
    case
        when getvariable('data_dir') = 'data' then 'docs/executive_summary'
        else getvariable('data_dir') || '/executive_summary'
    end
);

-- The executive summary once more, with incidents and merchants about to leave, from database and marts of a run:
-- duckdb -cmd "ATTACH 'data/analytics.duckdb' (READ_ONLY)" -f sql/story.sql
-- The variables data_dir and story_file say where the marts lie and where the summary goes.
.mode list
.headers off

use analytics;
.read sql/run/story_parameters.sql
.read sql/run/story_begin.sql
.read sql/run/story_marts.sql
.read sql/run/find_incidents.sql
.read sql/run/tell_whole_story.sql
.read sql/run/write_story.sql
.read sql/run/story_end.sql

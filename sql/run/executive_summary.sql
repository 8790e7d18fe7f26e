-- The executive summary of a run, from the marts that it has just published.
.read sql/run/story_parameters.sql
.read sql/run/story_begin.sql
.read sql/run/story_marts.sql
.read sql/run/tell_story.sql
.read sql/run/write_story.sql
.read sql/run/story_end.sql

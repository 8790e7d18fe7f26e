-- What do the checks named by the variable `checks` say? NULL names all. Grain: check; the columns
-- are those of qa_checks.
-- Statistics that 200 branches pass on take most of the planning, and no branch gains by them.
set disabled_optimizers = 'statistics_propagation';

set variable qa_settings = qa_settings_text() || coalesce(getvariable('quarantine_settings'), '');

create or replace temp table qa_results as
from qa_checks(checks := cast(getvariable('checks') as varchar));

reset disabled_optimizers;

-- Do retries break the schemes' rules?
-- For Operations. From v_retry_compliance, the whole window, brands added up: every one costs, so that a single one
-- is said.
insert into story
select
    81 as place,
    'Operations' as section,
    format(
        'Stop retries that the schemes forbid: {} of {} from {} to {}.',
        in_words(sum(compliance.violations)), in_words(sum(compliance.retries)), any_value(everything.first_day),
        any_value(everything.last_day)
    ) as sentence,
    [
        cell('v_retry_compliance', 'true', 'sum(violations)', sum(compliance.violations)),
        cell('v_retry_compliance', 'true', 'sum(retries)', sum(compliance.retries)),
        cell('v_kpi_total', 'true', 'first_day', any_value(everything.first_day)),
        cell('v_kpi_total', 'true', 'last_day', any_value(everything.last_day))
    ] as cells
from v_retry_compliance as compliance
cross join v_kpi_total as everything
having sum(compliance.violations) > 0;

-- Which months can be compared?
-- For everybody. From v_kpi_monthly: a month that the window cuts is compared with none.
insert into story
select
    12 as place,
    'Coverage' as section,
    if(
        count(*) filter (is_partial_month) = 0,
        format('Every one of its {} months is whole.', count(*)),
        format(
            '{} of its {} months are cut by the window and are compared with none.',
            count(*) filter (is_partial_month), count(*)
        )
    ) as sentence,
    [
        cell('v_kpi_monthly', 'true', 'count(*)', count(*)),
        cell('v_kpi_monthly', 'is_partial_month', 'count(*)', count(*) filter (is_partial_month))
    ] as cells
from v_kpi_monthly
having sum(txns) > 0 and count(*) > 1;

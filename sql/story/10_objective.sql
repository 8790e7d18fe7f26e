-- What is this summary for?
-- For everybody. From v_kpi_total. Without an attempt there is nothing else to say.
insert into story
select
    10 as place,
    'Objective' as section,
    if(
        txns > 0,
        format(
            'To say where payment volume, approval and earnings stood on {}, what moved them since {}, and what Sales,'
            || ' Marketing, Finance, Risk and Operations are to do next.',
            last_day, first_day
        ),
        format('From {} to {} there is no attempt: nothing can be said.', first_day, last_day)
    ) as sentence,
    [
        cell('v_kpi_total', 'true', 'first_day', first_day),
        cell('v_kpi_total', 'true', 'last_day', last_day)
    ] as cells
from v_kpi_total
where first_day is not null;

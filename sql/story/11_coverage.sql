-- What do the data hold?
-- For everybody. From v_kpi_total: the whole reporting window.
insert into story
select
    11 as place,
    'Coverage' as section,
    format(
        '{} authorisation attempts from {} to {}; {} of them ({}) were approved, for a gross payment volume'
        || ' (GPV) of {}.',
        in_words(txns), first_day, last_day, in_words(approved_txns), in_percent(approval_rate), in_usd(gpv)
    ) as sentence,
    [
        cell('v_kpi_total', 'true', 'txns', txns),
        cell('v_kpi_total', 'true', 'first_day', first_day),
        cell('v_kpi_total', 'true', 'last_day', last_day),
        cell('v_kpi_total', 'true', 'approved_txns', approved_txns),
        cell('v_kpi_total', 'true', 'approval_rate', approval_rate),
        cell('v_kpi_total', 'true', 'gpv', gpv)
    ] as cells
from v_kpi_total
where txns > 0;

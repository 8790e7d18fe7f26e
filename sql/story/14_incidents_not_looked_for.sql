-- Were incidents looked for?
-- For everybody. Not in the main job: the detectors take longer than all marts together.
insert into story
select
    14 as place,
    'Coverage' as section,
    'Incidents and merchants about to leave were not looked for: `make story` does, in some seconds.' as sentence,
    [] as cells
from v_kpi_total
where txns > 0;

-- Which functions have nothing to do?
-- For everybody. From story itself and v_kpi_total: no sentence of theirs found its tolerance exceeded.
insert into story
select
    89 as place,
    readers.section,
    'Nothing is beyond its tolerance.' as sentence,
    [] as cells
from (values ('Sales'), ('Marketing'), ('Finance'), ('Risk'), ('Operations')) as readers (section)
cross join v_kpi_total as everything
where everything.txns > 0 and readers.section not in (select told.section from story as told);

-- Disputes: those opened or decided in the days taken in, or those that came as files. What is
-- decided after the night is not known yet: the dispute is open.
set variable table_name = 'disputes';

set variable key_name = 'dispute_id';

set variable empty_select = 'from gen_disputes(0, date ''2024-01-01'', date ''2024-01-31'')';

set variable generated_select = 'with known_by_night as (select * replace ('
|| 'if(resolved_at < getvariable(''after_night''), status, ''open'') as status, '
|| 'if(resolved_at < getvariable(''after_night''), resolved_at, null) as resolved_at) '
|| 'from gen_disputes(getvariable(''rows''), getvariable(''start_date''), '
|| 'getvariable(''world_end''), until_date := getvariable(''after_night''), seed := getvariable(''seed''), merchants := getvariable(''merchants''), '
|| 'customers := getvariable(''customers''))) '
|| 'from known_by_night where opened_at >= getvariable(''first_day'') '
|| 'or resolved_at >= getvariable(''first_day'')';

.read sql/staging/nightly/merge.sql

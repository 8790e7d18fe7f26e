-- Refunds: those made in the days taken in, or those that came as files.
set variable table_name = 'refunds';

set variable key_name = 'refund_id';

set variable empty_select = 'from gen_refunds(0, date ''2024-01-01'', date ''2024-01-31'')';

set variable generated_select = 'from gen_refunds(getvariable(''rows''), getvariable(''start_date''), '
|| 'getvariable(''world_end''), from_date := getvariable(''first_day''), '
|| 'until_date := getvariable(''after_night''), seed := getvariable(''seed''), merchants := getvariable(''merchants''), '
|| 'customers := getvariable(''customers''))';

.read sql/staging/nightly/merge.sql

-- Merchants: those who have signed up by the night, or those that came as files.
set variable table_name = 'merchants';

set variable key_name = 'merchant_id';

set variable empty_select = 'from gen_merchants() limit 0';

set variable generated_select = 'from gen_merchants(start_date := getvariable(''start_date''), '
|| 'end_date := getvariable(''world_end''), '
|| 'seed := getvariable(''seed''), merchants := getvariable(''merchants''), '
|| 'customers := getvariable(''customers'')) '
|| 'where signup_date <= getvariable(''night'')';

.read sql/staging/nightly/merge.sql

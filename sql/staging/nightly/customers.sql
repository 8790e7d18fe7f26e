-- Customers: those who have joined by the night, or those that came as files.
set variable table_name = 'customers';

set variable key_name = 'customer_id';

set variable empty_select = 'from gen_customers() limit 0';

set variable generated_select = 'from gen_customers(start_date := getvariable(''start_date''), '
|| 'end_date := getvariable(''world_end''), '
|| 'seed := getvariable(''seed''), merchants := getvariable(''merchants''), '
|| 'customers := getvariable(''customers'')) '
|| 'where join_date <= getvariable(''night'')';

.read sql/staging/nightly/merge.sql

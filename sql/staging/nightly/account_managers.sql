-- Account managers: all of the world, or those that came as files.
set variable table_name = 'account_managers';

set variable key_name = 'account_manager_id';

set variable empty_select = 'from gen_account_managers() limit 0';

set variable generated_select = 'from gen_account_managers(start_date := getvariable(''start_date''), '
|| 'end_date := getvariable(''world_end''), '
|| 'seed := getvariable(''seed''), merchants := getvariable(''merchants''), '
|| 'customers := getvariable(''customers''))';

.read sql/staging/nightly/merge.sql

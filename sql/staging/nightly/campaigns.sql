-- Campaigns: all of the world, planned ones included, or those that came as files.
set variable table_name = 'campaigns';

set variable key_name = 'campaign_id';

set variable empty_select = 'from gen_campaigns() limit 0';

set variable generated_select = 'from gen_campaigns(start_date := getvariable(''start_date''), '
|| 'end_date := getvariable(''world_end''), '
|| 'seed := getvariable(''seed''), merchants := getvariable(''merchants''), '
|| 'customers := getvariable(''customers''))';

.read sql/staging/nightly/merge.sql

-- How many rows were set aside? Grain: table. Sources: the quarantine tables. Ids that were set
-- aside leave gaps, and other totals than the manifest's: their checks are switched off then.
create or replace temp table qa_quarantine as
select
    'account_managers' as table_name,
    count(*) as quarantined_rows
from quarantine_account_managers
union all
select
    'campaigns' as table_name,
    count(*) as quarantined_rows
from quarantine_campaigns
union all
select
    'merchants' as table_name,
    count(*) as quarantined_rows
from quarantine_merchants
union all
select
    'customers' as table_name,
    count(*) as quarantined_rows
from quarantine_customers
union all
select
    'transactions' as table_name,
    count(*) as quarantined_rows
from quarantine_transactions
union all
select
    'refunds' as table_name,
    count(*) as quarantined_rows
from quarantine_refunds
union all
select
    'disputes' as table_name,
    count(*) as quarantined_rows
from quarantine_disputes;

set variable quarantine_settings = (
    select
        case
            when sum(quarantined_rows) > 0
                then
                    concat_ws(
                        chr(30),
                        'N07' || chr(31) || 'false' || repeat(chr(31), 8),
                        'K13' || chr(31) || 'false' || repeat(chr(31), 8),
                        'K14' || chr(31) || 'false' || repeat(chr(31), 8),
                        'M04' || chr(31) || 'false' || repeat(chr(31), 8),
                        ''
                    )
            else ''
        end
    from qa_quarantine
);

-- question: Does `merchants` have the columns and types of the contract, and no other?
-- table: merchants; columns: *; grain: column_name
-- dimension: contract; severity: error
-- threshold: 0 columns: names and types are public; ENUM stands for VARCHAR
with contract (column_name, column_type) as (
    values
    ('merchant_id', 'BIGINT'),
    ('merchant_name', 'VARCHAR'),
    ('industry', 'VARCHAR'),
    ('mcc', 'INTEGER'),
    ('region', 'VARCHAR'),
    ('country', 'VARCHAR'),
    ('merchant_size', 'VARCHAR'),
    ('sales_channel', 'VARCHAR'),
    ('signup_date', 'DATE'),
    ('account_manager_id', 'INTEGER'),
    ('campaign_id', 'INTEGER'),
    ('acquisition_cost', 'DECIMAL(18,2)'),
    ('pricing_plan', 'VARCHAR'),
    ('fee_bps', 'INTEGER'),
    ('fee_fixed', 'DECIMAL(18,2)')
),

found as (
    select
        column_name,
        case when column_type like 'ENUM(%' then 'VARCHAR' else column_type end as column_type
    from (describe merchants)  -- noqa: AL01, RF04
)

select
    column_name,
    contract.column_type as contract_type,
    found.column_type as found_type
from contract
full outer join found using (column_name)  -- noqa: ST07
where contract.column_type is distinct from found.column_type;

-- question: Does `campaigns` have the columns and types of the contract, and no other?
-- table: campaigns; columns: *; grain: column_name
-- dimension: contract; severity: error
-- threshold: 0 columns: names and types are public; ENUM stands for VARCHAR
with contract (column_name, column_type) as (
    values
    ('campaign_id', 'INTEGER'),
    ('campaign_name', 'VARCHAR'),
    ('channel', 'VARCHAR'),
    ('region', 'VARCHAR'),
    ('start_date', 'DATE'),
    ('end_date', 'DATE'),
    ('budget', 'DECIMAL(18,2)')
),

found as (
    select
        column_name,
        case when column_type like 'ENUM(%' then 'VARCHAR' else column_type end as column_type
    from (describe campaigns)  -- noqa: AL01, RF04
)

select
    column_name,
    contract.column_type as contract_type,
    found.column_type as found_type
from contract
full outer join found using (column_name)  -- noqa: ST07
where contract.column_type is distinct from found.column_type;

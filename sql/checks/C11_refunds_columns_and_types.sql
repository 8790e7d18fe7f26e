-- question: Does `refunds` have the columns and types of the contract, and no other?
-- table: refunds; columns: *; grain: column_name
-- dimension: contract; severity: error
-- threshold: 0 columns: names and types are public; ENUM stands for VARCHAR
with contract (column_name, column_type) as (
    values
    ('refund_id', 'BIGINT'),
    ('txn_id', 'BIGINT'),
    ('merchant_id', 'BIGINT'),
    ('ts', 'TIMESTAMP'),
    ('amount', 'DECIMAL(18,2)'),
    ('reason', 'VARCHAR')
),

found as (
    select
        column_name,
        case when column_type like 'ENUM(%' then 'VARCHAR' else column_type end as column_type
    from (describe refunds)  -- noqa: AL01, RF04
)

select
    column_name,
    contract.column_type as contract_type,
    found.column_type as found_type
from contract
full outer join found using (column_name)  -- noqa: ST07
where contract.column_type is distinct from found.column_type;

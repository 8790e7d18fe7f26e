-- question: Does `transactions` have the columns and types of the contract, and no other?
-- table: transactions; columns: *; grain: column_name
-- dimension: contract; severity: error
-- threshold: 0 columns: names and types are public; ENUM stands for VARCHAR
with contract (column_name, column_type) as (
    values
    ('txn_id', 'BIGINT'),
    ('payment_id', 'BIGINT'),
    ('attempt_no', 'TINYINT'),
    ('ts', 'TIMESTAMP'),
    ('merchant_id', 'BIGINT'),
    ('customer_id', 'BIGINT'),
    ('amount', 'DECIMAL(18,2)'),
    ('currency', 'VARCHAR'),
    ('channel', 'VARCHAR'),
    ('payment_method', 'VARCHAR'),
    ('card_brand', 'VARCHAR'),
    ('funding', 'VARCHAR'),
    ('card_country', 'VARCHAR'),
    ('is_recurring', 'BOOLEAN'),
    ('is_authenticated', 'BOOLEAN'),
    ('approved', 'BOOLEAN'),
    ('response_code', 'VARCHAR'),
    ('decline_reason', 'VARCHAR'),
    ('fee', 'DECIMAL(18,2)'),
    ('interchange_fee', 'DECIMAL(18,2)'),
    ('scheme_fee', 'DECIMAL(18,2)')
),

found as (
    select
        column_name,
        case when column_type like 'ENUM(%' then 'VARCHAR' else column_type end as column_type
    from (describe transactions)  -- noqa: AL01, RF04
)

select
    column_name,
    contract.column_type as contract_type,
    found.column_type as found_type
from contract
full outer join found using (column_name)  -- noqa: ST07
where contract.column_type is distinct from found.column_type;

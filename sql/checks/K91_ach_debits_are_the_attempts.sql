-- question: Are bank debits and their returns those of the attempts?
-- table: mart_ach_returns; columns: debits, returned_debits; grain: return_group
-- dimension: consistency; severity: error
-- threshold: 0 groups: Nacha's limits are shares of all debits
with mart_parts as (
    select
        return_group,
        sum(debits) as debits,
        sum(returned_debits) as returned_debits
    from mart_ach_returns
    group by return_group
),

fact_parts as (
    select
        sum(qa_mix.txns) as debits,
        sum(qa_mix.txns) filter (where response_codes.ach_return_group is not null) as overall,
        sum(qa_mix.txns) filter (where response_codes.ach_return_group = 'unauthorised')
            as unauthorised,
        sum(qa_mix.txns) filter (where response_codes.ach_return_group = 'administrative')
            as administrative
    from qa_mix
    left join response_codes
        on cast(qa_mix.response_code as varchar) = response_codes.response_code
    where qa_mix.payment_method = 'ach'
),

-- The mart begins with the limits; a window that begins earlier has more debits than it.
begun as (
    select min(month) as month
    from dim_calendar
    having min(month) = (select min(mart_ach_returns.month) from mart_ach_returns)
)

select
    mart_parts.return_group,
    mart_parts.debits as mart_debits,
    fact_parts.debits as fact_debits,
    mart_parts.returned_debits as mart_returned_debits
from mart_parts
cross join fact_parts
cross join begun
where
    mart_parts.debits <> coalesce(fact_parts.debits, 0)
    or coalesce(mart_parts.returned_debits, 0) <> coalesce(
        case mart_parts.return_group
            when 'overall' then fact_parts.overall
            when 'unauthorised' then fact_parts.unauthorised
            else fact_parts.administrative
        end, 0
    );

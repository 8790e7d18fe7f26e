-- The peer of gen_transactions in bench/gen_transactions.py: DuckDB's own SQL making the same columns and types, row for
-- row addressable as well. It does the cheaper thing wherever there is one: no joins, no sort, three hashes per row cut
-- into 16-bit draws, traits hashed from ids, each value computed once in a step of its own, and a simpler world (nobody
-- leaves, no issuers, no bad days, no local time).
create or replace temp macro sql_transactions(row_count, first_day, last_day) as table
with
days as (
    select
        cast(day as date) as day,
        case month(day) when 11 then 1.08 when 12 then 1.12 when 1 then 0.93 when 2 then 0.95 else 1.0 end
        * case isodow(day) when 6 then 1.1 when 7 then 0.9 when 5 then 1.08 else 0.98 end as weight,
    from range(cast(first_day as timestamp), cast(last_day as timestamp) + interval 1 day, interval 1 day) as r(day)
),
shares as (
    select
        day,
        cast(round(row_count * sum(weight) over (order by day) / sum(weight) over ()) as bigint) as last_row,
    from days
),
spans as (
    select
        day,
        last_row,
        coalesce(lag(last_row) over (order by day), 0) as rows_before,
    from shares
),
numbered as (
    select
        unnest(range(rows_before + 1, last_row + 1)) as txn_id,
        cast(day as timestamp) as midnight,
        rows_before,
        last_row - rows_before as day_rows,
    from spans
),
hashed as (
    select
        txn_id,
        midnight,
        (txn_id - rows_before - 0.5e0) / day_rows as day_share,
        0.6e0 + 0.4e0 * txn_id / row_count as joined_share,
        hash(txn_id, 1) as h1,
        hash(txn_id, 2) as h2,
        hash(txn_id, 3) as h3,
    from numbered
),
payers as (
    select
        * exclude (day_share, midnight),
        -- rows of a day in time order, busiest in the late morning and quiet at night
        midnight + to_microseconds(cast(1e6 * 3600 * (24 * day_share + 2.6e0 * sin(6.2831853e0 * day_share) * (1 - day_share))
            as bigint)) as ts,
        -- ids in order of joining, three in five of them before the window, so that nobody pays before joining
        1 + cast(h1 & 4294967295 as bigint) % cast(2000000 * joined_share as bigint) as customer_id,
        -- the place among the customer's ten favourites: the first ones most often
        cast(10 * pow(((h1 >> 36) & 65535) / 65536.0, 2) as integer) as favourite,
    from hashed
),
tastes as (
    select
        * exclude (favourite),
        -- one payment in sixteen goes to any merchant
        case when (h1 >> 32) & 15 = 0 then h2 else hash(customer_id, favourite) end & 1048575 as taste,
        hash(customer_id) as customer_hash,
    from payers
),
wishes as (
    select
        * exclude (taste),
        -- a power law: the fifty largest merchants make about a third of the volume
        1 + cast(floor(50000 * pow(taste / 1048576.0, 4.3)) as bigint) as wanted_id,
    from tastes
),
pairs as (
    select
        * exclude (wanted_id, joined_share),
        -- merchants too have ids in order of signing up; who is not there yet is replaced by one who is
        case when wanted_id > 50000 * joined_share then 1 + wanted_id % 30000 else wanted_id end as merchant_id,
    from wishes
),
hashes as (
    select
        *,
        hash(merchant_id) as merchant_hash,
        hash(customer_id, merchant_id) as pair_hash,
    from pairs
),
traits as (
    select
        *,
        cast(merchant_hash % 7 as bigint) as industry,
        cast((merchant_hash >> 8) % 5 as bigint) as region,
        case when merchant_id <= 500 then 2 when merchant_id <= 5000 then 1 else 0 end as size,
        (h2 >> 32) & 65535 as channel_draw,
        (h2 >> 48) & 65535 as method_draw,
    from hashes
),
channels as (
    select
        *,
        case
            when industry in (1, 4) then
                case when channel_draw < 39000 then 'pos' when channel_draw < 58000 then 'ecom' else 'inapp' end
            when channel_draw < 6500 then 'pos'
            when channel_draw < 45000 then 'ecom'
            else 'inapp'
        end as channel,
        [3.6, 2.9, 2.7, 4.0, 3.7, 4.4, 5.4][1 + industry] + 0.4 * size as log_median,
    from traits
),
instruments as (
    select
        *,
        case
            when channel = 'pos' then case when method_draw < 52000 then 'card' else 'wallet' end
            when method_draw < 40000 then 'card'
            when method_draw < 58000 then 'wallet'
            else 'ach'
        end as payment_method,
        channel <> 'pos' and pair_hash & 65535 < case when industry = 5 then 45000 else 5000 end as is_recurring,
        -- lognormal by Box and Muller, with the industry's median
        round(exp(log_median + 0.8 * sqrt(-2 * ln((1 + (h2 & 65535)) / 65537.0)) * cos(((h2 >> 16) & 65535) / 10430.378)), 2)
            + 0.01 as price,
    from channels
),
cards as (
    select
        *,
        payment_method <> 'ach' as has_card,
        channel <> 'pos' and payment_method = 'card' and h3 & 65535 < case when region = 1 then 40000 else 12000 end
            as is_authenticated,
        case when (h3 >> 48) & 15 = 0 then cast((h3 >> 52) % 20 as bigint)
            else region * 4 + cast((merchant_hash >> 16) % 4 as bigint) end as card_place,
        customer_hash & 65535 as brand_draw,
        (customer_hash >> 16) & 65535 as funding_draw,
    from instruments
),
decided as (
    select
        *,
        case
            when not has_card then null
            when brand_draw < 34000 then 'visa'
            when brand_draw < 55000 then 'mastercard'
            when brand_draw < 61000 then 'amex'
            else 'other'
        end as card_brand,
        case
            when not has_card then null
            when funding_draw < 32000 then 'credit'
            when funding_draw < 61000 then 'debit'
            else 'prepaid'
        end as funding,
        ((h3 >> 16) & 65535) / 65536.0 < 1 / (1 + exp(-(
            case channel when 'pos' then 3.05 when 'ecom' then 1.5 else 1.62 end
            + case payment_method when 'ach' then 1.6 when 'wallet' then 0.22 else 0 end
            + case when is_authenticated then 0.45 else 0 end
            + case when is_recurring then 0.25 else 0 end
            + case when price < 200 then 0.03 when price < 500 then -0.1 when price < 1000 then -0.2 else -0.32 end
            + [0.0, -0.5, 0.0, -0.5, 0.1][1 + region]
            + case when hour(ts) < 6 then -0.2 else 0 end
        ))) as approved,
        (h3 >> 32) & 65535 as reason_draw,
    from cards
),
answered as (
    select
        *,
        case
            when approved then null
            when reason_draw < case when channel = 'pos' then 30000 else 20000 end then 'insufficient_funds'
            when reason_draw < 38000 then 'do_not_honor'
            when reason_draw < 45000 then 'fraud_suspected'
            when reason_draw < 50000 then 'invalid_card'
            when reason_draw < 54000 then 'expired_card'
            when reason_draw < 58000 then 'limit_exceeded'
            when reason_draw < 61500 then 'network_error'
            when reason_draw < 64000 then 'regulatory_block'
            else 'authentication_required'
        end as decline_reason,
        case funding when 'credit' then 0.018 when 'debit' then 0.006 when 'prepaid' then 0.011 else 0 end as interchange,
    from decided
)
select
    txn_id,
    txn_id as payment_id,
    cast(1 as tinyint) as attempt_no,
    ts,
    merchant_id,
    customer_id,
    cast(price as decimal(18, 2)) as amount,
    'USD' as currency,
    channel,
    payment_method,
    card_brand,
    funding,
    case when has_card then [
        'US', 'CA', 'US', 'US', 'GB', 'DE', 'FR', 'ES', 'JP', 'AU', 'IN', 'SG', 'BR', 'MX', 'AR', 'CO', 'NG', 'ZA', 'KE', 'EG',
    ][1 + card_place] end as card_country,
    is_recurring,
    is_authenticated,
    approved,
    case
        when approved then '00'
        else case decline_reason
            when 'insufficient_funds' then '51'
            when 'do_not_honor' then '05'
            when 'fraud_suspected' then '59'
            when 'invalid_card' then '14'
            when 'expired_card' then '54'
            when 'limit_exceeded' then '61'
            when 'network_error' then '91'
            when 'regulatory_block' then '57'
            else '1A'
        end
    end as response_code,
    decline_reason,
    cast(case
        when not approved then 0
        when not has_card then least(price * 0.008, 5)
        when size = 0 then price * 0.029 + 0.3
        when size = 1 then price * (interchange + 0.004) + 0.1
        else price * (interchange + 0.001) + 0.05
    end as decimal(18, 2)) as fee,
    cast(case when approved then price * interchange else 0 end as decimal(18, 2)) as interchange_fee,
    cast(case when not approved then 0 when has_card then price * 0.0013 + 0.02 else 0.04 end as decimal(18, 2))
        as scheme_fee,
from answered;

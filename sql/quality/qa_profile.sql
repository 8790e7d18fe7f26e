-- What does the data look like, in shares and rates? The profile of a good run is the baseline of
-- the next. Grain: metric x bucket; the rate numerator / denominator was seen on sample_size rows.
-- Sources: the shared aggregates, transactions, merchants, dim_calendar.
create or replace temp table qa_profile as
with ranked_merchants as (
    select
        merchant_id,
        sum(txns) as txns,
        row_number() over (order by sum(txns) desc, merchant_id asc) as place
    from qa_merchant_totals
    group by merchant_id
),

largest_merchants as (
    select
        case when place <= 50 then merchant_id end as merchant_id,
        sum(txns) as txns
    from ranked_merchants
    group by case when place <= 50 then merchant_id end
),

ranked_amounts as (
    select
        amount,
        txns,
        row_number() over (order by txns desc, amount asc) as place
    from qa_amounts
),

commonest_amounts as (
    select
        case when place <= 50 then amount end as amount,
        sum(txns) as txns
    from ranked_amounts
    group by case when place <= 50 then amount end
),

shares as (
    select
        'amount band' as metric,
        cast(cast(floor(2 * log2(cast(amount as double))) as integer) as varchar) as bucket,
        txns
    from qa_amounts
    where amount > 0
    union all
    select
        'first digit' as metric,
        substr(ltrim(replace(cast(amount as varchar), '.', ''), '0'), 1, 1) as bucket,
        txns
    from qa_amounts
    where amount > 0
    union all
    select
        'cents' as metric,
        case
            when amount % 10 = 0 then 'tens'
            when amount % 1 = 0 then 'whole'
            else 'cents'
        end as bucket,
        txns
    from qa_amounts
    union all
    select
        'channel' as metric,
        cast(channel as varchar) as bucket,
        txns
    from qa_mix
    union all
    select
        'payment method' as metric,
        cast(payment_method as varchar) as bucket,
        txns
    from qa_mix
    union all
    select
        'card brand' as metric,
        cast(card_brand as varchar) as bucket,
        txns
    from qa_mix
    where card_brand is not null
    union all
    select
        'funding' as metric,
        cast(funding as varchar) as bucket,
        txns
    from qa_mix
    where funding is not null
    union all
    select
        'recurring and 3-D Secure' as metric,
        is_recurring || ' ' || is_authenticated as bucket,
        txns
    from qa_mix
    union all
    select
        'decline reason' as metric,
        cast(decline_reason as varchar) as bucket,
        txns
    from qa_mix
    where not approved
    union all
    select
        'hour of day' as metric,
        cast(hour_of_day as varchar) as bucket,
        txns
    from qa_hours
    union all
    select
        'weekday' as metric,
        cast(isodow(day) as varchar) as bucket,
        txns
    from qa_hours
    union all
    select
        'month' as metric,
        strftime(day, '%Y-%m') as bucket,
        txns
    from qa_hours
    union all
    select
        'merchant segment' as metric,
        merchants.region || ' ' || merchants.industry as bucket,
        1 as txns
    from merchants
    union all
    select
        'merchant size' as metric,
        cast(merchants.merchant_size as varchar) as bucket,
        1 as txns
    from merchants
    union all
    select
        'largest merchants' as metric,
        coalesce(cast(merchant_id as varchar), 'all others') as bucket,
        txns
    from largest_merchants
    union all
    select
        'commonest amounts' as metric,
        coalesce(cast(amount as varchar), 'all others') as bucket,
        txns
    from commonest_amounts
    union all
    select
        'customers by id modulo 64' as metric,
        cast(customer_id % 64 as varchar) as bucket,
        count(*) as txns
    from transactions
    where customer_id is not null
    group by customer_id % 64
    union all
    select
        'customer segment' as metric,
        segment || ' ' || region as bucket,
        customers as txns
    from qa_customer_mix
),

shares_by_bucket as (
    select
        metric,
        bucket,
        sum(txns) as numerator,
        sum(sum(txns)) over (partition by metric) as denominator
    from shares
    group by
        metric,
        bucket
),

merchant_sums as (
    select
        merchants.merchant_size,
        merchants.region,
        merchants.industry,
        sum(qa_merchant_totals.txns) as txns,
        sum(qa_merchant_totals.approved_txns) as approved_txns,
        sum(qa_merchant_totals.gpv) as gpv,
        sum(qa_merchant_totals.total_fees) as total_fees,
        sum(qa_merchant_totals.interchange_fees + qa_merchant_totals.scheme_fees) as network_costs
    from qa_merchant_totals
    inner join merchants on qa_merchant_totals.merchant_id = merchants.merchant_id
    group by
        merchants.merchant_size,
        merchants.region,
        merchants.industry
),

merchant_txns as (
    select
        merchant_id,
        sum(txns) as txns,
        sum(sum(txns)) over () as all_txns
    from qa_merchant_totals
    group by merchant_id
),

sample_sizes as (
    select unnest([1000, 10000, 100000, 1000000, 10000000]) as attempts
),

rates as (
    select
        'approval by channel and method' as metric,
        channel || ' ' || payment_method as bucket,
        sum(case when approved then txns else 0 end) as numerator,
        sum(txns) as denominator,
        sum(txns) as sample_size
    from qa_mix
    group by
        channel,
        payment_method
    union all
    select
        'approval by segment' as metric,
        region || ' ' || industry as bucket,
        sum(approved_txns) as numerator,
        sum(txns) as denominator,
        sum(txns) as sample_size
    from merchant_sums
    group by
        region,
        industry
    union all
    select
        'approval' as metric,
        'all' as bucket,
        sum(approved_txns) as numerator,
        sum(txns) as denominator,
        sum(txns) as sample_size
    from merchant_sums
    union all
    select
        'average ticket by size' as metric,
        cast(merchant_size as varchar) as bucket,
        sum(gpv) as numerator,
        sum(approved_txns) as denominator,
        sum(approved_txns) as sample_size
    from merchant_sums
    group by merchant_size
    union all
    select
        'fee yield by size' as metric,
        cast(merchant_size as varchar) as bucket,
        sum(total_fees) as numerator,
        sum(gpv) as denominator,
        sum(approved_txns) as sample_size
    from merchant_sums
    group by merchant_size
    union all
    select
        'cost rate by region' as metric,
        cast(region as varchar) as bucket,
        sum(network_costs) as numerator,
        sum(gpv) as denominator,
        sum(approved_txns) as sample_size
    from merchant_sums
    group by region
    union all
    select
        'active merchants' as metric,
        'in ' || sample_sizes.attempts || ' attempts' as bucket,
        -- Merchants expected among so many of the attempts: runs of other sizes compare.
        sum(
            1 - pow(1 - sample_sizes.attempts / merchant_txns.all_txns, merchant_txns.txns)
        ) as numerator,
        1 as denominator,
        sample_sizes.attempts as sample_size
    from merchant_txns
    inner join sample_sizes on merchant_txns.all_txns >= sample_sizes.attempts
    group by sample_sizes.attempts
    union all
    select
        'first day' as metric,
        'all' as bucket,
        epoch(min(day)) / 86400 as numerator,
        1 as denominator,
        1 as sample_size
    from dim_calendar
    union all
    select
        'last day' as metric,
        'all' as bucket,
        epoch(max(day)) / 86400 as numerator,
        1 as denominator,
        1 as sample_size
    from dim_calendar
    union all
    select
        'first merchants' as metric,
        cast(bit_xor(hash(merchant_id, merchant_name)) as varchar) as bucket,
        count(*) as numerator,
        1 as denominator,
        1 as sample_size
    from merchants
    where merchant_id <= 100
)

select
    metric,
    bucket,
    cast(numerator as double) as numerator,
    cast(denominator as double) as denominator,
    cast(denominator as double) as sample_size
from shares_by_bucket
union all
select
    metric,
    bucket,
    cast(numerator as double) as numerator,
    cast(denominator as double) as denominator,
    cast(sample_size as double) as sample_size
from rates;

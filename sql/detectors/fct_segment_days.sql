-- What share of a segment's attempts met something out of the ordinary, day by day?
-- Grain: metric x response code x segment x UTC day, days of zeros included. Sources:
-- transactions, merchants. A view on demand: no chart reads it, and it costs a second for
-- 2,000,000 attempts.
create or replace view fct_segment_days as
with attempts as (
    select
        cast(transactions.ts as date) as day,
        merchants.region as region,
        merchants.country as country,
        merchants.industry as industry,
        merchants.pricing_plan as pricing_plan,
        transactions.channel as channel,
        transactions.payment_method as payment_method,
        transactions.card_brand as card_brand,
        transactions.card_country as card_country,
        transactions.approved as approved,
        transactions.response_code as response_code,
        transactions.amount as amount,
        case
            when not transactions.approved then 0
            when transactions.payment_method = 'ach'
                then transactions.fee - least(round(transactions.amount * 0.008, 2), 5)
            else
                transactions.fee
                - round(transactions.amount * merchants.fee_bps / 10000, 2)
                - merchants.fee_fixed
                - case
                    when merchants.pricing_plan = 'interchange_plus'
                        then transactions.interchange_fee + transactions.scheme_fee
                    when transactions.card_country <> merchants.country
                        then round(transactions.amount * 0.015, 2)
                    else 0
                end
        end as off_list_fee
    from transactions
    inner join merchants on transactions.merchant_id = merchants.merchant_id
),

made as (
    select
        day,
        region,
        country,
        industry,
        channel,
        payment_method,
        card_brand,
        card_country,
        count(*) as attempts
    from attempts
    group by
        day,
        grouping sets (
            (),
            (region),
            (country),
            (industry),
            (channel),
            (card_brand),
            (card_country),
            (region, channel),
            (region, channel, payment_method),
            (region, card_brand),
            (region, industry),
            (country, industry)
        )
    having
        not (grouping(card_brand) = 0 and card_brand is null)
        and not (grouping(card_country) = 0 and card_country is null)
),

declined as (
    select
        day,
        region,
        country,
        industry,
        channel,
        payment_method,
        card_brand,
        card_country,
        response_code,
        count(*) as declines,
        sum(amount) as amount
    from attempts
    where not approved
    group by
        day,
        grouping sets (
            (),
            (region),
            (country),
            (industry),
            (channel),
            (card_brand),
            (card_country),
            (region, channel),
            (region, channel, payment_method),
            (region, card_brand),
            (region, industry),
            (country, industry)
        ),
        grouping sets ((), (response_code))
    having
        not (grouping(card_brand) = 0 and card_brand is null)
        and not (grouping(card_country) = 0 and card_country is null)
),

charged as (
    select
        day,
        region,
        country,
        industry,
        pricing_plan,
        count(*) as approved,
        count(*) filter (where abs(off_list_fee) > 0.015) as off_list,
        sum(off_list_fee) filter (where abs(off_list_fee) > 0.015) as off_list_fees
    from attempts
    where approved
    group by
        day,
        grouping sets (
            (),
            (region),
            (country),
            (industry),
            (pricing_plan),
            (region, industry),
            (region, pricing_plan),
            (country, industry),
            (industry, pricing_plan)
        )
),

merchant_days as (
    select
        transactions.merchant_id as merchant_id,
        cast(transactions.ts as date) as day,
        count(*) as attempts,
        sum(transactions.amount) filter (where transactions.approved) as gpv
    from transactions
    group by transactions.merchant_id, cast(transactions.ts as date)
),

busy_merchants as (
    select
        merchants.merchant_id as merchant_id,
        merchants.industry as industry,
        merchants.signup_date as signup_date
    from merchant_days
    inner join merchants on merchant_days.merchant_id = merchants.merchant_id
    group by merchants.merchant_id, merchants.industry, merchants.signup_date
    having max(merchant_days.attempts) >= 12
),

industry_days as (
    select
        day,
        industry,
        attempts
    from made
    where
        industry is not null
        and region is null
        and country is null
),

codes as (select distinct response_code from declined),

cells as (
    select
        'declines' as metric,
        coalesce(codes.response_code, 'any') as response_code,
        made.day as day,
        made.region as region,
        made.country as country,
        made.industry as industry,
        made.channel as channel,
        made.payment_method as payment_method,
        made.card_brand as card_brand,
        made.card_country as card_country,
        null as pricing_plan,
        null as merchant_id,
        coalesce(declined.declines, 0) as numerator,
        made.attempts as denominator,
        coalesce(declined.amount, 0) as amount
    from made
    cross join codes
    left join declined
        on
            made.day = declined.day
            and codes.response_code is not distinct from declined.response_code
            and made.region is not distinct from declined.region
            and made.country is not distinct from declined.country
            and made.industry is not distinct from declined.industry
            and made.channel is not distinct from declined.channel
            and made.payment_method is not distinct from declined.payment_method
            and made.card_brand is not distinct from declined.card_brand
            and made.card_country is not distinct from declined.card_country
    union all
    select
        'fees off the price list' as metric,
        'any' as response_code,
        day,
        region,
        country,
        industry,
        null as channel,
        null as payment_method,
        null as card_brand,
        null as card_country,
        pricing_plan,
        null as merchant_id,
        off_list as numerator,
        approved as denominator,
        coalesce(off_list_fees, 0) as amount
    from charged
    union all
    select
        'attempts of a merchant' as metric,
        'any' as response_code,
        industry_days.day as day,
        null as region,
        null as country,
        null as industry,
        null as channel,
        null as payment_method,
        null as card_brand,
        null as card_country,
        null as pricing_plan,
        busy_merchants.merchant_id as merchant_id,
        coalesce(merchant_days.attempts, 0) as numerator,
        industry_days.attempts as denominator,
        coalesce(merchant_days.gpv, 0) as amount
    from busy_merchants
    inner join industry_days
        on
            busy_merchants.industry = industry_days.industry
            and busy_merchants.signup_date <= industry_days.day
    left join merchant_days
        on
            busy_merchants.merchant_id = merchant_days.merchant_id
            and industry_days.day = merchant_days.day
)

select
    metric,
    response_code,
    concat_ws(
        ', ',
        'region ' || region,
        'country ' || country,
        industry,
        channel,
        payment_method,
        card_brand,
        'cards of ' || card_country,
        pricing_plan,
        'merchant ' || merchant_id
    ) as segment,
    day,
    region,
    country,
    industry,
    channel,
    payment_method,
    card_brand,
    card_country,
    pricing_plan,
    merchant_id,
    cast(numerator as bigint) as numerator,
    cast(denominator as bigint) as denominator,
    cast(amount as decimal(18, 2)) as amount
from cells;

comment on view fct_segment_days is
'Shares that detectors watch. Grain: metric x response code x segment x UTC day.';
comment on column fct_segment_days.metric is
'declines, fees off the price list, or attempts of a merchant.';
comment on column fct_segment_days.response_code is
'Code of the declines; any for all codes together and for the other metrics.';
comment on column fct_segment_days.segment is 'The limits below in words; empty for all attempts.';
comment on column fct_segment_days.day is 'UTC day of the attempts.';
comment on column fct_segment_days.region is 'Region of the merchant; NULL for any.';
comment on column fct_segment_days.country is 'Country of the merchant; NULL for any.';
comment on column fct_segment_days.industry is 'Industry of the merchant; NULL for any.';
comment on column fct_segment_days.channel is 'Channel of the attempt; NULL for any.';
comment on column fct_segment_days.payment_method is 'Payment method of the attempt; NULL for any.';
comment on column fct_segment_days.card_brand is 'Brand of the card; NULL for any.';
comment on column fct_segment_days.card_country is 'Country of the card; NULL for any.';
comment on column fct_segment_days.pricing_plan is 'Pricing plan of the merchant; NULL for any.';
comment on column fct_segment_days.merchant_id is 'The merchant; NULL for any.';
comment on column fct_segment_days.numerator is 'Attempts of the segment that the metric counts.';
comment on column fct_segment_days.denominator is
'Attempts, approved attempts, or attempts of the merchant''s industry.';
comment on column fct_segment_days.amount is
'Declines: amount declined. Fees: charged less the price list. Merchant: amount approved.';

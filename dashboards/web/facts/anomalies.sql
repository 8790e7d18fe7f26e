-- What did the detectors find, and where?
-- Grain: finding. Sources: v_anomalies, merchants. No merchant is named here; a finding on one is told by its region and
-- industry. The columns of_... are NULL where the finding spans all of them: a chart joins them to the segments that it shows.
create table facts.anomalies as
with countries as (
    select country::varchar as country, any_value(region) as region from analytics.merchants group by all
)

select
    v_anomalies.anomaly_id::smallint as anomaly_id,
    v_anomalies.likely_cause,
    v_anomalies.metric,
    if(
        v_anomalies.merchant_id is null,
        v_anomalies.segment,
        format('a merchant in {}, {}', merchants.industry, merchants.region)
    ) as segment,
    v_anomalies.first_day,
    v_anomalies.last_day,
    v_anomalies.flagged_days::smallint as flagged_days,
    v_anomalies.severity,
    v_anomalies.numerator,
    v_anomalies.denominator,
    v_anomalies.expected,
    v_anomalies.lost_gpv::decimal(18, 2) as lost_gpv,
    v_anomalies.fee_effect::decimal(18, 2) as fee_effect,
    coalesce(merchants.region, v_anomalies.region, countries.region)::varchar::facts.region_name as of_region,
    coalesce(merchants.industry, v_anomalies.industry)::varchar::facts.industry_name as of_industry,
    merchants.merchant_size::varchar::facts.size_name as of_merchant_size,
    v_anomalies.channel::varchar::facts.channel_name as of_channel,
    coalesce(
        v_anomalies.payment_method::varchar,
        if(coalesce(v_anomalies.card_brand::varchar, v_anomalies.card_country::varchar) is null, null, 'card')
    )::facts.method_name as of_payment_method
from analytics.v_anomalies
left join analytics.merchants using (merchant_id)
left join countries on v_anomalies.country::varchar = countries.country
order by anomaly_id;

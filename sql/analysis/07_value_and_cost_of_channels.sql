-- Which sales channel wins merchants that are worth more than they cost?
-- For Marketing and Finance. From v_unit_economics: CAC, lifetime value over the ages that the window shows, and their
-- ratio by sales channel. Above 1 a channel pays. The value counts the volume of the data, so a sample of the
-- transactions understates it; the order of channels stays.
create or replace temp table evidence as
select
    segment as sales_channel,
    signups,
    activated_merchants,
    activated_share,
    acquisition_cost,
    cac,
    observed_months,
    ltv,
    ltv_to_cac,
    payback_months,
    count(*) over () as channels,
    count(*) filter (ltv_to_cac >= 1) over () as paying_channels
from v_unit_economics
where segment_kind = 'channel';

select * from evidence
order by ltv_to_cac desc nulls last, sales_channel;

select
    coalesce(
        max(
            format(
                '{} of {} sales channels are worth more than they cost. ',
                if(paying_channels = 0, 'None', paying_channels::varchar), channels
            )
        )
        || 'Cost and value of an activated merchant: '
        || string_agg(
            format(
                '{} USD {:,.2f} and USD {:,.2f} in {} months of age (LTV:CAC {:.4f})',
                sales_channel, cac, ltv, observed_months, ltv_to_cac
            ), ', ' order by ltv_to_cac desc, sales_channel
        )
        || '.',
        'Not enough data: nobody who signed up inside the window has processed yet.'
    ) as answer
from evidence
where ltv_to_cac is not null;

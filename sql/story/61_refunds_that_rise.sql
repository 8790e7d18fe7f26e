-- Do refunds rise?
-- For Finance. From v_money_monthly: refunds made in the latest whole month against the one before; said from 0.2
-- points of GPV and 100 refunds on. Not in the first three months of the window, whose refunds of earlier sales are
-- missing.
insert into story
with months as (
    select
        month,
        refunds,
        refund_amount,
        refund_value_rate,
        lag(month) over by_month as month_before,
        lag(refund_amount) over by_month as refund_amount_before,
        lag(refund_value_rate) over by_month as rate_before,
        row_number() over by_month as place_of_month
    from v_money_monthly
    where not is_partial_month
    window by_month as (order by month)
),

latest as (
    select * from months
    order by month desc
    limit 1
)

select
    61 as place,
    'Finance' as section,
    format(
        'Provide for more refunds: {} were paid back in {}, {} of GPV, against {} or {} in {}.',
        in_usd(refund_amount), month_name(month), in_percent(refund_value_rate), in_usd(refund_amount_before),
        in_percent(rate_before), month_name(month_before)
    ) as sentence,
    [
        cell('v_money_monthly', key_is('month', month), 'refund_amount', refund_amount),
        cell('v_money_monthly', key_is('month', month), 'refund_value_rate', refund_value_rate),
        cell('v_money_monthly', key_is('month', month_before), 'refund_amount', refund_amount_before),
        cell('v_money_monthly', key_is('month', month_before), 'refund_value_rate', rate_before)
    ] as cells
from latest
where
    place_of_month > 4
    and refunds >= 100
    and refund_value_rate - rate_before >= greatest(0.002, 3 * refund_value_rate / sqrt(refunds));

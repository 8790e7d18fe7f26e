-- How much of a month's sales is paid back, and do newer sales come back more?
-- For Finance. From v_refund_triangle: refunds of each month's sales up to the end of the month after, the same age for
-- all, so that an old month does not look worse for having had more time. Total refunds to date stand beside it. A
-- month counts once the month after lies whole inside the window.
create or replace temp table evidence as
with aged as (
    select
        sale_month,
        sale_gpv,
        cumulative_refund_amount as refund_amount,
        cumulative_refund_value_rate as refund_rate
    from v_refund_triangle
    where lag_months = 1 and is_fully_observed and sale_gpv > 0
),

to_date as (
    select
        sale_month,
        max(cumulative_refund_amount) as refund_amount_to_date
    from v_refund_triangle
    group by sale_month
)

select
    aged.sale_month,
    aged.sale_gpv,
    aged.refund_amount,
    aged.refund_rate,
    (sum(aged.refund_amount) over earlier)::double / nullif(sum(aged.sale_gpv) over earlier, 0)::double
        as refund_rate_before,
    to_date.refund_amount_to_date
from aged
inner join to_date on aged.sale_month = to_date.sale_month
window earlier as (order by aged.sale_month rows between unbounded preceding and 1 preceding);

select * from evidence
order by sale_month;

with latest as (
    select * from evidence
    order by sale_month desc
    limit 1
),

highest as (
    select * from evidence
    order by refund_rate desc, sale_month
    limit 1
)

select
    coalesce(
        max(
            format(
                'Of the sales of {} {:.2f} % of the amount was paid back by the end of the month after. ',
                strftime(latest.sale_month, '%Y-%m'), 100 * latest.refund_rate
            )
            || coalesce(
                format(
                    'Of all months before it was {:.2f} % at the same age; highest was {} with {:.2f} %.',
                    100 * latest.refund_rate_before, strftime(highest.sale_month, '%Y-%m'),
                    100 * highest.refund_rate
                ),
                'There is no month before to compare with.'
            )
        ),
        'Not enough data: it takes a month of sales and the whole month after.'
    ) as answer
from latest
cross join highest;

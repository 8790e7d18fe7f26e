-- How many new merchants start to process, and through which channel do they start soonest?
-- For Sales. From v_activation_monthly, months added up: only sign-ups count whose 30 days lie inside the window, so
-- that the newest are not read as idle. Late starters are missing from the average of days as long as the window ends.
create or replace temp table evidence as
select
    coalesce(sales_channel::varchar, 'all') as sales_channel,
    sum(signups)::bigint as signups,
    sum(exposed_signups)::bigint as exposed_signups,
    sum(activated_in_30_days)::bigint as activated_in_30_days,
    sum(activated_in_30_days) / nullif(sum(exposed_signups), 0) as activation_rate,
    sum(activated_merchants)::bigint as activated_merchants,
    sum(days_to_first_payment) / nullif(sum(activated_merchants), 0) as avg_days_to_first_payment,
    min(signup_month) as first_signup_month,
    max(signup_month) as last_signup_month
from v_activation_monthly
group by rollup (sales_channel);

select * from evidence
order by activation_rate desc nulls last, sales_channel;

with channels as (
    select * from evidence
    where sales_channel <> 'all' and activation_rate is not null
),

best as (
    select * from channels
    order by activation_rate desc, sales_channel
    limit 1
),

worst as (
    select * from channels
    order by activation_rate, sales_channel
    limit 1
)

select
    coalesce(
        max(
            format(
                'Of {:,} merchants who signed up from {} to {} and had 30 days, {:.1f} % processed within'
                || ' them; those who have started took {:.0f} days. ',
                everyone.exposed_signups, strftime(everyone.first_signup_month, '%Y-%m'),
                strftime(everyone.last_signup_month, '%Y-%m'), 100 * everyone.activation_rate,
                everyone.avg_days_to_first_payment
            )
            || if(
                best.sales_channel = worst.sales_channel,
                'There is one channel only, so nothing to compare.',
                format(
                    'Best is {} with {:.1f} %, worst {} with {:.1f} %.',
                    best.sales_channel, 100 * best.activation_rate,
                    worst.sales_channel, 100 * worst.activation_rate
                )
            )
        ),
        'Not enough data: no merchant who signed up inside the window has had 30 days and a payment.'
    ) as answer
from evidence as everyone
cross join best
cross join worst
where everyone.sales_channel = 'all';

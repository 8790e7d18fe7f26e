-- title: Sign-ups by month and share with a payment within 30 days
-- question: Do more merchants sign up, and do they start to process soon?
-- note: Only merchants whose first 30 days lie in the data.
-- chart: dual
-- x: month
-- y: signups
-- line: activation_rate
-- format: month=month, signups=count, activated=count, activation_rate=percent
-- labels: signups=Sign-ups, activated=Activated within 30 days, activation_rate=Activated
-- tooltip: signups, activated, activation_rate
with started as (
    select
        merchant_id,
        min(days_to_first_payment) as days
    from all_first_payments
    group by all
)

select
    strftime(acquisition.month, '%Y-%m') as month,
    count(*)::double as signups,
    count(*) filter (where started.days <= 30)::double as activated,
    count(*) filter (where started.days <= 30) / count(*) as activation_rate
from acquisition
cross join meta
left join started using (merchant_id)
where acquisition.has_30_days and last_day(acquisition.month) + 30 <= meta.end_date
group by acquisition.month
order by acquisition.month

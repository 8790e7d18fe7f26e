-- Who is about to leave?
-- For Sales. From v_churn_watch, in the story that looks for incidents: merchants more likely to leave than to stay,
-- the dearest first.
insert into story
with leaving as (
    select
        *,
        count(*) over () as leaving_merchants,
        row_number() over (order by revenue_at_risk desc, merchant_id) as place_of_merchant
    from v_churn_watch
    where risk >= 0.5
),

watched as (
    select
        max(as_of_day) as as_of_day,
        count(*) as watched_merchants
    from v_churn_watch
)

select
    42 as place,
    'Sales' as section,
    format(
        'Call {} ({}): on {} {} of {} watched merchants are more likely to leave than to stay.',
        string_agg(leaving.merchant_name, ', ' order by leaving.place_of_merchant),
        string_agg(
            distinct coalesce(leaving.account_manager_name, 'no manager'), ', '
            order by coalesce(leaving.account_manager_name, 'no manager')
        ),
        watched.as_of_day, any_value(leaving.leaving_merchants), in_words(watched.watched_merchants)
    ) as sentence,
    [
        cell('v_churn_watch', 'true', 'max(as_of_day)', watched.as_of_day),
        cell('v_churn_watch', 'risk >= 0.5', 'count(*)', any_value(leaving.leaving_merchants)),
        cell('v_churn_watch', 'true', 'count(*)', watched.watched_merchants)
    ] as cells
from leaving
cross join watched
where leaving.place_of_merchant <= 3
group by
    watched.as_of_day,
    watched.watched_merchants;

-- Do systems fail more often?
-- For Operations. From v_decline_classes and v_kpi_monthly: the share of attempts in the latest whole month against
-- the one before; said of a rise by 0.1 points, a tenth of itself and three standard errors.
insert into story
with months as (
    select
        classes.month,
        classes.decline_class,
        classes.declined_txns,
        classes.month_txns,
        classes.decline_rate,
        lag(classes.month) over by_month as month_before,
        lag(classes.declined_txns) over by_month as declined_before,
        lag(classes.month_txns) over by_month as month_txns_before,
        lag(classes.decline_rate) over by_month as rate_before
    from v_decline_classes as classes
    inner join v_kpi_monthly as kpi on classes.month = kpi.month
    where classes.decline_class = 'technical' and not kpi.is_partial_month
    window by_month as (order by classes.month)
),

latest as (
    select
        *,
        key_is('decline_class', decline_class) || ' and ' || key_is('month', month) as found_at,
        key_is('decline_class', decline_class) || ' and ' || key_is('month', month_before) as found_before_at
    from months
    where
        month = (
            select max(every_month.month) from v_kpi_monthly as every_month
            where not every_month.is_partial_month
        )
)

select
    82 as place,
    'Operations' as section,
    format(
        'Ask processors and issuers what failed: {} of {} attempts were declined for technical reasons in {} ({}),'
        || ' against {} of {} in {} ({}).',
        in_words(declined_txns), in_words(month_txns), month_name(month), in_percent(decline_rate),
        in_words(declined_before), in_words(month_txns_before), month_name(month_before), in_percent(rate_before)
    ) as sentence,
    [
        cell('v_decline_classes', found_at, 'declined_txns', declined_txns),
        cell('v_decline_classes', found_at, 'month_txns', month_txns),
        cell('v_decline_classes', found_at, 'decline_rate', decline_rate),
        cell('v_decline_classes', found_before_at, 'declined_txns', declined_before),
        cell('v_decline_classes', found_before_at, 'month_txns', month_txns_before),
        cell('v_decline_classes', found_before_at, 'decline_rate', rate_before)
    ] as cells
from latest
where
    decline_rate - rate_before >= greatest(
        0.001, 0.1 * rate_before, 3 * error_of_difference(decline_rate, month_txns, rate_before, month_txns_before)
    );

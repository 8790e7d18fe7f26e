-- Are declines soft, hard, technical, a matter of authentication or of risk, month by month?
-- Grain: month of the reporting window x decline class; a class that a month never met is a row
-- with 0. Sources: dim_calendar, fct_declines_daily, fct_payments_daily, response_codes.
create or replace view v_decline_classes as
with months as (
    select month
    from dim_calendar
    group by month
),

attempts as (
    select
        dim_calendar.month as month,
        sum(fct_payments_daily.txns) as txns
    from fct_payments_daily
    inner join dim_calendar on fct_payments_daily.day = dim_calendar.day
    group by dim_calendar.month
),

declines as (
    select
        dim_calendar.month as month,
        coalesce(response_codes.decline_class, 'unknown') as decline_class,
        sum(fct_declines_daily.declined_txns) as declined_txns,
        sum(fct_declines_daily.declined_amount) as declined_amount
    from fct_declines_daily
    inner join dim_calendar on fct_declines_daily.day = dim_calendar.day
    left join response_codes
        on
            fct_declines_daily.response_code = response_codes.response_code
            and response_codes.decline_class <> 'approved'
    group by dim_calendar.month, coalesce(response_codes.decline_class, 'unknown')
),

classes as (
    select decline_class
    from declines
    group by decline_class
),

month_declines as (
    select
        month,
        sum(declined_txns) as month_declined_txns
    from declines
    group by month
),

cells as (
    select
        months.month as month,
        classes.decline_class as decline_class,
        cast(coalesce(declines.declined_txns, 0) as bigint) as declined_txns,
        cast(coalesce(declines.declined_amount, 0) as decimal(18, 2)) as declined_amount,
        cast(coalesce(month_declines.month_declined_txns, 0) as bigint) as month_declined_txns,
        cast(coalesce(attempts.txns, 0) as bigint) as month_txns
    from months
    cross join classes
    left join attempts on months.month = attempts.month
    left join month_declines on months.month = month_declines.month
    left join declines
        on months.month = declines.month and classes.decline_class = declines.decline_class
)

select
    month,
    decline_class,
    declined_txns,
    declined_amount,
    month_declined_txns,
    cast(declined_txns as double) / nullif(month_declined_txns, 0) as decline_share,
    month_txns,
    cast(declined_txns as double) / nullif(month_txns, 0) as decline_rate
from cells;

comment on view v_decline_classes is
'Declines by class. Grain: month of the window x decline class.';
comment on column v_decline_classes.month is 'First day of the month.';
comment on column v_decline_classes.decline_class is
'soft, hard, authentication, risk or technical; unknown for a code that response_codes lacks.';
comment on column v_decline_classes.declined_txns is 'Declined attempts of the class.';
comment on column v_decline_classes.declined_amount is 'Amount of those.';
comment on column v_decline_classes.month_declined_txns is
'Declined attempts of the month, all classes: repeats on each class.';
comment on column v_decline_classes.decline_share is
'declined_txns / month_declined_txns; NULL in a month without declines.';
comment on column v_decline_classes.month_txns is
'All attempts of the month, approved ones included: repeats on each class.';
comment on column v_decline_classes.decline_rate is 'declined_txns / month_txns.';

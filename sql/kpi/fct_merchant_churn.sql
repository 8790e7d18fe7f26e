-- Which merchants stopped, when, and who came back?
-- Grain: merchant x silence long enough to count as churn. Sources: fct_attempts,
-- fct_merchant_month, dim_calendar, dim_days. Churn is a silence longer than 45 days, three times
-- the merchant's own median gap, and its own 99th percentile gap: what is silence for a shop that
-- sells daily is not for one that bills quarterly. It is dated back to the last payment.
-- A table: the monthly view and BI tools both read it.
create or replace table fct_merchant_churn as
with reporting_window as (
    select max(dim_days.day_number) as last_day_number
    from dim_calendar
    inner join dim_days on dim_calendar.day = dim_days.day
),

-- No month has 45 days, so a silence of 45 lies between the last payment of a month and the first
-- of another: the months tell every candidate, and only candidates need their daily gaps.
active_months as (
    select
        fct_merchant_month.merchant_id as merchant_id,
        first_days.day_number as first_day_number,
        last_days.day_number as last_day_number
    from fct_merchant_month
    inner join dim_days as first_days on fct_merchant_month.first_approved_day = first_days.day
    inner join dim_days as last_days on fct_merchant_month.last_approved_day = last_days.day
),

silences as (
    select
        merchant_id,
        last_day_number as silent_from,
        lead(first_day_number) over (partition by merchant_id order by first_day_number)
            as silent_until
    from active_months
),

candidates as (
    select
        silences.merchant_id as merchant_id,
        silences.silent_from as silent_from,
        silences.silent_until as silent_until,
        coalesce(silences.silent_until, reporting_window.last_day_number) - silences.silent_from
            as silent_days
    from silences
    cross join reporting_window
    where
        coalesce(silences.silent_until, reporting_window.last_day_number) - silences.silent_from
        > 45
),

candidate_merchants as (
    select
        merchant_id,
        max(silent_from) as last_silent_from
    from candidates
    group by merchant_id
),

active_days as (
    select
        fct_attempts.merchant_id as merchant_id,
        fct_attempts.day as day
    from fct_attempts
    inner join candidate_merchants on fct_attempts.merchant_id = candidate_merchants.merchant_id
    where fct_attempts.approved_txns = 1
    group by fct_attempts.merchant_id, fct_attempts.day
),

gaps as (
    select
        active_days.merchant_id as merchant_id,
        dim_days.day_number as until_day_number,
        dim_days.day_number - lag(dim_days.day_number) over (
            partition by active_days.merchant_id order by active_days.day
        ) as gap_days
    from active_days
    inner join dim_days on active_days.day = dim_days.day
),

-- The merchant's own gaps before the silence, from short to long.
own_gaps as (
    select
        candidates.merchant_id as merchant_id,
        candidates.silent_from as silent_from,
        gaps.gap_days as gap_days,
        row_number() over (
            partition by candidates.merchant_id, candidates.silent_from
            order by gaps.gap_days, gaps.until_day_number, gaps.merchant_id
        ) as place,
        count(*) over (partition by candidates.merchant_id, candidates.silent_from) as gap_count
    from candidates
    inner join gaps
        on
            candidates.merchant_id = gaps.merchant_id
            and candidates.silent_from >= gaps.until_day_number
    where gaps.gap_days is not null
),

-- Median: the middle gap, or the lower of two. 99th percentile: the first gap with 99 % up to it.
own_rhythm as (
    select
        merchant_id,
        silent_from,
        max(case when place * 2 <= gap_count + 1 then gap_days else 0 end) as median_gap_days,
        min(case when place * 100 >= gap_count * 99 then gap_days end) as long_gap_days
    from own_gaps
    group by merchant_id, silent_from
),

judged as (
    select
        candidates.merchant_id as merchant_id,
        candidates.silent_from as silent_from,
        candidates.silent_until as silent_until,
        candidates.silent_days as silent_days,
        coalesce(own_rhythm.median_gap_days, 0) as median_gap_days,
        case
            when
                coalesce(own_rhythm.median_gap_days, 0) * 3 > 45
                and coalesce(own_rhythm.median_gap_days, 0) * 3
                >= coalesce(own_rhythm.long_gap_days, 0)
                then own_rhythm.median_gap_days * 3
            when coalesce(own_rhythm.long_gap_days, 0) > 45 then own_rhythm.long_gap_days
            else 45
        end as threshold_days
    from candidates
    left join own_rhythm
        on
            candidates.merchant_id = own_rhythm.merchant_id
            and candidates.silent_from = own_rhythm.silent_from
)

select
    judged.merchant_id as merchant_id,
    churned_days.day as churned_on,
    back_days.day as reactivated_on,
    cast(judged.silent_days as bigint) as silent_days,
    cast(judged.threshold_days as bigint) as threshold_days,
    cast(judged.median_gap_days as bigint) as median_gap_days,
    case
        when judged.silent_until is not null then 'reactivated'
        when judged.silent_days >= 90 then 'confirmed'
        else 'suspected'
    end as churn_status
from judged
inner join dim_days as churned_days on judged.silent_from = churned_days.day_number
left join dim_days as back_days on judged.silent_until = back_days.day_number
where judged.silent_days > judged.threshold_days;

comment on table fct_merchant_churn is
'Merchants who stopped. Grain: merchant x silence long enough to count as churn.';
comment on column fct_merchant_churn.merchant_id is 'Merchant; refers to merchants.';
comment on column fct_merchant_churn.churned_on is
'UTC day of the last approved attempt before the silence.';
comment on column fct_merchant_churn.reactivated_on is
'UTC day of the first approved attempt after it; NULL while it lasts.';
comment on column fct_merchant_churn.silent_days is
'Days from churned_on to reactivated_on, or to the end of the reporting window.';
comment on column fct_merchant_churn.threshold_days is
'What silent_days exceeds: the largest of 45, 3 * median_gap_days and the own 99th percentile gap.';
comment on column fct_merchant_churn.median_gap_days is
'Median of the merchant''s gaps between active days up to churned_on; 0 without any.';
comment on column fct_merchant_churn.churn_status is
'reactivated; else confirmed from 90 silent days on, suspected before.';

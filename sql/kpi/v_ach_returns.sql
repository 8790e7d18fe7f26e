-- How near do returned bank debits come to Nacha's limits?
-- Grain: month of the reporting window x group of returns. Sources: dim_calendar,
-- fct_payments_daily, fct_declines_daily, response_codes, scheme_rules. A return is an ACH attempt
-- with a return code (response_codes) and counts in the month of the debit. Nacha looks at 60 days
-- or two calendar months: here at two months. Where no attempt carries such a code, none are known:
-- NULL.
create or replace view v_ach_returns as
with months as (
    select
        month,
        month_number,
        is_partial_month,
        max(day) as last_day
    from dim_calendar
    group by month, month_number, is_partial_month
),

debits as (
    select
        dim_calendar.month_number as month_number,
        sum(fct_payments_daily.txns) as debits
    from fct_payments_daily
    inner join dim_calendar on fct_payments_daily.day = dim_calendar.day
    where fct_payments_daily.payment_method = 'ach'
    group by dim_calendar.month_number
),

returned as (
    select
        dim_calendar.month_number as month_number,
        response_codes.ach_return_group as ach_return_group,
        sum(fct_declines_daily.declined_txns) as returned_debits
    from fct_declines_daily
    inner join dim_calendar on fct_declines_daily.day = dim_calendar.day
    inner join response_codes
        on fct_declines_daily.response_code = response_codes.response_code
    where
        fct_declines_daily.payment_method = 'ach'
        and response_codes.ach_return_group is not null
    group by dim_calendar.month_number, response_codes.ach_return_group
),

seen as (
    select count(*) as coded_groups
    from returned
),

levels as (
    select
        rule_level,
        valid_from,
        valid_until,
        min_ratio_bps
    from scheme_rules
    where programme = 'ACH returns'
),

return_groups as (
    select rule_level
    from levels
    group by rule_level
),

counts as (
    select
        months.month_number as month_number,
        return_groups.rule_level as rule_level,
        sum(
            case
                when return_groups.rule_level in ('overall', returned.ach_return_group)
                    then coalesce(returned.returned_debits, 0)
                else 0
            end
        ) as returned_debits
    from months
    cross join return_groups
    left join returned on months.month_number = returned.month_number
    group by months.month_number, return_groups.rule_level
),

ratios as (
    select
        months.month as month,
        months.is_partial_month as is_partial_month,
        levels.rule_level as return_group,
        cast(coalesce(debits.debits, 0) as bigint) as debits,
        case when seen.coded_groups > 0 then cast(counts.returned_debits as bigint) end
            as returned_debits,
        case
            when not months.is_partial_month and not months_before.is_partial_month
                then cast(coalesce(debits.debits, 0) + coalesce(debits_before.debits, 0) as bigint)
        end as debits_2_months,
        case
            when
                seen.coded_groups > 0
                and not months.is_partial_month
                and not months_before.is_partial_month
                then cast(counts.returned_debits + counts_before.returned_debits as bigint)
        end as returned_debits_2_months,
        cast(levels.min_ratio_bps as bigint) as threshold_bps
    from months
    cross join seen
    inner join levels
        on months.last_day >= levels.valid_from and months.last_day <= levels.valid_until
    inner join counts
        on
            months.month_number = counts.month_number
            and levels.rule_level = counts.rule_level
    left join months as months_before on months.month_number = months_before.month_number + 1
    left join counts as counts_before
        on
            months.month_number = counts_before.month_number + 1
            and levels.rule_level = counts_before.rule_level
    left join debits on months.month_number = debits.month_number
    left join debits as debits_before
        on months.month_number = debits_before.month_number + 1
),

compared as (
    select
        month,
        return_group,
        is_partial_month,
        debits,
        returned_debits,
        debits_2_months,
        returned_debits_2_months,
        10000 * cast(returned_debits_2_months as double) / nullif(debits_2_months, 0)
            as return_ratio_bps,
        threshold_bps
    from ratios
)

select
    month,
    return_group,
    is_partial_month,
    debits,
    returned_debits,
    debits_2_months,
    returned_debits_2_months,
    return_ratio_bps,
    threshold_bps,
    cast(threshold_bps as double) - return_ratio_bps as distance_bps,
    return_ratio_bps > cast(threshold_bps as double) as is_above,
    cast(
        sum(case when return_ratio_bps > cast(threshold_bps as double) then 1 else 0 end) over (
            partition by return_group order by month
            rows between unbounded preceding and current row
        ) as bigint
    ) as months_above
from compared;

comment on view v_ach_returns is
'Returned bank debits against Nacha''s limits. Grain: month of the window x group of returns.';
comment on column v_ach_returns.month is 'First day of the month of the debits.';
comment on column v_ach_returns.return_group is
'unauthorised (R05 R07 R10 R11 R29 R51), administrative (R02 R03 R04) or overall.';
comment on column v_ach_returns.is_partial_month is
'Whether the reporting window holds only a part of the month.';
comment on column v_ach_returns.debits is
'Bank debits of the month, returned or not: repeats on each group.';
comment on column v_ach_returns.returned_debits is
'Those returned for a reason of the group; NULL when no attempt carries a return code.';
comment on column v_ach_returns.debits_2_months is
'debits of this month and the one before; NULL unless both are whole.';
comment on column v_ach_returns.returned_debits_2_months is
'returned_debits of the same two months.';
comment on column v_ach_returns.return_ratio_bps is
'returned_debits_2_months / debits_2_months in basis points.';
comment on column v_ach_returns.threshold_bps is 'Nacha''s limit on the last day of the month.';
comment on column v_ach_returns.distance_bps is
'threshold_bps - return_ratio_bps: negative above the limit.';
comment on column v_ach_returns.is_above is 'Whether the ratio exceeds the limit.';
comment on column v_ach_returns.months_above is 'Months up to this one above the limit.';

-- Which figures are not final yet?
-- For everybody. From v_acceptance_monthly and v_chargebacks_monthly: whole months whose 30 days for retries, and 120
-- days for chargebacks, reach beyond the window.
insert into story
select
    91 as place,
    'Next steps' as section,
    format(
        'Read again once {} have gone by: {} since {}.', wait_words, figure_words, month_name(first_open)
    ) as sentence,
    [cell(view_name, 'not is_fully_observed and not is_partial_month', 'min(month)', first_open)] as cells
from (
    select
        1 as place_of_figure,
        'v_acceptance_monthly' as view_name,
        '30 days' as wait_words,
        'approval after retries' as figure_words,
        min(month) as first_open
    from v_acceptance_monthly
    where not is_fully_observed and not is_partial_month
    union all
    select
        2 as place_of_figure,
        'v_chargebacks_monthly' as view_name,
        '120 days' as wait_words,
        'chargebacks of sales' as figure_words,
        min(month) as first_open
    from v_chargebacks_monthly
    where not is_fully_observed and not is_partial_month
) as figures
where
    first_open is not null and exists (
        select told.place from story as told
        where told.place = 11
    )
order by place_of_figure;

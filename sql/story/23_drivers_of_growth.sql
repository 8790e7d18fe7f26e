-- What moved GPV?
-- For everybody. From v_growth_bridge: effects of the latest month, which add up to its change. Said of a driver from
-- a fifth of all movement on, up and down.
insert into story
with effects as (
    select
        month,
        driver,
        sum(gpv_effect) as effect,
        sum(abs(sum(gpv_effect))) over () as movement,
        row_number() over (order by abs(sum(gpv_effect)) desc, driver) as place_of_driver
    from v_growth_bridge
    where month = (select max(every_month.month) from v_growth_bridge as every_month)
    group by
        month,
        driver
),

worded as (
    select
        *,
        case driver
            when 'days' then 'the number of days'
            when 'merchants' then 'the number of active merchants'
            when 'attempts per merchant and day' then 'attempts of a merchant and day'
            when 'approval' then 'the approval rate'
            when 'ticket' then 'the average ticket'
            when 'new segment' then 'segments without volume before'
            when 'lost segment' then 'segments without volume now'
            else driver
        end as driver_words
    from effects
    where abs(effect) >= 0.2 * movement and movement > 0
)

select
    23 as place,
    'Key findings' as section,
    format(
        'What moved GPV most from {} to {}: {}.',
        month_name(month - interval 1 month), month_name(month),
        string_agg(
            format('{} (USD {}{:,.0f})', driver_words, if(effect < 0, '-', '+'), abs(effect)),
            ', ' order by place_of_driver
        )
    ) as sentence,
    list(
        cell(
            'v_growth_bridge', key_is('month', month) || ' and ' || key_is('driver', driver), 'sum(gpv_effect)', effect
        ) order by place_of_driver
    ) as cells
from worded
group by month;

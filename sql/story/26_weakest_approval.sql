-- Where is approval lowest?
-- For everybody. From v_industry_heatmap and v_kpi_total: cells of region and industry with at least 1 % of all
-- attempts; said from 2 points and three standard errors below the rate of all on.
insert into story
with weakest as (
    select
        cells_of_map.region,
        cells_of_map.industry,
        cells_of_map.txns,
        cells_of_map.approval_rate,
        everything.approval_rate as approval_of_all,
        everything.first_day,
        everything.last_day
    from v_industry_heatmap as cells_of_map
    cross join v_kpi_total as everything
    where
        cells_of_map.txns * 100 >= everything.txns
        and everything.approval_rate - cells_of_map.approval_rate >= greatest(
            0.02,
            3 * error_of_difference(
                cells_of_map.approval_rate, cells_of_map.txns, everything.approval_rate, everything.txns
            )
        )
    order by
        cells_of_map.approval_rate,
        cells_of_map.region,
        cells_of_map.industry
    limit 1
)

select
    26 as place,
    'Key findings' as section,
    format(
        'Approval is lowest for {} in {}: {} of {} attempts from {} to {}, against {} of all.',
        industry, region, in_percent(approval_rate), in_words(txns), first_day, last_day, in_percent(approval_of_all)
    ) as sentence,
    [
        cell(
            'v_industry_heatmap', key_is('region', region) || ' and ' || key_is('industry', industry), 'approval_rate',
            approval_rate
        ),
        cell('v_industry_heatmap', key_is('region', region) || ' and ' || key_is('industry', industry), 'txns', txns),
        cell('v_kpi_total', 'true', 'first_day', first_day),
        cell('v_kpi_total', 'true', 'last_day', last_day),
        cell('v_kpi_total', 'true', 'approval_rate', approval_of_all)
    ] as cells
from weakest;

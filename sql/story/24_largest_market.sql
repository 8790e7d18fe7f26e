-- Where does volume come from?
-- For everybody. From v_industry_heatmap and v_kpi_total: the largest of all cells of region and industry; said when
-- it holds twice what it would if all were alike.
insert into story
with cells_by_size as (
    select
        region,
        industry,
        gpv,
        count(*) over () as all_cells
    from v_industry_heatmap
    where gpv > 0
    qualify row_number() over (order by gpv desc, region, industry) = 1
)

select
    24 as place,
    'Key findings' as section,
    format(
        'The largest market is {} in {}: {} of {} GPV from {} to {}.',
        largest.industry, largest.region, in_usd(largest.gpv), in_usd(everything.gpv),
        everything.first_day, everything.last_day
    ) as sentence,
    [
        cell(
            'v_industry_heatmap',
            key_is('region', largest.region) || ' and ' || key_is('industry', largest.industry), 'gpv', largest.gpv
        ),
        cell('v_kpi_total', 'true', 'gpv', everything.gpv),
        cell('v_kpi_total', 'true', 'first_day', everything.first_day),
        cell('v_kpi_total', 'true', 'last_day', everything.last_day)
    ] as cells
from cells_by_size as largest
cross join v_kpi_total as everything
where largest.all_cells > 1 and largest.gpv * largest.all_cells >= 2 * everything.gpv;

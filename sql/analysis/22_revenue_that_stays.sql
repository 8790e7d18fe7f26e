-- How much of the net revenue of earlier months is still there?
-- For Finance and Sales. From v_revenue_retention: merchants active in a month 1, 3 or 12 months back, and what they
-- earn now. GRR caps each merchant at its base, so growth hides no loss; below 12 months the season is in it.
create or replace temp table evidence as
select
    month,
    months_back,
    base_merchants,
    retained_merchants,
    logo_retention_rate,
    base_net_revenue,
    retained_net_revenue,
    nrr,
    capped_net_revenue,
    grr
from v_revenue_retention;

select * from evidence
order by month, months_back;

with latest as (
    select * from evidence
    where nrr is not null
    qualify row_number() over (order by month desc, months_back desc) = 1
),

earliest as (
    select evidence.* from evidence
    inner join latest on evidence.months_back = latest.months_back
    where evidence.nrr is not null
    qualify row_number() over (order by evidence.month) = 1
)

select
    coalesce(
        max(
            format(
                'In {} merchants active {} {} before brought {:.1f} % of the net revenue of then (NRR), {:.1f} % with'
                || ' each capped at its base (GRR); {:.1f} % of them were still active. ',
                strftime(latest.month, '%Y-%m'), latest.months_back,
                if(latest.months_back = 1, 'month', 'months'), 100 * latest.nrr, 100 * latest.grr,
                100 * latest.logo_retention_rate
            )
            || if(
                earliest.month = latest.month,
                'There is no earlier month to compare with.',
                format('NRR was {:.1f} % in {}.', 100 * earliest.nrr, strftime(earliest.month, '%Y-%m'))
            )
        ),
        'Not enough data: it takes two whole months with net revenue.'
    ) as answer
from latest
cross join earliest;

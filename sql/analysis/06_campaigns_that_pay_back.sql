-- Which campaigns pay back what they cost?
-- For Marketing. From v_unit_economics: one row a campaign with sign-ups inside the window. value_per_1000 is the
-- contribution margin of a sign-up per USD 1,000 spent on it, over the ages that the window shows; it keeps growing
-- while a campaign is young: compare those with equal observed_months. payback_months is NULL until the spend is
-- covered.
create or replace temp table evidence as
select
    segment as campaign,
    signups,
    activated_merchants,
    activated_share,
    acquisition_cost,
    cac,
    observed_months,
    contribution_per_signup * signups as contribution_amount,
    1000 * contribution_per_signup * signups / nullif(acquisition_cost, 0) as value_per_1000,
    payback_months,
    count(*) over () as campaigns,
    count(payback_months) over () as paid_back_campaigns,
    sum(activated_merchants) over () as started_merchants,
    sum(acquisition_cost) over () as all_acquisition_cost
from v_unit_economics
where segment_kind = 'campaign';

select * from evidence
order by value_per_1000 desc, campaign;

with ranked as (
    select
        *,
        row_number() over (order by value_per_1000 desc, campaign) as place_from_top,
        row_number() over (order by value_per_1000, campaign) as place_from_bottom
    from evidence
    where value_per_1000 is not null and started_merchants > 0
)

select
    coalesce(
        max(
            format(
                '{} of {} campaigns have paid back; together they cost USD {:,.0f}. The best, {}, returned'
                || ' USD {:.2f} per USD 1,000 spent in {} months of age, the worst, {}, USD {:.2f} in {} months.',
                if(best.paid_back_campaigns = 0, 'None', best.paid_back_campaigns::varchar),
                best.campaigns, best.all_acquisition_cost::double,
                best.campaign, best.value_per_1000, best.observed_months,
                worst.campaign, worst.value_per_1000, worst.observed_months
            )
        ),
        'Not enough data: nobody whom a campaign won inside the window has processed yet.'
    ) as answer
from ranked as best
inner join ranked as worst on best.place_from_top = worst.place_from_bottom
where best.place_from_top = 1;

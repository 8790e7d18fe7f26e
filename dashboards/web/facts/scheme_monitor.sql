-- How near are merchants to the monitoring programmes of the card schemes?
-- Grain: merchant x programme x month with disputes that the programme counts. Sources: v_scheme_monitor, scheme_rules, merchants.
-- Where no threshold was in force yet, the first one to come stands in its place.
create table facts.scheme_monitor as
with first_rules as (
    select
        programme,
        min(valid_from) as valid_from,
        arg_min(min_ratio_bps, (valid_from, min_ratio_bps)) as min_ratio_bps,
        arg_min(min_count, (valid_from, min_ratio_bps)) as min_count,
        arg_min(min_amount, (valid_from, min_ratio_bps)) as min_amount
    from analytics.scheme_rules
    where min_ratio_bps is not null
    group by programme
)

select
    monitor.merchant_id::integer as merchant_id,
    monitor.month,
    merchants.region,
    merchants.industry,
    merchants.merchant_size,
    monitor.programme,
    monitor.items::integer as items,
    monitor.items_amount,
    monitor.base_txns::integer as base_txns,
    monitor.ratio_bps,
    coalesce(monitor.threshold_bps, first_rules.min_ratio_bps)::integer as threshold_bps,
    first_rules.min_count::integer as min_items,
    first_rules.min_amount::decimal(18, 2) as min_amount,
    monitor.threshold_bps is not null as is_in_force,
    monitor.level_reached
from analytics.v_scheme_monitor as monitor
inner join first_rules using (programme)
inner join facts.merchants as merchants using (merchant_id)
order by monitor.month, monitor.programme, monitor.merchant_id;

-- A second list that no check was tuned on, for marts: written after the checks, run once, kept as it was run.

-- F651 K05: GPV of two days swapped
update mart_kpi_daily set gpv = (select others.gpv from mart_kpi_daily as others where others.day = case when mart_kpi_daily.day = date '2024-03-04' then date '2024-03-05' else date '2024-03-04' end) where day in (date '2024-03-04', date '2024-03-05');
-- F652 K08: one approval too many for a merchant
update mart_top_merchants set approved_txns = approved_txns + 1 where gpv_rank = 7;
-- F653 K45 or K55: decline rates in per cent
update mart_decline_drivers set decline_rate = decline_rate * 100;
-- F654 K46: retention in per cent
update mart_merchant_cohorts set retention_rate = retention_rate * 100;
-- F655 K49: a rolling sum of six days
update mart_kpi_daily set gpv_7d = gpv_7d - gpv where gpv_7d is not null;
-- F656 K50: the sign of growth turned
update mart_kpi_monthly set mom_growth = -mom_growth;
-- F657 K48 or K05: the cube without enterprises
delete from mart_payments_daily where merchant_size = 'enterprise';
-- F658 K43: the average ticket of the heatmap over all attempts
update mart_industry_heatmap set avg_amount = cast(gpv as double) / txns;
-- F659 K44: shares that do not add up
update mart_top_merchants set gpv_share = gpv_share * 1.01;
-- F660 K10: two merchants share a rank
update mart_top_merchants set gpv_rank = 5 where gpv_rank = 6;
-- F661 K15 or K07: fees of a month without the fixed part
update mart_kpi_daily set total_fees = round(total_fees * 0.9, 2) where month(day) = 2;
-- F662 K42: net take rate over the fee
update mart_kpi_monthly set net_take_rate = cast(net_revenue as double) / cast(total_fees as double);

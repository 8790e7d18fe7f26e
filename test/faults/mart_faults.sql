-- Corruptions of marts, applied after they were built from good tables. The form is that of table_faults.sql.

-- F301 K05: GPV with the declined payments
update mart_kpi_daily set gpv = (select sum(amount) from transactions where cast(ts as date) = mart_kpi_daily.day);
-- F302 K05: a cent lost on one day
update mart_kpi_daily set gpv = gpv - 0.01 where day = date '2024-02-01';
-- F303 K05: GPV net of fees
update mart_kpi_daily set gpv = gpv - total_fees;
-- F304 T02 or K05: a day missing in the daily mart
delete from mart_kpi_daily where day = date '2024-02-01';
-- F305 T02: the mart of last week
delete from mart_kpi_daily where day > date '2024-03-24';
-- F306 U05: a day twice in the daily mart
insert into mart_kpi_daily select * from mart_kpi_daily where day = date '2024-02-01';
-- F307 K06: approved counts first attempts only
update mart_kpi_daily set approved_txns = (select count(*) from transactions where approved and attempt_no = 1 and txn_id % 100 > 0 and cast(ts as date) = mart_kpi_daily.day);
-- F308 K06: counts of two days swapped
update mart_kpi_daily set txns = (select other.txns from mart_kpi_daily as other where other.day between date '2024-02-02' and date '2024-02-03' and other.day <> mart_kpi_daily.day)
where day between date '2024-02-02' and date '2024-02-03';
-- F309 K15: fees summed over declines as well
update mart_kpi_daily set total_fees = total_fees + 0.30 * (txns - approved_txns);
-- F310 K15: net revenue without scheme fees
update mart_kpi_daily set net_revenue = net_revenue + 0.05 * approved_txns;
-- F311 K11: approval rate as a mean of two rates
update mart_kpi_daily set approval_rate = (approval_rate + 0.85) / 2;
-- F312 K11: fee yield in per cent
update mart_kpi_daily set fee_yield = fee_yield * 100;
-- F313 K49: a rolling sum over 8 rows
update mart_kpi_daily set gpv_7d = gpv_7d + gpv / 7;
-- F314 K49: the first days shown as full windows
update mart_kpi_daily set gpv_28d = gpv where gpv_28d is null;
-- F315 K07: a month short of its last day
update mart_kpi_monthly set gpv = gpv - (select gpv from mart_kpi_daily where day = date '2024-02-29') where month = date '2024-02-01';
-- F316 U10: a month twice
insert into mart_kpi_monthly select * from mart_kpi_monthly where month = date '2024-02-01';
-- F317 K42: average ticket over all attempts
update mart_kpi_monthly set avg_amount = cast(gpv as double) / txns;
-- F318 K50: growth against the first month
update mart_kpi_monthly set mom_growth = 0.05 where month = date '2024-03-01';
-- F319 K50: growth of the first month shown as 0
update mart_kpi_monthly set mom_growth = 0 where mom_growth is null;
-- F320 K41: weeks from Sunday to Saturday
update mart_kpi_weekly set gpv = gpv + 100, txns = txns + 2;
-- F321 U11: a week twice
insert into mart_kpi_weekly select * from mart_kpi_weekly limit 1;
-- F322 K08: a merchant missing among the top
delete from mart_top_merchants where gpv_rank = 10;
-- F323 K08: GPV of two merchants swapped
update mart_top_merchants set gpv = (select other.gpv from mart_top_merchants as other where other.gpv_rank = 13 - mart_top_merchants.gpv_rank) where gpv_rank in (6, 7);
-- F324 U14 or K08: a merchant twice
insert into mart_top_merchants select * from mart_top_merchants where gpv_rank = 4;
-- F325 K10: rank by count instead of GPV
update mart_top_merchants set gpv_rank = ranked.place
from (select merchant_id, row_number() over (order by txns desc, merchant_id) as place from mart_top_merchants) as ranked
where mart_top_merchants.merchant_id = ranked.merchant_id;
-- F326 K10: ranks from 0
update mart_top_merchants set gpv_rank = gpv_rank - 1;
-- F327 K44: shares of the shown merchants only
update mart_top_merchants set gpv_share = gpv_share * 1.2;
-- F328 K09: a channel lost from the decline mart
delete from mart_decline_drivers where channel = 'inapp';
-- F329 K09: two reasons merged into one
update mart_decline_drivers set declined_txns = 0 where decline_reason = 'expired_card';
-- F330 K55: decline rate by reason, always 1
update mart_decline_drivers set total_txns = declined_txns, decline_rate = 1 where declined_txns > 0;
-- F331 K45: decline share of all channels
update mart_decline_drivers set decline_share = decline_share / 3;
-- F332 U15: a cell twice in the decline mart
insert into mart_decline_drivers select * from mart_decline_drivers limit 1;
-- F333 K47: a segment lost from the heatmap
delete from mart_industry_heatmap where region = 'LATAM' and industry = 'Travel';
-- F334 K43: approval rate of the heatmap rounded to whole per cent
update mart_industry_heatmap set approval_rate = round(approval_rate, 2);
-- F335 U12: a cell twice in the heatmap
insert into mart_industry_heatmap select * from mart_industry_heatmap limit 1;
-- F336 K48: the cube without wallets
delete from mart_payments_daily where payment_method = 'wallet';
-- F337 K48: one cell of the cube a cent too high
update mart_payments_daily set gpv = gpv + 0.01 where day = date '2024-02-01' and region = 'NA' and industry = 'Retail' and merchant_size = 'small' and channel = 'pos' and payment_method = 'card';
-- F338 U16: a day of the cube twice
insert into mart_payments_daily select * from mart_payments_daily where day = date '2024-02-01';
-- F339 K12: more retained than signed up
update mart_merchant_cohorts set retained_merchants = cohort_merchants + 1 where month_index = 1;
-- F340 K46: retention of a month that is not over
update mart_merchant_cohorts set is_fully_observed = false where month = date '2024-03-01';
-- F341 K51 or K46: cohorts of active merchants only
update mart_merchant_cohorts set cohort_merchants = greatest(cohort_merchants - 2, retained_merchants), retention_rate = retained_merchants / nullif(greatest(cohort_merchants - 2, retained_merchants), 0);
-- F342 K56: month 0 left out
delete from mart_merchant_cohorts where month_index = 0;
-- F343 U13 or K56: a cohort twice
insert into mart_merchant_cohorts select * from mart_merchant_cohorts where month_index = 1;

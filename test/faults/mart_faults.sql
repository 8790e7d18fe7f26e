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
-- F344 K58: retries counted as payments of their own
update fct_acceptance_daily set payments = txns, payments_amount = attempted_amount;
-- F345 K59: the declines of one day lost from their cube
delete from fct_declines_daily where day = date '2024-02-10';
-- F346 K60: two response codes merged into one
update fct_declines_daily set response_code = '05' where response_code = '51';
-- F347 K61: a payment recovered twice
update mart_acceptance_monthly set recovered_payments = recovered_payments + 1 where month = date '2024-02-01';
-- F348 K62: soft and hard declines swapped
update mart_decline_classes set decline_class = if(decline_class = 'soft', 'hard', 'soft') where decline_class in ('soft', 'hard');
-- F349 K63: declines of the last 30 days counted, whose retries are still to come
update mart_decline_recovery set declined_txns = (select sum(declined_txns) from fct_declines_daily where fct_declines_daily.response_code = mart_decline_recovery.response_code and fct_declines_daily.attempt_no = mart_decline_recovery.attempt_no);
-- F350 K64: retries of one brand left out
delete from mart_retry_compliance where card_brand = 'visa';
-- F351 K65: refunds taken off the fees twice
update mart_money_monthly set net_revenue = net_revenue - refund_amount;
-- F352 K66: refunds of one region lost by a join
delete from fct_refunds where region = 'LATAM';
-- F353 K67: disputes joined to two rows of a sale
insert into fct_disputes select * from fct_disputes where dispute_id = 2;
-- F354 K68: refunds by the month of refund, not of sale
update mart_refund_triangle set refunds = (select count(*) from fct_refunds where fct_refunds.month_number = year(sale_month) * 12 + month(sale_month)) where lag_months = 0;
-- F355 K69: lags of the dispute triangle counted from 1
update mart_dispute_triangle set lag_months = lag_months + 1;
-- F356 K70: the refund triangle over all attempts
update mart_refund_triangle set sale_txns = (select sum(txns) from fct_payments_daily where date_trunc('month', day) = sale_month);
-- F357 K71: a dispute counted twice among those of its sales
update mart_chargebacks_monthly set sale_disputes = sale_disputes + 1 where card_brand = 'visa' and month = date '2024-01-01';
-- F358 K72: sales of two brands swapped
update mart_chargebacks_monthly set card_brand = case card_brand when 'visa' then 'amex' else 'visa' end where card_brand in ('visa', 'amex');
-- F359 K73: open disputes counted as lost
update mart_dispute_reasons set lost_disputes = lost_disputes + open_disputes, open_disputes = 0;
-- F360 K74: fraud disputes counted once by VAMP
update mart_scheme_monitor set items = 1 where programme = 'VAMP' and items = 2;
-- F361 K75: acquisition cost of the activated only
update mart_activation_monthly set acquisition_cost = acquisition_cost * activated_merchants / signups;
-- F362 K76: old cohorts left out of the volume
delete from mart_gpv_retention where signup_month < date '2023-01-01';
-- F363 K77: retention over those who stayed
update mart_revenue_retention set base_merchants = retained_merchants, base_net_revenue = retained_net_revenue;
-- F364 K78: merchants who left not counted as active before
update mart_churn_monthly set active_merchants = active_merchants - churned_merchants;
-- F365 K79: silences counted from the day after the last payment
update fct_merchant_churn set churned_on = churned_on + 1, silent_days = silent_days - 1 where reactivated_on is null;
-- F366 K80: the top ten without the largest
update mart_concentration_monthly set top_10_gpv = top_1_gpv - 1;
-- F367 K81: a manager left out of the scorecard
delete from mart_account_manager_scorecard where account_manager_id = 3;
-- F368 K82: portfolios of two managers swapped
update mart_account_manager_scorecard set account_manager_id = case account_manager_id when 4 then 5 else 4 end where account_manager_id in (4, 5);
-- F369 K83: sign-ups before the window counted
update mart_unit_economics set signups = (select count(*) from merchants where sales_channel = segment) where segment_kind = 'channel';
-- F370 K84: the step of approval lost
update mart_growth_bridge set gpv_effect = 0 where driver = 'approval';
-- F371 K85: payments of a merchant moved to the next month
update fct_merchant_mix_month set month_number = month_number + 1 where merchant_id = (select merchant_id from mart_top_merchants where gpv_rank = 1) and month_number = 2024 * 12 + 1;
-- F372 K86: the step of mix lost from the bridge of the yield
update mart_yield_bridge set mix_effect_bps = 0;
-- F373 K87: disputes that the merchant won kept as open exposure
update mart_dispute_reserve set open_amount = open_amount + won_amount;
-- F374 K88: survival at an age that cannot be told yet
insert into mart_merchant_survival (month_index, exposed_merchants, surviving_merchants) values (1, 50, 50);
-- F375 K89: fraud disputes counted once by the monitor of the portfolio
update mart_acquirer_monitor set items = items - fraud_disputes;
-- F376 K90: a merchant's card testing held against half of its business
insert into mart_enumeration_monthly (merchant_id, month, enumerated_txns, remote_txns) values (1, date '2024-02-01', 60, 30);
-- F377 K91: declined bank debits left out of the base of returns
update mart_ach_returns set debits = debits - 1 where debits > 0;
-- F378 K65: fees of declined attempts taken for fees of settled ones
update mart_money_monthly set total_fees = total_fees + attempt_fees;
-- F379 K92: the sales of a month repeated at a later lag
insert into fct_dispute_lags select sale_month, lag_months + 1, is_fully_observed, region, industry, merchant_size, channel, payment_method, sale_txns, sale_gpv, 0, 0, 0, 0 from fct_dispute_lags where lag_months = 0 and sale_month = date '2024-01-01';
-- F380 K92: disputes of one channel filed under another
update fct_dispute_lags set channel = 'inapp' where channel = 'ecom' and disputes > 0 and lag_months > 0;
-- F381 K93: the spend of a month's sign-ups that have not paid yet left out
update mart_unit_economics_monthly set acquisition_cost = acquisition_cost * activated_merchants / signups where segment_kind = 'channel' and activated_merchants < signups;
-- F382 K93: a young month told to be as old as the others
update mart_unit_economics_monthly set observed_months = 3;
-- F383 K94: merchants lost long ago counted as at risk
update mart_account_manager_scorecard set at_risk_merchants = at_risk_merchants + 1 where month = date '2024-03-01';
-- F384 K95: the weeks of one merchant booked to another
update mart_merchant_week set merchant_id = merchant_id + 1 where merchant_id = 1;
-- F385 K96: the sales of a week counted in the week before
update mart_merchant_week set week_start = cast(week_start - interval 7 day as date) where week_start = date '2024-02-05';

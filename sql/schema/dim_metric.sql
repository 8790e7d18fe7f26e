-- The metrics by name: what each means, who answers for it, and how it may be added up. BI exports
-- and dashboards take their measures from here. Grain: metric. A ratio is numerator / denominator
-- times scale, of sums, and less 1 when its unit is growth; both stand in the view that it names.
create or replace table dim_metric as
select
    metrics.metric as metric,
    metrics.label as label,
    metrics.owner as owner,
    metrics.unit as unit,
    metrics.additivity as additivity,
    metrics.better as better,
    metrics.view_name as view_name,
    metrics.column_name as column_name,
    metrics.numerator as numerator,
    metrics.denominator as denominator,
    cast(metrics.scale as integer) as scale,
    metrics.definition as definition
from (
    values
    (
        'gpv', 'Gross payment volume', 'Executive', 'USD', 'additive', 'up',
        'v_kpi_daily', 'gpv', null, null, null,
        'Amount of approved attempts by UTC day, before refunds and disputes.'
    ),
    (
        'txns', 'Attempts', 'Executive', 'count', 'additive', 'up',
        'v_kpi_daily', 'txns', null, null, null,
        'Authorisation attempts, approved or not.'
    ),
    (
        'approved_txns', 'Transactions', 'Executive', 'count', 'additive', 'up',
        'v_kpi_daily', 'approved_txns', null, null, null,
        'Approved attempts.'
    ),
    (
        'avg_amount', 'Average ticket', 'Executive', 'USD', 'ratio', 'up',
        'v_kpi_daily', 'avg_amount', 'gpv', 'approved_txns', 1,
        'Amount of an approved attempt.'
    ),
    (
        'attempted_amount', 'Amount tried', 'Payments', 'USD', 'additive', 'up',
        'v_acceptance_monthly', 'attempted_amount', null, null, null,
        'Amount of all attempts, retries included.'
    ),
    (
        'payments', 'Payments asked for', 'Payments', 'count', 'additive', 'up',
        'v_acceptance_monthly', 'payments', null, null, null,
        'First attempts: retries of a payment are not counted again.'
    ),
    (
        'payments_amount', 'Attempted volume', 'Payments', 'USD', 'additive', 'up',
        'v_acceptance_monthly', 'payments_amount', null, null, null,
        'Amount of first attempts: retries of a payment are not counted again.'
    ),
    (
        'gpv_7d', 'GPV of 7 days', 'Executive', 'USD', 'semi-additive', 'up',
        'v_kpi_daily', 'gpv_7d', null, null, null,
        'GPV of the 7 days up to the day; days overlap.'
    ),
    (
        'gpv_28d', 'GPV of 28 days', 'Executive', 'USD', 'semi-additive', 'up',
        'v_kpi_daily', 'gpv_28d', null, null, null,
        'GPV of the 28 days up to the day; days overlap.'
    ),
    (
        'active_merchants', 'Active merchants', 'Sales', 'count', 'distinct', 'up',
        'v_kpi_monthly', 'active_merchants', null, null, null,
        'Merchants with an approved attempt in the month.'
    ),
    (
        'wow_growth', 'GPV week over week', 'Executive', 'growth', 'ratio', 'up',
        'v_kpi_weekly', 'wow_growth', 'gpv', 'gpv_week_before', 1,
        'GPV of the week over that of the week before; by day over the same weekday.'
    ),
    (
        'txns_wow_growth', 'Attempts week over week', 'Executive', 'growth', 'ratio', 'up',
        'v_kpi_weekly', 'txns_wow_growth', 'txns', 'txns_week_before', 1,
        'Attempts of the week over those of the week before.'
    ),
    (
        'week_yoy_growth', 'GPV of the week, year over year', 'Executive', 'growth', 'ratio', 'up',
        'v_kpi_weekly', 'yoy_growth', 'gpv', 'gpv_year_before', 1,
        'GPV of the week over that of the week 364 days before.'
    ),
    (
        'mom_growth', 'GPV month over month', 'Executive', 'growth', 'ratio', 'up',
        'v_kpi_monthly', 'mom_growth', 'gpv', 'gpv_month_before', 1,
        'GPV of the month over that of the month before, both whole.'
    ),
    (
        'txns_mom_growth', 'Attempts month over month', 'Executive', 'growth', 'ratio', 'up',
        'v_kpi_monthly', 'txns_mom_growth', 'txns', 'txns_month_before', 1,
        'Attempts of the month over those of the month before, both whole.'
    ),
    (
        'per_day_mom_growth', 'GPV per day, month over month', 'Executive', 'growth', 'none', 'up',
        'v_kpi_monthly', 'per_day_mom_growth', null, null, null,
        'GPV per day of the month over that of the month before.'
    ),
    (
        'weekday_adjusted_mom_growth', 'GPV month over month at equal weekdays', 'Executive',
        'growth', 'ratio', 'up',
        'v_kpi_monthly', 'weekday_adjusted_mom_growth', 'gpv_weekday_adjusted', 'gpv_month_before',
        1,
        'GPV month over month, had the month the weekdays of the one before.'
    ),
    (
        'yoy_growth', 'GPV year over year', 'Executive', 'growth', 'ratio', 'up',
        'v_kpi_monthly', 'yoy_growth', 'gpv', 'gpv_year_before', 1,
        'GPV of the month over that of the same month a year before.'
    ),
    (
        'per_day_yoy_growth', 'GPV per day, year over year', 'Executive', 'growth', 'none', 'up',
        'v_kpi_monthly', 'per_day_yoy_growth', null, null, null,
        'GPV per day of the month over that of the same month a year before.'
    ),
    (
        'weekday_adjusted_yoy_growth', 'GPV year over year at equal weekdays', 'Executive',
        'growth', 'ratio', 'up',
        'v_kpi_monthly', 'weekday_adjusted_yoy_growth', 'gpv_year_weekday_adjusted',
        'gpv_year_before', 1,
        'GPV year over year, had the month the weekdays of a year before.'
    ),
    (
        'segment_yoy_growth', 'GPV of 12 months, year over year', 'Executive', 'growth', 'ratio',
        'up',
        'v_industry_heatmap', 'yoy_growth', 'gpv_last_12_months', 'gpv_12_months_before', 1,
        'GPV of the last 12 whole months over that of the 12 before, by segment.'
    ),
    (
        'gpv_effect', 'Step of the GPV bridge', 'Executive', 'USD', 'additive', 'up',
        'v_growth_bridge', 'gpv_effect', null, null, null,
        'Change of GPV from one month to the next that is due to the driver.'
    ),
    (
        'approval_rate', 'Approval rate', 'Payments', 'share', 'ratio', 'up',
        'v_kpi_daily', 'approval_rate', 'approved_txns', 'txns', 1,
        'Approved part of all attempts.'
    ),
    (
        'approval_rate_7d', 'Approval rate of 7 days', 'Payments', 'share', 'ratio', 'up',
        'v_kpi_daily', 'approval_rate_7d', 'approved_txns_7d', 'txns_7d', 1,
        'Approved part of the attempts of the 7 days up to the day.'
    ),
    (
        'approval_rate_28d', 'Approval rate of 28 days', 'Payments', 'share', 'ratio', 'up',
        'v_kpi_daily', 'approval_rate_28d', 'approved_txns_28d', 'txns_28d', 1,
        'Approved part of the attempts of the 28 days up to the day.'
    ),
    (
        'raw_approval_rate', 'Approval by issuers', 'Payments', 'share', 'ratio', 'up',
        'v_acceptance_monthly', 'raw_approval_rate', 'approved_txns', 'sent_txns', 1,
        'Approved part of the attempts that went to the issuer.'
    ),
    (
        'raw_approval_value_rate', 'Approval by issuers, by value', 'Payments', 'share', 'ratio',
        'up',
        'v_acceptance_monthly', 'raw_approval_value_rate', 'gpv', 'sent_amount', 1,
        'Approved part of the amount that went to issuers.'
    ),
    (
        'first_attempt_approval_rate', 'First-attempt approval', 'Payments', 'share', 'ratio', 'up',
        'v_acceptance_monthly', 'first_attempt_approval_rate', 'first_approved_payments',
        'first_sent_payments', 1,
        'Payments approved at once, of those whose first attempt went to the issuer.'
    ),
    (
        'first_attempt_approval_value_rate', 'First-attempt approval, by value', 'Payments',
        'share', 'ratio', 'up',
        'v_acceptance_monthly', 'first_attempt_approval_value_rate', 'first_approved_amount',
        'first_sent_amount', 1,
        'First-attempt approval by amount.'
    ),
    (
        'final_approval_rate', 'Final approval', 'Payments', 'share', 'ratio', 'up',
        'v_acceptance_monthly', 'final_approval_rate', 'accepted_payments', 'sent_payments', 1,
        'Payments approved within 30 days at whatever attempt, of those sent to the issuer.'
    ),
    (
        'final_approval_value_rate', 'Final approval, by value', 'Payments', 'share', 'ratio', 'up',
        'v_acceptance_monthly', 'final_approval_value_rate', 'accepted_amount',
        'sent_payments_amount', 1,
        'Final approval by amount.'
    ),
    (
        'acceptance_rate', 'Acceptance, end to end', 'Payments', 'share', 'ratio', 'up',
        'v_acceptance_monthly', 'acceptance_rate', 'accepted_payments', 'payments', 1,
        'Payments approved within 30 days, of all asked for: fraud rules and 3-D Secure count.'
    ),
    (
        'acceptance_value_rate', 'Acceptance, end to end, by value', 'Payments', 'share', 'ratio',
        'up',
        'v_acceptance_monthly', 'acceptance_value_rate', 'accepted_amount', 'payments_amount', 1,
        'End-to-end acceptance by amount.'
    ),
    (
        'retry_uplift', 'Retry uplift', 'Payments', 'share', 'ratio', 'up',
        'v_acceptance_monthly', 'retry_uplift', 'recovered_payments', 'payments', 1,
        'Payments won back by a retry, of all asked for.'
    ),
    (
        'recovered_amount', 'Recovered volume', 'Payments', 'USD', 'additive', 'up',
        'v_acceptance_monthly', 'recovered_amount', null, null, null,
        'Amount of payments declined at first and approved within 30 days.'
    ),
    (
        'mix_adjusted_approval_rate', 'Approval at equal mix', 'Payments', 'share', 'none', 'up',
        'v_acceptance_monthly', 'mix_adjusted_approval_rate', null, null, null,
        'Approval rate at the mix of the whole window over channel, method, industry and region.'
    ),
    (
        'decline_rate', 'Decline rate by reason', 'Payments', 'share', 'ratio', 'down',
        'v_decline_drivers', 'decline_rate', 'declined_txns', 'total_txns', 1,
        'Declines for a reason, of all attempts of the segment.'
    ),
    (
        'decline_share', 'Share of declines by reason', 'Payments', 'share', 'ratio', 'neither',
        'v_decline_drivers', 'decline_share', 'declined_txns', 'segment_declined_txns', 1,
        'Declines for a reason, of all declines of the segment.'
    ),
    (
        'class_decline_rate', 'Decline rate by class', 'Payments', 'share', 'ratio', 'down',
        'v_decline_classes', 'decline_rate', 'declined_txns', 'month_txns', 1,
        'Soft, hard, authentication, risk or technical declines, of all attempts of the month.'
    ),
    (
        'class_decline_share', 'Share of declines by class', 'Payments', 'share', 'ratio',
        'neither',
        'v_decline_classes', 'decline_share', 'declined_txns', 'month_declined_txns', 1,
        'Soft, hard, authentication, risk or technical declines, of all declines of the month.'
    ),
    (
        'declined_txns', 'Declines', 'Payments', 'count', 'additive', 'down',
        'v_decline_drivers', 'declined_txns', null, null, null,
        'Declined attempts.'
    ),
    (
        'declined_amount', 'Declined volume', 'Payments', 'USD', 'additive', 'down',
        'v_decline_drivers', 'declined_amount', null, null, null,
        'Amount of declined attempts, retries included.'
    ),
    (
        'retry_rate', 'Retry rate', 'Payments', 'share', 'ratio', 'neither',
        'v_decline_recovery', 'retry_rate', 'retried_txns', 'declined_txns', 1,
        'Declines that were tried again within 30 days.'
    ),
    (
        'recovery_rate', 'Recovery rate', 'Payments', 'share', 'ratio', 'up',
        'v_decline_recovery', 'recovery_rate', 'recovered_txns', 'retried_txns', 1,
        'Retried declines that an approval followed within 30 days.'
    ),
    (
        'recoverable_amount', 'Recoverable volume', 'Payments', 'USD', 'additive', 'down',
        'v_decline_recovery', 'recoverable_amount', null, null, null,
        'Amount of soft and technical declines never retried, at the recovery rate of their code.'
    ),
    (
        'compliance_rate', 'Retry compliance', 'Payments', 'share', 'ratio', 'up',
        'v_retry_compliance', 'compliance_rate', 'compliant_retries', 'retries', 1,
        'Retries that keep to the card schemes'' rules.'
    ),
    (
        'violations', 'Retry violations', 'Payments', 'count', 'additive', 'down',
        'v_retry_compliance', 'violations', null, null, null,
        'Retries that break a rule of the card schemes.'
    ),
    (
        'total_fees', 'Gross fees on settled transactions', 'Finance', 'USD', 'additive', 'up',
        'v_kpi_daily', 'total_fees', null, null, null,
        'Merchant fees of approved attempts.'
    ),
    (
        'fee_yield', 'Fee yield', 'Finance', 'share', 'ratio', 'up',
        'v_kpi_daily', 'fee_yield', 'total_fees', 'gpv', 1,
        'Merchant fees of approved attempts per dollar of GPV; 0.021 is 210 bps.'
    ),
    (
        'fee_yield_7d', 'Fee yield of 7 days', 'Finance', 'share', 'ratio', 'up',
        'v_kpi_daily', 'fee_yield_7d', 'total_fees_7d', 'gpv_7d', 1,
        'Fee yield of the 7 days up to the day.'
    ),
    (
        'fee_yield_28d', 'Fee yield of 28 days', 'Finance', 'share', 'ratio', 'up',
        'v_kpi_daily', 'fee_yield_28d', 'total_fees_28d', 'gpv_28d', 1,
        'Fee yield of the 28 days up to the day.'
    ),
    (
        'network_fees', 'Network fees', 'Finance', 'USD', 'additive', 'down',
        'v_money_monthly', 'network_fees', null, null, null,
        'Interchange and scheme fees of approved attempts.'
    ),
    (
        'pass_through_rate', 'Pass-through ratio', 'Finance', 'share', 'ratio', 'down',
        'v_money_monthly', 'pass_through_rate', 'network_fees', 'total_fees', 1,
        'Part of the fees that is paid on as interchange and scheme fees.'
    ),
    (
        'net_revenue', 'Net revenue', 'Finance', 'USD', 'additive', 'up',
        'v_kpi_daily', 'net_revenue', null, null, null,
        'Merchant fees less interchange and scheme fees of approved attempts.'
    ),
    (
        'net_take_rate', 'Net take rate', 'Finance', 'share', 'ratio', 'up',
        'v_kpi_daily', 'net_take_rate', 'net_revenue', 'gpv', 1,
        'Net revenue per dollar of GPV; 0.005 is 50 bps.'
    ),
    (
        'contribution_amount', 'Contribution margin', 'Finance', 'USD', 'additive', 'up',
        'v_money_monthly', 'contribution_amount', null, null, null,
        'Net revenue less the costs of serving merchants, at assumed rates.'
    ),
    (
        'contribution_rate', 'Contribution rate', 'Finance', 'share', 'ratio', 'up',
        'v_money_monthly', 'contribution_rate', 'contribution_amount', 'gpv', 1,
        'Contribution margin per dollar of GPV.'
    ),
    (
        'net_volume_amount', 'Net volume', 'Finance', 'USD', 'additive', 'up',
        'v_money_monthly', 'net_volume_amount', null, null, null,
        'GPV less refunds and lost disputes, each in the month of its own event.'
    ),
    (
        'refunds', 'Refunds', 'Finance', 'count', 'additive', 'down',
        'v_money_monthly', 'refunds', null, null, null,
        'Refunds made, of whatever sale.'
    ),
    (
        'refund_amount', 'Refunded volume', 'Finance', 'USD', 'additive', 'down',
        'v_money_monthly', 'refund_amount', null, null, null,
        'Amount refunded, of whatever sale.'
    ),
    (
        'refund_rate', 'Refund rate', 'Finance', 'share', 'ratio', 'down',
        'v_money_monthly', 'refund_rate', 'refunds', 'approved_txns', 1,
        'Refunds made in the month, of its approved attempts.'
    ),
    (
        'refund_value_rate', 'Refund rate, by value', 'Finance', 'share', 'ratio', 'down',
        'v_money_monthly', 'refund_value_rate', 'refund_amount', 'gpv', 1,
        'Amount refunded in the month, of its GPV.'
    ),
    (
        'cumulative_refund_rate', 'Refund rate by month of sale', 'Finance', 'share', 'ratio',
        'down',
        'v_refund_triangle', 'cumulative_refund_rate', 'cumulative_refunds', 'sale_txns', 1,
        'Refunds up to a lag, of the sales of the month of sale.'
    ),
    (
        'cumulative_refund_value_rate', 'Refund rate by month of sale, by value', 'Finance',
        'share', 'ratio', 'down',
        'v_refund_triangle', 'cumulative_refund_value_rate', 'cumulative_refund_amount', 'sale_gpv',
        1,
        'Amount refunded up to a lag, of the sales of the month of sale.'
    ),
    (
        'lost_dispute_amount', 'Lost disputes', 'Finance', 'USD', 'additive', 'down',
        'v_money_monthly', 'lost_dispute_amount', null, null, null,
        'Amount of disputes that ended in the month and were lost.'
    ),
    (
        'signups', 'Sign-ups', 'Sales', 'count', 'additive', 'up',
        'v_activation_monthly', 'signups', null, null, null,
        'Merchants who signed up.'
    ),
    (
        'activated_merchants', 'Activated merchants', 'Sales', 'count', 'additive', 'up',
        'v_activation_monthly', 'activated_merchants', null, null, null,
        'Sign-ups with an approved attempt by the end of the window.'
    ),
    (
        'activation_rate', 'Activation rate', 'Sales', 'share', 'ratio', 'up',
        'v_activation_monthly', 'activation_rate', 'activated_in_30_days', 'exposed_signups', 1,
        'Sign-ups with an approved attempt within 30 days, of those whose 30 days have gone by.'
    ),
    (
        'avg_days_to_first_payment', 'Days to first payment', 'Sales', 'days', 'ratio', 'down',
        'v_activation_monthly', 'avg_days_to_first_payment', 'days_to_first_payment',
        'activated_merchants', 1,
        'Days from sign-up to the first approved attempt.'
    ),
    (
        'acquisition_cost', 'Acquisition spend', 'Marketing', 'USD', 'additive', 'down',
        'v_activation_monthly', 'acquisition_cost', null, null, null,
        'Sales and marketing spend on sign-ups, activated or not.'
    ),
    (
        'cac', 'Customer acquisition cost', 'Marketing', 'USD', 'ratio', 'down',
        'v_unit_economics', 'cac', 'acquisition_cost', 'activated_merchants', 1,
        'Acquisition spend per activated merchant.'
    ),
    (
        'activated_share', 'Activated share of sign-ups', 'Marketing', 'share', 'ratio', 'up',
        'v_unit_economics', 'activated_share', 'activated_merchants', 'signups', 1,
        'Sign-ups of the window with an approved attempt by its end.'
    ),
    (
        'contribution_per_signup', 'Discounted margin of a sign-up', 'Marketing', 'USD', 'none',
        'up',
        'v_unit_economics', 'contribution_per_signup', null, null, null,
        'Mean contribution margin by age, discounted at 10 % a year, summed over the ages observed.'
    ),
    (
        'ltv', 'Lifetime value', 'Marketing', 'USD', 'none', 'up',
        'v_unit_economics', 'ltv', 'contribution_per_signup', 'activated_share', 1,
        'Discounted contribution margin of an activated merchant over the ages observed.'
    ),
    (
        'ltv_to_cac', 'LTV : CAC', 'Marketing', 'factor', 'none', 'up',
        'v_unit_economics', 'ltv_to_cac', null, null, null,
        'Lifetime value over acquisition cost.'
    ),
    (
        'payback_months', 'Payback', 'Marketing', 'months', 'none', 'down',
        'v_unit_economics', 'payback_months', null, null, null,
        'First age at which the margin to date covers the spend on a sign-up.'
    ),
    (
        'contribution_to_cost', 'Spend that has come back', 'Marketing', 'factor', 'ratio', 'up',
        'v_unit_economics_monthly', 'contribution_to_cost', 'contribution_amount',
        'acquisition_cost', 1,
        'Contribution margin so far of the sign-ups of a month, over the spend on them.'
    ),
    (
        'retention_rate', 'Logo retention', 'Sales', 'share', 'ratio', 'up',
        'v_merchant_cohorts', 'retention_rate', 'retained_merchants', 'cohort_merchants', 1,
        'Merchants of a cohort with an approved attempt at an age, of all who signed up.'
    ),
    (
        'gpv_retention_rate', 'GPV retention', 'Sales', 'share', 'ratio', 'up',
        'v_gpv_retention', 'gpv_retention_rate', 'gpv', 'base_gpv', 3,
        'GPV of a cohort at an age over its monthly mean at ages 1 to 3.'
    ),
    (
        'net_revenue_retention_rate', 'Net revenue retention of cohorts', 'Finance', 'share',
        'ratio', 'up',
        'v_gpv_retention', 'net_revenue_retention_rate', 'net_revenue', 'base_net_revenue', 3,
        'Net revenue of a cohort at an age over its monthly mean at ages 1 to 3.'
    ),
    (
        'logo_retention_rate', 'Logo retention, month on month', 'Sales', 'share', 'ratio', 'up',
        'v_revenue_retention', 'logo_retention_rate', 'retained_merchants', 'base_merchants', 1,
        'Merchants active in the base month who are active in this one too.'
    ),
    (
        'nrr', 'Net revenue retention (NRR)', 'Finance', 'share', 'ratio', 'up',
        'v_revenue_retention', 'nrr', 'retained_net_revenue', 'base_net_revenue', 1,
        'Net revenue of this month from the merchants of the base month, over theirs then.'
    ),
    (
        'grr', 'Gross revenue retention (GRR)', 'Finance', 'share', 'ratio', 'up',
        'v_revenue_retention', 'grr', 'capped_net_revenue', 'base_net_revenue', 1,
        'As NRR, each merchant capped at its base: growth does not hide losses.'
    ),
    (
        'churned_merchants', 'Churned merchants', 'Sales', 'count', 'additive', 'down',
        'v_churn_monthly', 'churned_merchants', null, null, null,
        'Merchants whose last payment before a silence that counts as churn lies in the month.'
    ),
    (
        'reactivated_merchants', 'Reactivated merchants', 'Sales', 'count', 'additive', 'up',
        'v_churn_monthly', 'reactivated_merchants', null, null, null,
        'Merchants whose first payment after a churn lies in the month.'
    ),
    (
        'churn_rate', 'Churn rate', 'Sales', 'share', 'ratio', 'down',
        'v_churn_monthly', 'churn_rate', 'churned_merchants', 'active_merchants', 1,
        'Churned merchants of a month, of its active ones.'
    ),
    (
        'top_1_share', 'Share of the largest merchant', 'Executive', 'share', 'ratio', 'down',
        'v_concentration_monthly', 'top_1_share', 'top_1_gpv', 'gpv', 1,
        'GPV of the largest merchant of the month, of all.'
    ),
    (
        'top_10_share', 'Share of the 10 largest', 'Executive', 'share', 'ratio', 'down',
        'v_concentration_monthly', 'top_10_share', 'top_10_gpv', 'gpv', 1,
        'GPV of the 10 largest merchants of the month, of all.'
    ),
    (
        'top_50_share', 'Share of the 50 largest', 'Executive', 'share', 'ratio', 'down',
        'v_concentration_monthly', 'top_50_share', 'top_50_gpv', 'gpv', 1,
        'GPV of the 50 largest merchants of the month, of all.'
    ),
    (
        'hhi', 'Herfindahl-Hirschman index', 'Executive', 'index', 'none', 'down',
        'v_concentration_monthly', 'hhi', null, null, null,
        '10,000 times the sum of squared shares of GPV.'
    ),
    (
        'effective_merchants', 'Effective merchants', 'Executive', 'count', 'none', 'up',
        'v_concentration_monthly', 'effective_merchants', null, null, null,
        'As many merchants of equal size would be as concentrated.'
    ),
    (
        'gini', 'Gini coefficient', 'Executive', 'index', 'none', 'down',
        'v_concentration_monthly', 'gini', null, null, null,
        'Inequality of GPV over active merchants: 0 is all alike, near 1 is one has all.'
    ),
    (
        'gpv_share', 'Share of GPV', 'Sales', 'share', 'ratio', 'neither',
        'v_top_merchants', 'gpv_share', 'gpv', 'all_gpv', 1,
        'GPV of a merchant, of all.'
    ),
    (
        'cumulative_gpv_share', 'Share of GPV up to a rank', 'Sales', 'share', 'ratio', 'down',
        'v_top_merchants', 'cumulative_gpv_share', 'cumulative_gpv', 'all_gpv', 1,
        'GPV of a merchant and of all with a better rank, of all.'
    ),
    (
        'portfolio_merchants', 'Portfolio', 'Sales', 'count', 'semi-additive', 'up',
        'v_account_manager_scorecard', 'portfolio_merchants', null, null, null,
        'Merchants of an account manager at the end of the month, active or not.'
    ),
    (
        'active_rate', 'Coverage', 'Sales', 'share', 'ratio', 'up',
        'v_account_manager_scorecard', 'active_rate', 'active_merchants', 'portfolio_merchants', 1,
        'Merchants of a portfolio with an approved attempt in the month.'
    ),
    (
        'at_risk_merchants', 'Merchants at risk', 'Sales', 'count', 'semi-additive', 'down',
        'v_account_manager_scorecard', 'at_risk_merchants', null, null, null,
        'Merchants silent at the end of a month for longer than usual with them, under 90 days.'
    ),
    (
        'at_risk_share', 'Share of merchants at risk', 'Sales', 'share', 'ratio', 'down',
        'v_account_manager_scorecard', 'at_risk_share', 'at_risk_merchants', 'portfolio_merchants',
        1,
        'Merchants at risk at the end of a month, of the portfolio.'
    ),
    (
        'at_risk_net_revenue', 'Net revenue at risk', 'Sales', 'USD', 'semi-additive', 'down',
        'v_account_manager_scorecard', 'at_risk_net_revenue', null, null, null,
        'A year of net revenue of the merchants at risk, at the rate of their last three months.'
    ),
    (
        'expected_approved_txns', 'Expected approvals', 'Sales', 'count', 'additive', 'neither',
        'v_account_manager_scorecard', 'expected_approved_txns', null, null, null,
        'Approvals if every part of the mix had the rate of all merchants.'
    ),
    (
        'expected_approval_rate', 'Expected approval rate', 'Sales', 'share', 'ratio', 'neither',
        'v_account_manager_scorecard', 'expected_approval_rate', 'expected_approved_txns', 'txns',
        1,
        'Approval rate that the mix of a portfolio alone explains.'
    ),
    (
        'approval_rate_over_expected', 'Approval above expected', 'Sales', 'points', 'none', 'up',
        'v_account_manager_scorecard', 'approval_rate_over_expected', null, null, null,
        'Approval rate of a portfolio less the one that its mix explains.'
    ),
    (
        'dispute_rate', 'Disputes of a portfolio', 'Risk', 'share', 'ratio', 'down',
        'v_account_manager_scorecard', 'dispute_rate', 'disputes', 'approved_txns', 1,
        'Disputes opened in the month, of its approved attempts; 0.002 is 20 bps.'
    ),
    (
        'nrr_month', 'NRR of a portfolio, month on month', 'Sales', 'share', 'ratio', 'up',
        'v_account_manager_scorecard', 'nrr_month', 'retained_net_revenue_month',
        'net_revenue_month_before', 1,
        'Net revenue of this month from merchants active the month before, over theirs then.'
    ),
    (
        'portfolio_nrr', 'NRR of a portfolio, 12 months', 'Sales', 'share', 'ratio', 'up',
        'v_account_manager_scorecard', 'nrr', 'retained_net_revenue_year',
        'net_revenue_year_before', 1,
        'Net revenue of this month from merchants active a year before, over theirs then.'
    ),
    (
        'portfolio_grr', 'GRR of a portfolio, 12 months', 'Sales', 'share', 'ratio', 'up',
        'v_account_manager_scorecard', 'grr', 'capped_net_revenue_year', 'net_revenue_year_before',
        1,
        'As NRR of the portfolio, each merchant capped at its base.'
    ),
    (
        'disputes', 'Disputes', 'Risk', 'count', 'additive', 'down',
        'v_money_monthly', 'disputes', null, null, null,
        'Disputes opened, of whatever sale.'
    ),
    (
        'disputed_amount', 'Disputed volume', 'Risk', 'USD', 'additive', 'down',
        'v_chargebacks_monthly', 'disputed_amount', null, null, null,
        'Amount of disputes opened, of whatever sale.'
    ),
    (
        'scheme_chargeback_rate', 'Chargeback ratio, scheme view', 'Risk', 'share', 'ratio', 'down',
        'v_chargebacks_monthly', 'scheme_chargeback_rate', 'disputes', 'scheme_base_txns', 1,
        'Disputes opened in the month, of its sales; Mastercard: of the sales of the month before.'
    ),
    (
        'scheme_chargeback_value_rate', 'Chargeback ratio, scheme view, by value', 'Risk', 'share',
        'ratio', 'down',
        'v_chargebacks_monthly', 'scheme_chargeback_value_rate', 'disputed_amount',
        'scheme_base_gpv', 1,
        'Chargeback ratio of the scheme view by amount.'
    ),
    (
        'observed_chargeback_rate', 'Chargeback rate by sale, to date', 'Risk', 'share', 'ratio',
        'down',
        'v_chargebacks_monthly', 'observed_chargeback_rate', 'sale_disputes', 'sale_txns', 1,
        'Sales of the month disputed within 120 days, as far as the window shows.'
    ),
    (
        'observed_chargeback_value_rate', 'Chargeback rate by sale, to date, by value', 'Risk',
        'share', 'ratio', 'down',
        'v_chargebacks_monthly', 'observed_chargeback_value_rate', 'sale_disputed_amount',
        'sale_gpv', 1,
        'Chargeback rate by sale by amount.'
    ),
    (
        'expected_chargeback_rate', 'Chargeback rate by sale, expected', 'Risk', 'share', 'none',
        'down',
        'v_chargebacks_monthly', 'expected_chargeback_rate', null, null, null,
        'Chargeback rate by sale, developed to 120 days by how older sales grew.'
    ),
    (
        'development_factor', 'Development factor of disputes', 'Risk', 'factor', 'none', 'neither',
        'v_chargebacks_monthly', 'development_factor', null, null, null,
        'How much the disputes of a month of sales will still grow, by how older ones grew.'
    ),
    (
        'fraud_amount', 'Fraud', 'Risk', 'USD', 'additive', 'down',
        'v_chargebacks_monthly', 'fraud_amount', null, null, null,
        'Amount of disputes that claim fraud, by month of sale.'
    ),
    (
        'fraud_rate', 'Fraud rate', 'Risk', 'share', 'ratio', 'down',
        'v_chargebacks_monthly', 'fraud_rate', 'fraud_amount', 'sale_gpv', 1,
        'Fraud amount per dollar of sales, by month of sale; 0.001 is 10 bps.'
    ),
    (
        'cumulative_dispute_rate', 'Dispute rate by month of sale', 'Risk', 'share', 'ratio',
        'down',
        'v_dispute_triangle', 'cumulative_dispute_rate', 'cumulative_disputes', 'sale_txns', 1,
        'Disputes up to a lag, of the sales of the month of sale.'
    ),
    (
        'cumulative_dispute_value_rate', 'Dispute rate by month of sale, by value', 'Risk', 'share',
        'ratio', 'down',
        'v_dispute_triangle', 'cumulative_dispute_value_rate', 'cumulative_disputed_amount',
        'sale_gpv', 1,
        'Amount disputed up to a lag, of the sales of the month of sale.'
    ),
    (
        'win_rate', 'Win rate', 'Risk', 'share', 'ratio', 'up',
        'v_dispute_reasons', 'win_rate', 'won_disputes', 'resolved_disputes', 1,
        'Disputes won by the merchant, of those decided.'
    ),
    (
        'ratio_bps', 'Programme ratio of a merchant', 'Risk', 'bps', 'ratio', 'down',
        'v_scheme_monitor', 'ratio_bps', 'ratio_numerator', 'ratio_denominator', 10000,
        'What the programme counts over what it counts it against.'
    ),
    (
        'distance_bps', 'Distance of a merchant to the threshold', 'Risk', 'bps', 'none', 'up',
        'v_scheme_monitor', 'distance_bps', null, null, null,
        'Lowest threshold in force less the ratio: negative above it.'
    ),
    (
        'months_above', 'Months of a merchant above', 'Risk', 'months', 'none', 'down',
        'v_scheme_monitor', 'months_above', null, null, null,
        'Months up to this one in which the merchant reached a level of the programme.'
    ),
    (
        'acquirer_ratio_bps', 'Programme ratio of the portfolio', 'Risk', 'bps', 'ratio', 'down',
        'v_acquirer_monitor', 'acquirer_ratio_bps', 'items', 'base_txns', 10000,
        'Fraud and disputes of Visa sales but for POS, over those sales (VAMP).'
    ),
    (
        'acquirer_distance_bps', 'Distance of the portfolio to the threshold', 'Risk', 'bps',
        'none', 'up',
        'v_acquirer_monitor', 'distance_bps', null, null, null,
        'Lowest threshold for acquirers in force less the ratio: negative above it.'
    ),
    (
        'acquirer_months_above', 'Months of the portfolio above', 'Risk', 'months', 'none', 'down',
        'v_acquirer_monitor', 'months_above', null, null, null,
        'Months up to this one in which the portfolio reached a level.'
    ),
    (
        'penalty_amount', 'Retry penalties', 'Payments', 'USD', 'additive', 'down',
        'v_retry_compliance', 'penalty_amount', null, null, null,
        'What the schemes charge for retries that break their rules.'
    ),
    (
        'gross_fee_revenue', 'Gross fee revenue', 'Finance', 'USD', 'additive', 'up',
        'v_money_monthly', 'gross_fee_revenue', null, null, null,
        'Fees of settled transactions with the assumed fees of disputes and declined attempts.'
    ),
    (
        'gross_fee_rate', 'Gross fee rate', 'Finance', 'share', 'ratio', 'up',
        'v_money_monthly', 'gross_fee_rate', 'gross_fee_revenue', 'gpv', 1,
        'Gross fee revenue per dollar of GPV; the fee yield leaves the assumed fees out.'
    ),
    (
        'chargeback_fees', 'Chargeback fees', 'Finance', 'USD', 'additive', 'neither',
        'v_money_monthly', 'chargeback_fees', null, null, null,
        'Disputes opened at the assumed price of one.'
    ),
    (
        'attempt_fees', 'Attempt fees', 'Finance', 'USD', 'additive', 'neither',
        'v_money_monthly', 'attempt_fees', null, null, null,
        'Declined attempts at the assumed price of one.'
    ),
    (
        'price_effect_bps', 'Price step of the yield bridge', 'Finance', 'bps', 'additive', 'up',
        'v_yield_bridge', 'price_effect_bps', null, null, null,
        'Change of the fee yield from one month to the next that is due to segments'' own yields.'
    ),
    (
        'mix_effect_bps', 'Mix step of the yield bridge', 'Finance', 'bps', 'additive', 'up',
        'v_yield_bridge', 'mix_effect_bps', null, null, null,
        'Change of the fee yield from one month to the next that is due to segments'' shares.'
    ),
    (
        'survival_rate', 'Survival', 'Sales', 'share', 'ratio', 'up',
        'v_merchant_survival', 'survival_rate', 'surviving_merchants', 'exposed_merchants', 1,
        'Merchants who have not churned by an age, of those whose age is fully observed.'
    ),
    (
        'value_development_factor', 'Development factor by value', 'Risk', 'factor', 'none',
        'neither',
        'v_dispute_reserve', 'value_development_factor', null, null, null,
        'How much the amount disputed of a month of sale will still grow, by how older ones grew.'
    ),
    (
        'unreported_amount', 'Disputes still to come', 'Risk', 'USD', 'semi-additive', 'down',
        'v_dispute_reserve', 'unreported_amount', null, null, null,
        'Estimate of what will still be disputed of the sales of a month.'
    ),
    (
        'exposure_amount', 'Open exposure', 'Risk', 'USD', 'semi-additive', 'down',
        'v_dispute_reserve', 'exposure_amount', null, null, null,
        'Disputes not decided yet and those still to come.'
    ),
    (
        'loss_rate', 'Loss rate of disputes', 'Risk', 'share', 'ratio', 'down',
        'v_dispute_reserve', 'loss_rate', 'all_lost_amount', 'all_resolved_amount', 1,
        'Amount of disputes lost, of all decided.'
    ),
    (
        'expected_loss_amount', 'Expected loss', 'Risk', 'USD', 'semi-additive', 'down',
        'v_dispute_reserve', 'expected_loss_amount', null, null, null,
        'Open exposure at the loss rate: what merchants will pay back.'
    ),
    (
        'reserve_amount', 'Reserve', 'Risk', 'USD', 'semi-additive', 'down',
        'v_dispute_reserve', 'reserve_amount', null, null, null,
        'Assumed part of the expected loss that merchants cannot repay.'
    ),
    (
        'enumeration_rate', 'Enumeration rate', 'Risk', 'share', 'ratio', 'down',
        'v_enumeration_monthly', 'enumeration_rate', 'enumerated_txns', 'remote_txns', 1,
        'Attempts of card-testing bursts, of all attempts but for POS, at merchants that had one.'
    ),
    (
        'return_ratio_bps', 'Return rate of bank debits', 'Risk', 'bps', 'ratio', 'down',
        'v_ach_returns', 'return_ratio_bps', 'returned_debits_2_months', 'debits_2_months', 10000,
        'Bank debits returned for a group of reasons, of all debits of two months.'
    ),
    (
        'ach_distance_bps', 'Distance of returns to the limit', 'Risk', 'bps', 'none', 'up',
        'v_ach_returns', 'distance_bps', null, null, null,
        'Nacha''s limit less the return rate: negative above it.'
    ),
    (
        'arpa', 'Average revenue per account', 'Finance', 'USD', 'ratio', 'up',
        'v_money_monthly', 'arpa', 'net_revenue', 'active_merchants', 1,
        'Net revenue of the month per active merchant.'
    ),
    (
        'short_form_ltv', 'Lifetime value, short form', 'Finance', 'USD', 'ratio', 'up',
        'v_money_monthly', 'short_form_ltv', 'contribution_amount', 'churned_merchants', 1,
        'Margin per active merchant over the monthly churn rate, which is margin per churned one.'
    ),
    (
        'active_customers', 'Active customers', 'Executive', 'count', 'distinct', 'up',
        'v_customers_monthly', 'active_customers', null, null, null,
        'Customers with an approved attempt in the month.'
    ),
    (
        'avg_customer_txns', 'Transactions per customer', 'Executive', 'count', 'ratio', 'up',
        'v_customers_monthly', 'avg_customer_txns', 'approved_txns', 'active_customers', 1,
        'Approved attempts per active customer of the month.'
    )
) as metrics (
    metric, label, owner, unit, additivity, better, view_name, column_name, numerator,
    denominator, scale, definition
);

comment on table dim_metric is 'The metrics by name. Grain: metric.';
comment on column dim_metric.metric is
'Name: that of its column, with a word before it where two views use one name.';
comment on column dim_metric.label is 'Name to show.';
comment on column dim_metric.owner is
'Who answers for it: Executive, Payments, Finance, Sales, Marketing or Risk.';
comment on column dim_metric.unit is
'USD, count, share, growth, bps, points, factor, index, days or months; a share of 0.01 is 1 %.';
comment on column dim_metric.additivity is
'additive; semi-additive (not over time); ratio (of sums, never averaged); distinct; none.';
comment on column dim_metric.better is 'up, down or neither: which way is good news.';
comment on column dim_metric.view_name is 'View or cube where it is at home; others may carry it.';
comment on column dim_metric.column_name is 'Its column there.';
comment on column dim_metric.numerator is 'Column beside it that a ratio divides; else NULL.';
comment on column dim_metric.denominator is 'Column beside it that a ratio divides by; else NULL.';
comment on column dim_metric.scale is 'Factor of a ratio: 1, 3 or 10000; else NULL.';
comment on column dim_metric.definition is 'What it is, in a sentence.';

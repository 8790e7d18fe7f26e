connection: "@{CONNECTION}"
label: "Payments"
include: "/views/*.view.lkml"
include: "/dashboards/*.dashboard.lookml"

explore: acceptance_daily {
  label: "Acceptance daily"
  description: "Additive cube of acceptance. Grain: day x region x industry x size x channel x method."
}

explore: acceptance_monthly {
  label: "Acceptance monthly"
  description: "Approval before and after retries, by count and by value. Grain: month of the window."
}

explore: account_manager_scorecard {
  label: "Account manager scorecard"
  description: "Portfolios of account managers. Grain: account manager x month of the window."
}

explore: ach_returns {
  label: "ACH returns"
  description: "Returned bank debits against Nacha's limits. Grain: month of the window x group of returns."
}

explore: acquirer_monitor {
  label: "Acquirer monitor"
  description: "The portfolio against Visa's monitoring of acquirers (VAMP). Grain: month of the window."
}

explore: activation_monthly {
  label: "Activation monthly"
  description: "From sign-up to first payment. Grain: sign-up month inside the window x sales channel."
}

explore: chargebacks_monthly {
  label: "Chargebacks monthly"
  description: "Chargebacks as schemes count them and by sale. Grain: month of the window x card brand."
}

explore: churn_monthly {
  label: "Churn monthly"
  description: "Merchants lost and won back. Grain: month of the window."
}

explore: cohort_months {
  label: "Cohort months"
  description: "Additive cohort cube. Grain: sign-up month x age x size x region x industry x sales channel."
}

explore: concentration_monthly {
  label: "Concentration monthly"
  description: "Concentration of volume. Grain: month of the window with approved volume."
}

explore: decline_classes {
  label: "Decline classes"
  description: "Declines by class. Grain: month of the window x decline class."
}

explore: decline_drivers {
  label: "Decline drivers"
  description: "Declines by reason. Grain: decline reason x channel x industry of the merchant."
}

explore: decline_recovery {
  label: "Decline recovery"
  description: "What retries bring back. Grain: response code x attempt number of the declined attempt."
}

explore: declines_daily {
  label: "Declines daily"
  description: "Additive cube of declines. Grain: cell of fct_payments_daily x reason x code x attempt number."
}

explore: dispute_lags {
  label: "Dispute lags"
  description: "Disputes by lag. Grain: month of sale x lag x region x industry x size x channel x method."
}

explore: dispute_reasons {
  label: "Dispute reasons"
  description: "Disputes and their outcome. Grain: dispute reason."
}

explore: dispute_reserve {
  label: "Dispute reserve"
  description: "Expected loss of open and coming disputes. Grain: month of sale of the window."
}

explore: dispute_triangle {
  label: "Dispute triangle"
  description: "Disputes by month of sale. Grain: month of sale x months until the dispute."
}

explore: disputes {
  label: "Disputes"
  description: "Disputes with their sale. Grain: dispute of an approved attempt."

  join: top_merchants {
    type: left_outer
    relationship: many_to_one
    sql_on: ${disputes.merchant_id} = ${top_merchants.merchant_id} ;;
    fields: [top_merchants.merchant_name]
  }
}

explore: enumeration_monthly {
  label: "Enumeration monthly"
  description: "Card testing at merchants. Grain: merchant x month with enumerated attempts."
}

explore: gpv_retention {
  label: "GPV retention"
  description: "Volume that cohorts keep. Grain: sign-up month x age in months inside the window."
}

explore: growth_bridge {
  label: "Growth bridge"
  description: "What drove the change of GPV. Grain: month x region x industry x merchant size x driver."
}

explore: industry_heatmap {
  label: "Industry heatmap"
  description: "Volume, approval and growth by region and industry. Grain: region x industry with merchants."
}

explore: kpi_daily {
  label: "KPI daily"
  description: "Volume, approval and yield of each day. Grain: UTC day; empty days are rows of zeros."
}

explore: kpi_monthly {
  label: "KPI monthly"
  description: "Volume, approval, yield and growth of each month. Grain: month; empty months are rows of zeros."
}

explore: kpi_weekly {
  label: "KPI weekly"
  description: "Volume, approval and yield of each week. Grain: ISO week; empty weeks are rows of zeros."
}

explore: merchant_churn {
  label: "Merchant churn"
  description: "Merchants who stopped. Grain: merchant x silence long enough to count as churn."

  join: top_merchants {
    type: left_outer
    relationship: many_to_one
    sql_on: ${merchant_churn.merchant_id} = ${top_merchants.merchant_id} ;;
    fields: [top_merchants.merchant_name, top_merchants.industry, top_merchants.region, top_merchants.merchant_size]
  }
}

explore: merchant_cohorts {
  label: "Merchant cohorts"
  description: "Logo retention by sign-up month. Grain: sign-up month x age in months inside the window."
}

explore: merchant_mix_month {
  label: "Merchant mix month"
  description: "Processing of merchants. Grain: merchant x month x channel x payment method with attempts."

  join: top_merchants {
    type: left_outer
    relationship: many_to_one
    sql_on: ${merchant_mix_month.merchant_id} = ${top_merchants.merchant_id} ;;
    fields: [top_merchants.merchant_name, top_merchants.industry, top_merchants.region, top_merchants.merchant_size]
  }
}

explore: merchant_survival {
  label: "Merchant survival"
  description: "Merchants not yet churned. Grain: age x merchant size x region x industry x sales channel."
}

explore: merchant_week {
  label: "Merchant week"
  description: "Processing of merchants. Grain: merchant x ISO week with attempts."

  join: top_merchants {
    type: left_outer
    relationship: many_to_one
    sql_on: ${merchant_week.merchant_id} = ${top_merchants.merchant_id} ;;
    fields: [top_merchants.merchant_name]
  }
}

explore: metrics {
  label: "Metrics"
  description: "The metrics by name. Grain: metric."
}

explore: money_monthly {
  label: "Money monthly"
  description: "From gross fees to contribution margin. Grain: month of the window."
}

explore: payments_daily {
  label: "Payments daily"
  description: "Additive cube behind every filter. Grain: day x region x industry x size x channel x method."
}

explore: refund_triangle {
  label: "Refund triangle"
  description: "Refunds by month of sale. Grain: month of sale x months until the refund."
}

explore: refunds {
  label: "Refunds"
  description: "Refunds with their sale. Grain: refund of an approved attempt."

  join: top_merchants {
    type: left_outer
    relationship: many_to_one
    sql_on: ${refunds.merchant_id} = ${top_merchants.merchant_id} ;;
    fields: [top_merchants.merchant_name]
  }
}

explore: retry_compliance {
  label: "Retry compliance"
  description: "Retries against the schemes' rules. Grain: month x card brand with retries."
}

explore: revenue_retention {
  label: "Revenue retention"
  description: "Net and gross revenue retention. Grain: whole month x months back."
}

explore: scheme_monitor {
  label: "Scheme monitor"
  description: "Merchants against monitoring programmes. Grain: merchant x programme x month with disputes."
}

explore: top_merchants {
  label: "Top merchants"
  description: "Merchants by volume. Grain: merchant with at least one attempt in the reporting window."
}

explore: unit_economics {
  label: "Unit economics"
  description: "Cost and value of winning merchants. Grain: sales channel or campaign with sign-ups."
}

explore: unit_economics_monthly {
  label: "Unit economics monthly"
  description: "Cost of winning merchants, and income since. Grain: sales channel or campaign x sign-up month."
}

explore: yield_bridge {
  label: "Yield bridge"
  description: "Price and mix of the yield. Grain: month x region x industry x size x channel x method."
}

explore: attempts_daily {
  label: "Attempts daily"
  description: "Volume, acceptance and declines in one cube. Grain: cell of payments_daily x decline reason."
}

explore: merchant_months {
  label: "Merchant months"
  description: "Processing of merchants by month. Grain: merchant x month x channel x method with attempts."
}

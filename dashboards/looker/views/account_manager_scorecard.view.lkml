view: account_manager_scorecard {
  sql_table_name: @{SCHEMA}.account_manager_scorecard ;;
  label: "Account manager scorecard"

  dimension: account_manager_id {
    type: number
    sql: ${TABLE}.account_manager_id ;;
    label: "Account manager ID"
    description: "Key of the manager."
  }

  dimension: account_manager_name {
    type: string
    sql: ${TABLE}.account_manager_name ;;
    label: "Account manager name"
    description: "Name of the manager."
  }

  dimension: region {
    type: string
    sql: ${TABLE}.region ;;
    label: "Region"
    description: "Region that the manager works in."
  }

  dimension: team {
    type: string
    sql: ${TABLE}.team ;;
    label: "Team"
    description: "Team of the manager."
  }

  dimension: is_partial_month {
    type: yesno
    sql: ${TABLE}.is_partial_month ;;
    label: "Is partial month"
    description: "Whether the reporting window holds only a part of the month."
  }

  dimension: approval_rate_over_expected {
    type: number
    sql: ${TABLE}.approval_rate_over_expected ;;
    label: "Approval above expected"
    description: "approval_rate - expected_approval_rate; 0.01 is one point better than the mix explains."
    group_label: "Not to be added up"
    value_format_name: percent_2
  }

  dimension_group: month {
    type: time
    timeframes: [
      raw,
      date,
      week,
      month,
      quarter,
      year,
    ]
    convert_tz: no
    datatype: date
    sql: ${TABLE}.month ;;
    label: "Month"
    description: "First day of the month."
  }

  measure: portfolio_merchants {
    type: sum
    sql: ${TABLE}.portfolio_merchants ;;
    label: "Portfolio"
    description: "Merchants of the manager signed up by the end of the month, active or not."
    value_format_name: decimal_0
    required_fields: [month_month]
    drill_fields: [detail*]
  }

  measure: signups {
    type: sum
    sql: ${TABLE}.signups ;;
    label: "Sign-ups"
    description: "Those who signed up in the month."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: exposed_signups {
    type: sum
    sql: ${TABLE}.exposed_signups ;;
    label: "Exposed sign-ups"
    description: "Those of them whose first 30 days lie inside the reporting window."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: activated_in_30_days {
    type: sum
    sql: ${TABLE}.activated_in_30_days ;;
    label: "Activated in 30 days"
    description: "Exposed sign-ups with an approved attempt within 30 days."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: activation_rate {
    type: number
    sql: 1.0 * ${activated_in_30_days} / NULLIF(${exposed_signups}, 0) ;;
    label: "Activation rate"
    description: "activated_in_30_days / exposed_signups; NULL when nobody is exposed yet."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: active_merchants {
    type: sum
    sql: ${TABLE}.active_merchants ;;
    label: "Active merchants"
    description: "Those with at least one approved attempt in the month."
    value_format_name: decimal_0
    required_fields: [month_month]
    drill_fields: [detail*]
  }

  measure: active_rate {
    type: number
    sql: 1.0 * ${active_merchants} / NULLIF(${portfolio_merchants}, 0) ;;
    label: "Coverage"
    description: "active_merchants / portfolio_merchants: coverage."
    value_format_name: percent_2
    required_fields: [month_month]
    drill_fields: [detail*]
  }

  measure: txns {
    type: sum
    sql: ${TABLE}.txns ;;
    label: "Attempts"
    description: "Authorisation attempts, approved or not."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: approved_txns {
    type: sum
    sql: ${TABLE}.approved_txns ;;
    label: "Transactions"
    description: "Approved attempts."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: approval_rate {
    type: number
    sql: 1.0 * ${approved_txns} / NULLIF(${txns}, 0) ;;
    label: "Approval rate"
    description: "approved_txns / txns."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: expected_approved_txns {
    type: sum
    sql: ${TABLE}.expected_approved_txns ;;
    label: "Expected approvals"
    description: "Approvals if each month x channel x method x industry x region had the rate of all merchants."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: expected_approval_rate {
    type: number
    sql: 1.0 * ${expected_approved_txns} / NULLIF(${txns}, 0) ;;
    label: "Expected approval rate"
    description: "expected_approved_txns / txns: the approval rate that the mix alone explains."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: gpv {
    type: sum
    sql: ${TABLE}.gpv ;;
    label: "Gross payment volume"
    description: "Gross payment volume: amount of approved attempts, before refunds and disputes."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: net_revenue {
    type: sum
    sql: ${TABLE}.net_revenue ;;
    label: "Net revenue"
    description: "Merchant fees less interchange and scheme fees of approved attempts."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: net_take_rate {
    type: number
    sql: 1.0 * ${net_revenue} / NULLIF(${gpv}, 0) ;;
    label: "Net take rate"
    description: "net_revenue / gpv."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: contribution_amount {
    type: sum
    sql: ${TABLE}.contribution_amount ;;
    label: "Contribution margin"
    description: "Contribution margin (fct_merchant_month)."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: disputes {
    type: sum
    sql: ${TABLE}.disputes ;;
    label: "Disputes"
    description: "Disputes opened in the month."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: dispute_rate {
    type: number
    sql: 1.0 * ${disputes} / NULLIF(${approved_txns}, 0) ;;
    label: "Disputes of a portfolio"
    description: "disputes / approved_txns; 0.002 is 20 basis points."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: at_risk_merchants {
    type: sum
    sql: ${TABLE}.at_risk_merchants ;;
    label: "Merchants at risk"
    description: "Silent on the last day of the month for more than their threshold_days, but less than 90 days."
    value_format_name: decimal_0
    required_fields: [month_month]
    drill_fields: [detail*]
  }

  measure: at_risk_share {
    type: number
    sql: 1.0 * ${at_risk_merchants} / NULLIF(${portfolio_merchants}, 0) ;;
    label: "Share of merchants at risk"
    description: "at_risk_merchants / portfolio_merchants."
    value_format_name: percent_2
    required_fields: [month_month]
    drill_fields: [detail*]
  }

  measure: at_risk_net_revenue {
    type: sum
    sql: ${TABLE}.at_risk_net_revenue ;;
    label: "Net revenue at risk"
    description: "Net revenue of those in the three months up to that of their last payment, times 4: a year, USD."
    value_format_name: usd_0
    required_fields: [month_month]
    drill_fields: [detail*]
  }

  measure: net_revenue_month_before {
    type: sum
    sql: ${TABLE}.net_revenue_month_before ;;
    label: "Net revenue month before"
    description: "Net revenue of the month before; NULL unless both months are whole."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: retained_net_revenue_month {
    type: sum
    sql: ${TABLE}.retained_net_revenue_month ;;
    label: "Retained net revenue month"
    description: "Net revenue of this month from merchants active in the month before."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: nrr_month_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.retained_net_revenue_month IS NOT NULL AND ${TABLE}.net_revenue_month_before IS NOT NULL THEN ${TABLE}.retained_net_revenue_month END ;;
  }

  measure: nrr_month_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.retained_net_revenue_month IS NOT NULL AND ${TABLE}.net_revenue_month_before IS NOT NULL THEN ${TABLE}.net_revenue_month_before END ;;
  }

  measure: nrr_month {
    type: number
    sql: 1.0 * ${nrr_month_numerator} / NULLIF(${nrr_month_denominator}, 0) ;;
    label: "NRR of a portfolio, month on month"
    description: "retained_net_revenue_month / net_revenue_month_before."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: net_revenue_year_before {
    type: sum
    sql: ${TABLE}.net_revenue_year_before ;;
    label: "Net revenue year before"
    description: "Net revenue of the month twelve months before; 0 or NULL without a year of data."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: retained_net_revenue_year {
    type: sum
    sql: ${TABLE}.retained_net_revenue_year ;;
    label: "Retained net revenue year"
    description: "Net revenue of this month from merchants active twelve months before."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: nrr_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.retained_net_revenue_year IS NOT NULL AND ${TABLE}.net_revenue_year_before IS NOT NULL THEN ${TABLE}.retained_net_revenue_year END ;;
  }

  measure: nrr_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.retained_net_revenue_year IS NOT NULL AND ${TABLE}.net_revenue_year_before IS NOT NULL THEN ${TABLE}.net_revenue_year_before END ;;
  }

  measure: nrr {
    type: number
    sql: 1.0 * ${nrr_numerator} / NULLIF(${nrr_denominator}, 0) ;;
    label: "NRR of a portfolio, 12 months"
    description: "Net revenue retention: retained_net_revenue_year / net_revenue_year_before."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: capped_net_revenue_year {
    type: sum
    sql: ${TABLE}.capped_net_revenue_year ;;
    label: "Capped net revenue year"
    description: "retained_net_revenue_year with each merchant capped at its base."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: grr_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.capped_net_revenue_year IS NOT NULL AND ${TABLE}.net_revenue_year_before IS NOT NULL THEN ${TABLE}.capped_net_revenue_year END ;;
  }

  measure: grr_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.capped_net_revenue_year IS NOT NULL AND ${TABLE}.net_revenue_year_before IS NOT NULL THEN ${TABLE}.net_revenue_year_before END ;;
  }

  measure: grr {
    type: number
    sql: 1.0 * ${grr_numerator} / NULLIF(${grr_denominator}, 0) ;;
    label: "GRR of a portfolio, 12 months"
    description: "Gross revenue retention: capped_net_revenue_year / net_revenue_year_before, at most 1."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: arpa {
    type: number
    sql: 1.0 * ${net_revenue} / NULLIF(${active_merchants}, 0) ;;
    label: "Average revenue per account"
    description: "Net revenue of the month per active merchant. net_revenue / active_merchants."
    value_format_name: usd_0
    required_fields: [month_month]
    drill_fields: [detail*]
  }

  measure: avg_amount {
    type: number
    sql: 1.0 * ${gpv} / NULLIF(${approved_txns}, 0) ;;
    label: "Average ticket"
    description: "Amount of an approved attempt. gpv / approved_txns."
    value_format_name: usd
    drill_fields: [detail*]
  }

  measure: contribution_rate {
    type: number
    sql: 1.0 * ${contribution_amount} / NULLIF(${gpv}, 0) ;;
    label: "Contribution rate"
    description: "Contribution margin per dollar of GPV. contribution_amount / gpv."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      account_manager_id,
      month_month,
      portfolio_merchants,
      signups,
      exposed_signups,
      activated_in_30_days,
      activation_rate,
      active_merchants,
      active_rate,
      txns,
    ]
  }
}

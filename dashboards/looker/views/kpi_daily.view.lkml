view: kpi_daily {
  sql_table_name: @{SCHEMA}.kpi_daily ;;
  label: "KPI daily"

  dimension: txns_7d {
    type: number
    sql: ${TABLE}.txns_7d ;;
    label: "Attempts 7d"
    description: "txns of the same 7 days."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: approved_txns_7d {
    type: number
    sql: ${TABLE}.approved_txns_7d ;;
    label: "Approved attempts 7d"
    description: "approved_txns of the same 7 days."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: total_fees_7d {
    type: number
    sql: ${TABLE}.total_fees_7d ;;
    label: "Total fees 7d"
    description: "total_fees of the same 7 days."
    group_label: "Not to be added up"
    value_format_name: usd_0
  }

  dimension: txns_28d {
    type: number
    sql: ${TABLE}.txns_28d ;;
    label: "Attempts 28d"
    description: "txns of the same 28 days."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: approved_txns_28d {
    type: number
    sql: ${TABLE}.approved_txns_28d ;;
    label: "Approved attempts 28d"
    description: "approved_txns of the same 28 days."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: total_fees_28d {
    type: number
    sql: ${TABLE}.total_fees_28d ;;
    label: "Total fees 28d"
    description: "total_fees of the same 28 days."
    group_label: "Not to be added up"
    value_format_name: usd_0
  }

  dimension_group: day {
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
    sql: ${TABLE}.day ;;
    label: "Day"
    description: "UTC day of the reporting window."
  }

  measure: gpv {
    type: sum
    sql: ${TABLE}.gpv ;;
    label: "Gross payment volume"
    description: "Gross payment volume: amount of approved attempts, before refunds and disputes."
    value_format_name: usd_0
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
    description: "approved_txns / txns; NULL on a day without attempts."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: avg_amount {
    type: number
    sql: 1.0 * ${gpv} / NULLIF(${approved_txns}, 0) ;;
    label: "Average ticket"
    description: "Average ticket: gpv / approved_txns; a ratio, hence not rounded to cents."
    value_format_name: usd
    drill_fields: [detail*]
  }

  measure: total_fees {
    type: sum
    sql: ${TABLE}.total_fees ;;
    label: "Gross fees on settled transactions"
    description: "Merchant fees of approved attempts."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: fee_yield {
    type: number
    sql: 1.0 * ${total_fees} / NULLIF(${gpv}, 0) ;;
    label: "Fee yield"
    description: "total_fees / gpv; 0.021 is 210 basis points."
    value_format_name: percent_2
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

  measure: gpv_week_before {
    type: sum
    sql: ${TABLE}.gpv_week_before ;;
    label: "GPV week before"
    description: "gpv of the same weekday one week earlier."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: wow_growth_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.gpv IS NOT NULL AND ${TABLE}.gpv_week_before IS NOT NULL THEN ${TABLE}.gpv END ;;
  }

  measure: wow_growth_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.gpv IS NOT NULL AND ${TABLE}.gpv_week_before IS NOT NULL THEN ${TABLE}.gpv_week_before END ;;
  }

  measure: wow_growth {
    type: number
    sql: 1.0 * ${wow_growth_numerator} / NULLIF(${wow_growth_denominator}, 0) - 1 ;;
    label: "GPV week over week"
    description: "gpv / gpv_week_before - 1: like weekday against like weekday; NULL in the first week."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: gpv_7d {
    type: sum
    sql: ${TABLE}.gpv_7d ;;
    label: "GPV of 7 days"
    description: "gpv of the 7 days up to this one; NULL until the window holds 7 days."
    value_format_name: usd_0
    required_fields: [day_date]
    drill_fields: [detail*]
  }

  measure: approval_rate_7d_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.approved_txns_7d IS NOT NULL AND ${TABLE}.txns_7d IS NOT NULL THEN ${TABLE}.approved_txns_7d END ;;
  }

  measure: approval_rate_7d_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.approved_txns_7d IS NOT NULL AND ${TABLE}.txns_7d IS NOT NULL THEN ${TABLE}.txns_7d END ;;
  }

  measure: approval_rate_7d {
    type: number
    sql: 1.0 * ${approval_rate_7d_numerator} / NULLIF(${approval_rate_7d_denominator}, 0) ;;
    label: "Approval rate of 7 days"
    description: "approved_txns_7d / txns_7d."
    value_format_name: percent_2
    required_fields: [day_date]
    drill_fields: [detail*]
  }

  measure: fee_yield_7d_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.total_fees_7d IS NOT NULL AND ${TABLE}.gpv_7d IS NOT NULL THEN ${TABLE}.total_fees_7d END ;;
  }

  measure: fee_yield_7d_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.total_fees_7d IS NOT NULL AND ${TABLE}.gpv_7d IS NOT NULL THEN ${TABLE}.gpv_7d END ;;
  }

  measure: fee_yield_7d {
    type: number
    sql: 1.0 * ${fee_yield_7d_numerator} / NULLIF(${fee_yield_7d_denominator}, 0) ;;
    label: "Fee yield of 7 days"
    description: "total_fees_7d / gpv_7d."
    value_format_name: percent_2
    required_fields: [day_date]
    drill_fields: [detail*]
  }

  measure: gpv_28d {
    type: sum
    sql: ${TABLE}.gpv_28d ;;
    label: "GPV of 28 days"
    description: "gpv of the 28 days up to this one; NULL until the window holds 28 days."
    value_format_name: usd_0
    required_fields: [day_date]
    drill_fields: [detail*]
  }

  measure: approval_rate_28d_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.approved_txns_28d IS NOT NULL AND ${TABLE}.txns_28d IS NOT NULL THEN ${TABLE}.approved_txns_28d END ;;
  }

  measure: approval_rate_28d_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.approved_txns_28d IS NOT NULL AND ${TABLE}.txns_28d IS NOT NULL THEN ${TABLE}.txns_28d END ;;
  }

  measure: approval_rate_28d {
    type: number
    sql: 1.0 * ${approval_rate_28d_numerator} / NULLIF(${approval_rate_28d_denominator}, 0) ;;
    label: "Approval rate of 28 days"
    description: "approved_txns_28d / txns_28d."
    value_format_name: percent_2
    required_fields: [day_date]
    drill_fields: [detail*]
  }

  measure: fee_yield_28d_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.total_fees_28d IS NOT NULL AND ${TABLE}.gpv_28d IS NOT NULL THEN ${TABLE}.total_fees_28d END ;;
  }

  measure: fee_yield_28d_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.total_fees_28d IS NOT NULL AND ${TABLE}.gpv_28d IS NOT NULL THEN ${TABLE}.gpv_28d END ;;
  }

  measure: fee_yield_28d {
    type: number
    sql: 1.0 * ${fee_yield_28d_numerator} / NULLIF(${fee_yield_28d_denominator}, 0) ;;
    label: "Fee yield of 28 days"
    description: "total_fees_28d / gpv_28d."
    value_format_name: percent_2
    required_fields: [day_date]
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      day_date,
      gpv,
      txns,
      approved_txns,
      approval_rate,
      avg_amount,
      total_fees,
      fee_yield,
      net_revenue,
    ]
  }
}

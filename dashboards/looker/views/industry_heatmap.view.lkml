view: industry_heatmap {
  sql_table_name: @{SCHEMA}.industry_heatmap ;;
  label: "Industry heatmap"

  dimension: region {
    type: string
    sql: ${TABLE}.region ;;
    label: "Region"
    description: "Region of the merchant."
  }

  dimension: industry {
    type: string
    sql: ${TABLE}.industry ;;
    label: "Industry"
    description: "Industry of the merchant."
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
    description: "approved_txns / txns; NULL in a cell without attempts."
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

  measure: gpv_last_12_months {
    type: sum
    sql: ${TABLE}.gpv_last_12_months ;;
    label: "GPV last 12 months"
    description: "gpv of the last 12 whole months; NULL unless the window holds 24 whole months."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: gpv_12_months_before {
    type: sum
    sql: ${TABLE}.gpv_12_months_before ;;
    label: "GPV 12 months before"
    description: "gpv of the 12 months before those; NULL unless the window holds 24 whole months."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: yoy_growth_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.gpv_last_12_months IS NOT NULL AND ${TABLE}.gpv_12_months_before IS NOT NULL THEN ${TABLE}.gpv_last_12_months END ;;
  }

  measure: yoy_growth_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.gpv_last_12_months IS NOT NULL AND ${TABLE}.gpv_12_months_before IS NOT NULL THEN ${TABLE}.gpv_12_months_before END ;;
  }

  measure: yoy_growth {
    type: number
    sql: 1.0 * ${yoy_growth_numerator} / NULLIF(${yoy_growth_denominator}, 0) - 1 ;;
    label: "GPV of 12 months, year over year"
    description: "gpv_last_12_months / gpv_12_months_before - 1; NULL with less than two years of data."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      region,
      industry,
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

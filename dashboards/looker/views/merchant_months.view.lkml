view: merchant_months {
  sql_table_name: @{SCHEMA}.merchant_months ;;
  label: "Merchant months"

  dimension: merchant_id {
    type: number
    sql: ${TABLE}.merchant_id ;;
    label: "Merchant ID"
    description: "Key of the merchant."
  }

  dimension: merchant_name {
    type: string
    sql: ${TABLE}.merchant_name ;;
    label: "Merchant name"
    description: "Trading name."
  }

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

  dimension: merchant_size {
    type: string
    sql: ${TABLE}.merchant_size ;;
    label: "Merchant size"
    description: "small, medium or enterprise."
  }

  dimension: channel {
    type: string
    sql: ${TABLE}.channel ;;
    label: "Channel"
    description: "pos, ecom or inapp."
  }

  dimension: payment_method {
    type: string
    sql: ${TABLE}.payment_method ;;
    label: "Payment method"
    description: "card, ach or wallet."
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

  measure: gpv {
    type: sum
    sql: ${TABLE}.gpv ;;
    label: "Gross payment volume"
    description: "Gross payment volume: amount of approved attempts, before refunds and disputes."
    value_format_name: usd_0
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

  measure: net_revenue {
    type: sum
    sql: ${TABLE}.net_revenue ;;
    label: "Net revenue"
    description: "Merchant fees less interchange and scheme fees of approved attempts."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: approval_rate {
    type: number
    sql: 1.0 * ${approved_txns} / NULLIF(${txns}, 0) ;;
    label: "Approval rate"
    description: "Approved part of all attempts. approved_txns / txns."
    value_format_name: percent_2
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

  measure: fee_yield {
    type: number
    sql: 1.0 * ${total_fees} / NULLIF(${gpv}, 0) ;;
    label: "Fee yield"
    description: "Merchant fees of approved attempts per dollar of GPV; 0.021 is 210 bps. total_fees / gpv."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: net_take_rate {
    type: number
    sql: 1.0 * ${net_revenue} / NULLIF(${gpv}, 0) ;;
    label: "Net take rate"
    description: "Net revenue per dollar of GPV; 0.005 is 50 bps. net_revenue / gpv."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: active_merchants {
    type: count_distinct
    sql: CASE WHEN ${TABLE}.approved_txns > 0 THEN ${TABLE}.merchant_id END ;;
    label: "Active merchants"
    description: "Merchants with at least one approved attempt under the filters."
    value_format_name: decimal_0
    drill_fields: [detail*]

    link: {
      label: "Retention and cohorts"
      url: "/dashboards/payments::retention"
    }
  }

  set: detail {
    fields: [
      merchant_id,
      month_month,
      channel,
      payment_method,
      txns,
      approved_txns,
      gpv,
      total_fees,
      net_revenue,
    ]
  }
}

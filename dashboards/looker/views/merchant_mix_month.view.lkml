view: merchant_mix_month {
  sql_table_name: @{SCHEMA}.merchant_mix_month ;;
  label: "Merchant mix month"

  dimension: merchant_id {
    type: number
    sql: ${TABLE}.merchant_id ;;
    label: "Merchant ID"
    description: "Merchant; refers to merchants."
  }

  dimension: month_number {
    type: number
    sql: ${TABLE}.month_number ;;
    label: "Month number"
    description: "Year * 12 + month."
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

  dimension_group: first_approved_day {
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
    sql: ${TABLE}.first_approved_day ;;
    label: "First approved day"
    description: "UTC day of the first approved attempt; NULL without one."
  }

  dimension_group: last_approved_day {
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
    sql: ${TABLE}.last_approved_day ;;
    label: "Last approved day"
    description: "UTC day of the last approved attempt; NULL without one."
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

  set: detail {
    fields: [
      merchant_id,
      month_number,
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

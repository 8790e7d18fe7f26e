view: declines_daily {
  sql_table_name: @{SCHEMA}.declines_daily ;;
  label: "Declines daily"

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

  dimension: decline_reason {
    type: string
    sql: ${TABLE}.decline_reason ;;
    label: "Decline reason"
    description: "Why it was declined; NULL when a declined attempt names no reason."
  }

  dimension: response_code {
    type: string
    sql: ${TABLE}.response_code ;;
    label: "Response code"
    description: "Answer; refers to response_codes."
  }

  dimension: attempt_no {
    type: number
    sql: ${TABLE}.attempt_no ;;
    label: "Attempt no"
    description: "1 for first attempts, 2 and more for retries."
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
    description: "UTC day."
  }

  measure: declined_txns {
    type: sum
    sql: ${TABLE}.declined_txns ;;
    label: "Declines"
    description: "Declined attempts."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: declined_amount {
    type: sum
    sql: ${TABLE}.declined_amount ;;
    label: "Declined volume"
    description: "Amount of the declined attempts."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      day_date,
      region,
      industry,
      merchant_size,
      channel,
      payment_method,
      decline_reason,
      response_code,
      attempt_no,
      declined_txns,
      declined_amount,
    ]
  }
}

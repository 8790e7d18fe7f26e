view: disputes {
  sql_table_name: @{SCHEMA}.disputes ;;
  label: "Disputes"

  dimension: dispute_id {
    primary_key: yes
    type: number
    sql: ${TABLE}.dispute_id ;;
    label: "Dispute ID"
    description: "Key of the dispute."
  }

  dimension: txn_id {
    type: number
    sql: ${TABLE}.txn_id ;;
    label: "Txn ID"
    description: "Attempt contested."
  }

  dimension: merchant_id {
    type: number
    sql: ${TABLE}.merchant_id ;;
    label: "Merchant ID"
    description: "Merchant of the sale."
  }

  dimension: sale_month_number {
    type: number
    sql: ${TABLE}.sale_month_number ;;
    label: "Sale month number"
    description: "Year * 12 + month of the sale."
  }

  dimension: month_number {
    type: number
    sql: ${TABLE}.month_number ;;
    label: "Month number"
    description: "Year * 12 + month of that day."
  }

  dimension: resolved_month_number {
    type: number
    sql: ${TABLE}.resolved_month_number ;;
    label: "Resolved month number"
    description: "Year * 12 + month of the resolution; NULL while open."
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
    description: "Channel of the sale: pos, ecom or inapp."
  }

  dimension: payment_method {
    type: string
    sql: ${TABLE}.payment_method ;;
    label: "Payment method"
    description: "Method of the sale: card, ach or wallet."
  }

  dimension: card_brand {
    type: string
    sql: ${TABLE}.card_brand ;;
    label: "Card brand"
    description: "visa, mastercard, amex or other; none when the sale was no card's."
  }

  dimension: reason {
    type: string
    sql: ${TABLE}.reason ;;
    label: "Reason"
    description: "Reason that the cardholder gave."
  }

  dimension: status {
    type: string
    sql: ${TABLE}.status ;;
    label: "Status"
    description: "open, won (by the merchant) or lost."
  }

  dimension_group: sale_day {
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
    sql: ${TABLE}.sale_day ;;
    label: "Sale day"
    description: "UTC day of the sale."
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
    description: "UTC day on which the dispute was opened."
  }

  measure: fraud_disputes {
    type: sum
    sql: ${TABLE}.fraud_disputes ;;
    label: "Fraud disputes"
    description: "1 when the dispute claims fraud, else 0."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: amount {
    type: sum
    sql: ${TABLE}.amount ;;
    label: "Amount"
    description: "Amount contested."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  set: detail {
    fields: [dispute_id, fraud_disputes, amount]
  }
}

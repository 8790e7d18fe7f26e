view: refunds {
  sql_table_name: @{SCHEMA}.refunds ;;
  label: "Refunds"

  dimension: refund_id {
    primary_key: yes
    type: number
    sql: ${TABLE}.refund_id ;;
    label: "Refund ID"
    description: "Key of the refund."
  }

  dimension: txn_id {
    type: number
    sql: ${TABLE}.txn_id ;;
    label: "Txn ID"
    description: "Attempt paid back."
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
    description: "Year * 12 + month of the refund."
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

  dimension: reason {
    type: string
    sql: ${TABLE}.reason ;;
    label: "Reason"
    description: "Why it was paid back."
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
    description: "UTC day of the refund."
  }

  measure: amount {
    type: sum
    sql: ${TABLE}.amount ;;
    label: "Amount"
    description: "Amount paid back, the whole sale or a part of it."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  set: detail {
    fields: [refund_id, amount]
  }
}

view: enumeration_monthly {
  sql_table_name: @{SCHEMA}.enumeration_monthly ;;
  label: "Enumeration monthly"

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

  dimension: industry {
    type: string
    sql: ${TABLE}.industry ;;
    label: "Industry"
    description: "Industry of the merchant."
  }

  dimension: region {
    type: string
    sql: ${TABLE}.region ;;
    label: "Region"
    description: "Region of the merchant."
  }

  dimension: merchant_size {
    type: string
    sql: ${TABLE}.merchant_size ;;
    label: "Merchant size"
    description: "small, medium or enterprise."
  }

  dimension: is_partial_month {
    type: yesno
    sql: ${TABLE}.is_partial_month ;;
    label: "Is partial month"
    description: "Whether the reporting window holds only a part of the month."
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

  measure: enumerated_days {
    type: sum
    sql: ${TABLE}.enumerated_days ;;
    label: "Enumerated days"
    description: "Days with a burst of card testing."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: enumerated_txns {
    type: sum
    sql: ${TABLE}.enumerated_txns ;;
    label: "Enumerated attempts"
    description: "Attempts of those bursts (fct_enumerated_days), approved or not."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: enumerated_approved_txns {
    type: sum
    sql: ${TABLE}.enumerated_approved_txns ;;
    label: "Enumerated approved attempts"
    description: "Those approved: cards found to work."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: remote_txns {
    type: sum
    sql: ${TABLE}.remote_txns ;;
    label: "Remote attempts"
    description: "All attempts by card or wallet of the month that were not made at the point of sale."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: enumeration_rate {
    type: number
    sql: 1.0 * ${enumerated_txns} / NULLIF(${remote_txns}, 0) ;;
    label: "Enumeration rate"
    description: "enumerated_txns / remote_txns: what Visa calls the enumeration ratio, for all card brands."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      merchant_id,
      month_month,
      enumerated_days,
      enumerated_txns,
      enumerated_approved_txns,
      remote_txns,
      enumeration_rate,
    ]
  }
}

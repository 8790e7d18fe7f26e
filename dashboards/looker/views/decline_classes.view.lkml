view: decline_classes {
  sql_table_name: @{SCHEMA}.decline_classes ;;
  label: "Decline classes"

  dimension: decline_class {
    type: string
    sql: ${TABLE}.decline_class ;;
    label: "Decline class"
    description: "soft, hard, authentication, risk or technical; unknown for a code that response_codes lacks."
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

  measure: declined_txns {
    type: sum
    sql: ${TABLE}.declined_txns ;;
    label: "Declines"
    description: "Declined attempts of the class."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: declined_amount {
    type: sum
    sql: ${TABLE}.declined_amount ;;
    label: "Declined volume"
    description: "Amount of those."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: month_declined_txns {
    type: sum
    sql: ${TABLE}.month_declined_txns ;;
    label: "Month declined attempts"
    description: "Declined attempts of the month, all classes: repeats on each class."
    value_format_name: decimal_0
    required_fields: [decline_class]
    drill_fields: [detail*]
  }

  measure: decline_share {
    type: number
    sql: 1.0 * ${declined_txns} / NULLIF(${month_declined_txns}, 0) ;;
    label: "Share of declines by class"
    description: "declined_txns / month_declined_txns; NULL in a month without declines."
    value_format_name: percent_2
    required_fields: [decline_class]
    drill_fields: [detail*]
  }

  measure: month_txns {
    type: sum
    sql: ${TABLE}.month_txns ;;
    label: "Month attempts"
    description: "All attempts of the month, approved ones included: repeats on each class."
    value_format_name: decimal_0
    required_fields: [decline_class]
    drill_fields: [detail*]
  }

  measure: decline_rate {
    type: number
    sql: 1.0 * ${declined_txns} / NULLIF(${month_txns}, 0) ;;
    label: "Decline rate by class"
    description: "declined_txns / month_txns."
    value_format_name: percent_2
    required_fields: [decline_class]
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      month_month,
      decline_class,
      declined_txns,
      declined_amount,
      month_declined_txns,
      decline_share,
      month_txns,
      decline_rate,
    ]
  }
}

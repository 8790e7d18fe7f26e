view: refund_triangle {
  sql_table_name: @{SCHEMA}.refund_triangle ;;
  label: "Refund triangle"

  dimension: lag_months {
    type: number
    sql: ${TABLE}.lag_months ;;
    label: "Lag months"
    description: "Calendar months from the sale to the refund; 0 is the month of sale."
  }

  dimension: is_fully_observed {
    type: yesno
    sql: ${TABLE}.is_fully_observed ;;
    label: "Is fully observed"
    description: "Whether the whole month of the refunds lies inside the reporting window."
  }

  dimension: cumulative_refunds {
    type: number
    sql: ${TABLE}.cumulative_refunds ;;
    label: "Cumulative refunds"
    description: "Refunds up to this lag."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: cumulative_refund_amount {
    type: number
    sql: ${TABLE}.cumulative_refund_amount ;;
    label: "Cumulative refund amount"
    description: "Amount refunded up to this lag."
    group_label: "Not to be added up"
    value_format_name: usd_0
  }

  dimension_group: sale_month {
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
    sql: ${TABLE}.sale_month ;;
    label: "Sale month"
    description: "First day of the month of sale."
  }

  measure: sale_txns {
    type: sum
    sql: ${TABLE}.sale_txns ;;
    label: "Sale attempts"
    description: "Approved attempts of the month of sale: repeats on each lag."
    value_format_name: decimal_0
    required_fields: [lag_months]
    drill_fields: [detail*]
  }

  measure: sale_gpv {
    type: sum
    sql: ${TABLE}.sale_gpv ;;
    label: "Sale GPV"
    description: "Amount of those: repeats on each lag."
    value_format_name: usd_0
    required_fields: [lag_months]
    drill_fields: [detail*]
  }

  measure: refunds {
    type: sum
    sql: ${TABLE}.refunds ;;
    label: "Refunds"
    description: "Refunds of those sales with this lag."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: refund_amount {
    type: sum
    sql: ${TABLE}.refund_amount ;;
    label: "Refunded volume"
    description: "Amount of those refunds."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: cumulative_refund_rate_numerator {
    hidden: yes
    type: sum
    sql: ${TABLE}.cumulative_refunds ;;
  }

  measure: cumulative_refund_rate_denominator {
    hidden: yes
    type: sum
    sql: ${TABLE}.sale_txns ;;
  }

  measure: cumulative_refund_rate {
    type: number
    sql: 1.0 * ${cumulative_refund_rate_numerator} / NULLIF(${cumulative_refund_rate_denominator}, 0) ;;
    label: "Refund rate by month of sale"
    description: "cumulative_refunds / sale_txns: a sale refunded in two parts counts twice."
    value_format_name: percent_2
    required_fields: [lag_months, sale_month_month]
    drill_fields: [detail*]
  }

  measure: cumulative_refund_value_rate_numerator {
    hidden: yes
    type: sum
    sql: ${TABLE}.cumulative_refund_amount ;;
  }

  measure: cumulative_refund_value_rate_denominator {
    hidden: yes
    type: sum
    sql: ${TABLE}.sale_gpv ;;
  }

  measure: cumulative_refund_value_rate {
    type: number
    sql: 1.0 * ${cumulative_refund_value_rate_numerator} / NULLIF(${cumulative_refund_value_rate_denominator}, 0) ;;
    label: "Refund rate by month of sale, by value"
    description: "cumulative_refund_amount / sale_gpv."
    value_format_name: percent_2
    required_fields: [lag_months, sale_month_month]
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      sale_month_month,
      lag_months,
      sale_txns,
      sale_gpv,
      refunds,
      refund_amount,
      cumulative_refund_rate,
      cumulative_refund_value_rate,
    ]
  }
}

view: dispute_triangle {
  sql_table_name: @{SCHEMA}.dispute_triangle ;;
  label: "Dispute triangle"

  dimension: lag_months {
    type: number
    sql: ${TABLE}.lag_months ;;
    label: "Lag months"
    description: "Calendar months from the sale to the opening of the dispute; 0 is the month of sale."
  }

  dimension: is_fully_observed {
    type: yesno
    sql: ${TABLE}.is_fully_observed ;;
    label: "Is fully observed"
    description: "Whether the whole month of the openings lies inside the reporting window."
  }

  dimension: cumulative_disputes {
    type: number
    sql: ${TABLE}.cumulative_disputes ;;
    label: "Cumulative disputes"
    description: "Disputes up to this lag."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: cumulative_disputed_amount {
    type: number
    sql: ${TABLE}.cumulative_disputed_amount ;;
    label: "Cumulative disputed amount"
    description: "Amount disputed up to this lag."
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

  measure: disputes {
    type: sum
    sql: ${TABLE}.disputes ;;
    label: "Disputes"
    description: "Disputes of those sales with this lag."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: disputed_amount {
    type: sum
    sql: ${TABLE}.disputed_amount ;;
    label: "Disputed volume"
    description: "Amount of those disputes."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: fraud_disputes {
    type: sum
    sql: ${TABLE}.fraud_disputes ;;
    label: "Fraud disputes"
    description: "Those that claim fraud."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: fraud_amount {
    type: sum
    sql: ${TABLE}.fraud_amount ;;
    label: "Fraud"
    description: "Amount of those that claim fraud."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: cumulative_dispute_rate_numerator {
    hidden: yes
    type: sum
    sql: ${TABLE}.cumulative_disputes ;;
  }

  measure: cumulative_dispute_rate_denominator {
    hidden: yes
    type: sum
    sql: ${TABLE}.sale_txns ;;
  }

  measure: cumulative_dispute_rate {
    type: number
    sql: 1.0 * ${cumulative_dispute_rate_numerator} / NULLIF(${cumulative_dispute_rate_denominator}, 0) ;;
    label: "Dispute rate by month of sale"
    description: "cumulative_disputes / sale_txns."
    value_format_name: percent_2
    required_fields: [lag_months, sale_month_month]
    drill_fields: [detail*]
  }

  measure: cumulative_dispute_value_rate_numerator {
    hidden: yes
    type: sum
    sql: ${TABLE}.cumulative_disputed_amount ;;
  }

  measure: cumulative_dispute_value_rate_denominator {
    hidden: yes
    type: sum
    sql: ${TABLE}.sale_gpv ;;
  }

  measure: cumulative_dispute_value_rate {
    type: number
    sql: 1.0 * ${cumulative_dispute_value_rate_numerator} / NULLIF(${cumulative_dispute_value_rate_denominator}, 0) ;;
    label: "Dispute rate by month of sale, by value"
    description: "cumulative_disputed_amount / sale_gpv."
    value_format_name: percent_2
    required_fields: [lag_months, sale_month_month]
    drill_fields: [detail*]
  }

  measure: fraud_rate {
    type: number
    sql: 1.0 * ${fraud_amount} / NULLIF(${sale_gpv}, 0) ;;
    label: "Fraud rate"
    description: "Fraud amount per dollar of sales, by month of sale; 0.001 is 10 bps. fraud_amount / sale_gpv."
    value_format_name: percent_2
    required_fields: [lag_months]
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      sale_month_month,
      lag_months,
      sale_txns,
      sale_gpv,
      disputes,
      disputed_amount,
      fraud_disputes,
      fraud_amount,
      cumulative_dispute_rate,
      cumulative_dispute_value_rate,
    ]
  }
}

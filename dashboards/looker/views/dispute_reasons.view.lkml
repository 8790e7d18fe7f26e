view: dispute_reasons {
  sql_table_name: @{SCHEMA}.dispute_reasons ;;
  label: "Dispute reasons"

  dimension: reason {
    primary_key: yes
    type: string
    sql: ${TABLE}.reason ;;
    label: "Reason"
    description: "Reason given; unknown when there is none."
  }

  measure: disputes {
    type: sum
    sql: ${TABLE}.disputes ;;
    label: "Disputes"
    description: "Disputes opened for this reason."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: disputed_amount {
    type: sum
    sql: ${TABLE}.disputed_amount ;;
    label: "Disputed volume"
    description: "Amount of those."
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

  measure: open_disputes {
    type: sum
    sql: ${TABLE}.open_disputes ;;
    label: "Open disputes"
    description: "Those not decided yet."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: won_disputes {
    type: sum
    sql: ${TABLE}.won_disputes ;;
    label: "Won disputes"
    description: "Those that the merchant won."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: lost_disputes {
    type: sum
    sql: ${TABLE}.lost_disputes ;;
    label: "Lost disputes"
    description: "Those that the merchant lost."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: lost_amount {
    type: sum
    sql: ${TABLE}.lost_amount ;;
    label: "Lost amount"
    description: "Amount of those lost."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: resolved_disputes {
    type: sum
    sql: ${TABLE}.resolved_disputes ;;
    label: "Resolved disputes"
    description: "won_disputes + lost_disputes."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: win_rate {
    type: number
    sql: 1.0 * ${won_disputes} / NULLIF(${resolved_disputes}, 0) ;;
    label: "Win rate"
    description: "won_disputes / resolved_disputes; NULL while all are open."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      reason,
      disputes,
      disputed_amount,
      fraud_disputes,
      open_disputes,
      won_disputes,
      lost_disputes,
      lost_amount,
      resolved_disputes,
    ]
  }
}

view: decline_recovery {
  sql_table_name: @{SCHEMA}.decline_recovery ;;
  label: "Decline recovery"

  dimension: response_code {
    type: string
    sql: ${TABLE}.response_code ;;
    label: "Response code"
    description: "Answer; refers to response_codes; unknown for a decline without one."
  }

  dimension: decline_class {
    type: string
    sql: ${TABLE}.decline_class ;;
    label: "Decline class"
    description: "soft, hard, authentication, risk or technical; unknown for a code that response_codes lacks."
  }

  dimension: is_never_retry {
    type: yesno
    sql: ${TABLE}.is_never_retry ;;
    label: "Is never retry"
    description: "Whether the schemes forbid another attempt on the same card."
  }

  dimension: attempt_no {
    type: number
    sql: ${TABLE}.attempt_no ;;
    label: "Attempt no"
    description: "1 for declines of first attempts: the later the attempt, the fewer are left."
  }

  measure: declined_txns {
    type: sum
    sql: ${TABLE}.declined_txns ;;
    label: "Declines"
    description: "Declined attempts at least 30 days before the end of the window."
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

  measure: retried_txns {
    type: sum
    sql: ${TABLE}.retried_txns ;;
    label: "Retried attempts"
    description: "Those that another attempt followed within 30 days."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: retry_rate {
    type: number
    sql: 1.0 * ${retried_txns} / NULLIF(${declined_txns}, 0) ;;
    label: "Retry rate"
    description: "retried_txns / declined_txns."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: recovered_txns {
    type: sum
    sql: ${TABLE}.recovered_txns ;;
    label: "Recovered attempts"
    description: "Those that an approval followed within 30 days, at the next attempt or a later one."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: recovered_amount {
    type: sum
    sql: ${TABLE}.recovered_amount ;;
    label: "Recovered volume"
    description: "Amount of those."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: recovery_rate {
    type: number
    sql: 1.0 * ${recovered_txns} / NULLIF(${retried_txns}, 0) ;;
    label: "Recovery rate"
    description: "recovered_txns / retried_txns: the chance of a retry after this answer at this attempt."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: abandoned_amount {
    type: sum
    sql: ${TABLE}.abandoned_amount ;;
    label: "Abandoned amount"
    description: "Amount of declines that nobody tried again."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: recoverable_amount {
    type: sum
    sql: ${TABLE}.recoverable_amount ;;
    label: "Recoverable volume"
    description: "abandoned_amount * recovery_rate, an estimate: soft and technical declines only, else 0."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      response_code,
      attempt_no,
      declined_txns,
      declined_amount,
      retried_txns,
      retry_rate,
      recovered_txns,
      recovered_amount,
      recovery_rate,
      abandoned_amount,
    ]
  }
}

view: decline_drivers {
  sql_table_name: @{SCHEMA}.decline_drivers ;;
  label: "Decline drivers"

  dimension: decline_reason {
    type: string
    sql: ${TABLE}.decline_reason ;;
    label: "Decline reason"
    description: "Reason of the decline; unknown when a declined attempt names none."
  }

  dimension: channel {
    type: string
    sql: ${TABLE}.channel ;;
    label: "Channel"
    description: "pos, ecom or inapp."
  }

  dimension: industry {
    type: string
    sql: ${TABLE}.industry ;;
    label: "Industry"
    description: "Industry of the merchant."
  }

  measure: declined_txns {
    type: sum
    sql: ${TABLE}.declined_txns ;;
    label: "Declines"
    description: "Attempts of the segment (channel x industry) declined for this reason."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: total_txns {
    type: sum
    sql: ${TABLE}.total_txns ;;
    label: "Total attempts"
    description: "All attempts of the segment, approved ones and other reasons included: repeats on each reason."
    value_format_name: decimal_0
    required_fields: [decline_reason]
    drill_fields: [detail*]
  }

  measure: decline_rate {
    type: number
    sql: 1.0 * ${declined_txns} / NULLIF(${total_txns}, 0) ;;
    label: "Decline rate by reason"
    description: "declined_txns / total_txns: over all reasons it adds up to 1 less the approval rate."
    value_format_name: percent_2
    required_fields: [decline_reason]
    drill_fields: [detail*]
  }

  measure: segment_declined_txns {
    type: sum
    sql: ${TABLE}.segment_declined_txns ;;
    label: "Segment declined attempts"
    description: "Declined attempts of the segment for all reasons: repeats on each reason."
    value_format_name: decimal_0
    required_fields: [decline_reason]
    drill_fields: [detail*]
  }

  measure: decline_share {
    type: number
    sql: 1.0 * ${declined_txns} / NULLIF(${segment_declined_txns}, 0) ;;
    label: "Share of declines by reason"
    description: "declined_txns / segment_declined_txns; NULL in a segment without declines."
    value_format_name: percent_2
    required_fields: [decline_reason]
    drill_fields: [detail*]
  }

  measure: declined_amount {
    type: sum
    sql: ${TABLE}.declined_amount ;;
    label: "Declined volume"
    description: "Amount of the attempts declined for this reason."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      decline_reason,
      channel,
      industry,
      declined_txns,
      total_txns,
      decline_rate,
      segment_declined_txns,
      decline_share,
      declined_amount,
    ]
  }
}

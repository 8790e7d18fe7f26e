view: acceptance_daily {
  sql_table_name: @{SCHEMA}.acceptance_daily ;;
  label: "Acceptance daily"

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
    description: "UTC day: of the attempt, or of a payment's first."
  }

  measure: txns {
    type: sum
    sql: ${TABLE}.txns ;;
    label: "Attempts"
    description: "Authorisation attempts."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: attempted_amount {
    type: sum
    sql: ${TABLE}.attempted_amount ;;
    label: "Amount tried"
    description: "Amount of all attempts."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: sent_txns {
    type: sum
    sql: ${TABLE}.sent_txns ;;
    label: "Sent attempts"
    description: "Attempts that went to the issuer: not stopped before by a fraud rule or by 3-D Secure."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: sent_amount {
    type: sum
    sql: ${TABLE}.sent_amount ;;
    label: "Sent amount"
    description: "Amount of the attempts sent."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: approved_txns {
    type: sum
    sql: ${TABLE}.approved_txns ;;
    label: "Transactions"
    description: "Approved attempts."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: gpv {
    type: sum
    sql: ${TABLE}.gpv ;;
    label: "Gross payment volume"
    description: "Gross payment volume: amount of approved attempts."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: payments {
    type: sum
    sql: ${TABLE}.payments ;;
    label: "Payments asked for"
    description: "Payments asked for: first attempts. A payment first tried before the data begins is none."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: payments_amount {
    type: sum
    sql: ${TABLE}.payments_amount ;;
    label: "Attempted volume"
    description: "Amount of the first attempts."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: first_sent_payments {
    type: sum
    sql: ${TABLE}.first_sent_payments ;;
    label: "First sent payments"
    description: "Payments whose first attempt went to the issuer."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: first_sent_amount {
    type: sum
    sql: ${TABLE}.first_sent_amount ;;
    label: "First sent amount"
    description: "Amount of those."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: first_approved_payments {
    type: sum
    sql: ${TABLE}.first_approved_payments ;;
    label: "First approved payments"
    description: "Payments approved at the first attempt."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: first_approved_amount {
    type: sum
    sql: ${TABLE}.first_approved_amount ;;
    label: "First approved amount"
    description: "Amount of those."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: sent_payments {
    type: sum
    sql: ${TABLE}.sent_payments ;;
    label: "Sent payments"
    description: "Payments of which an attempt went to the issuer within 30 days of the first."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: sent_payments_amount {
    type: sum
    sql: ${TABLE}.sent_payments_amount ;;
    label: "Sent payments amount"
    description: "Amount of the first attempts of those."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: recovered_payments {
    type: sum
    sql: ${TABLE}.recovered_payments ;;
    label: "Recovered payments"
    description: "Payments declined at first and approved within 30 days."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: recovered_amount {
    type: sum
    sql: ${TABLE}.recovered_amount ;;
    label: "Recovered volume"
    description: "Amount of the first attempts of those."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: accepted_payments {
    type: sum
    sql: ${TABLE}.accepted_payments ;;
    label: "Accepted payments"
    description: "Payments approved at any attempt within 30 days: first_approved_payments + recovered_payments."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: accepted_amount {
    type: sum
    sql: ${TABLE}.accepted_amount ;;
    label: "Accepted amount"
    description: "Amount of the first attempts of those."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: approval_rate {
    type: number
    sql: 1.0 * ${approved_txns} / NULLIF(${txns}, 0) ;;
    label: "Approval rate"
    description: "Approved part of all attempts. approved_txns / txns."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: avg_amount {
    type: number
    sql: 1.0 * ${gpv} / NULLIF(${approved_txns}, 0) ;;
    label: "Average ticket"
    description: "Amount of an approved attempt. gpv / approved_txns."
    value_format_name: usd
    drill_fields: [detail*]
  }

  measure: first_attempt_approval_rate {
    type: number
    sql: 1.0 * ${first_approved_payments} / NULLIF(${first_sent_payments}, 0) ;;
    label: "First-attempt approval"
    description: "Payments approved at once, of those whose first attempt went to the issuer. first_approved_payments / first_sent_payments."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: first_attempt_approval_value_rate {
    type: number
    sql: 1.0 * ${first_approved_amount} / NULLIF(${first_sent_amount}, 0) ;;
    label: "First-attempt approval, by value"
    description: "First-attempt approval by amount. first_approved_amount / first_sent_amount."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: raw_approval_rate {
    type: number
    sql: 1.0 * ${approved_txns} / NULLIF(${sent_txns}, 0) ;;
    label: "Approval by issuers"
    description: "Approved part of the attempts that went to the issuer. approved_txns / sent_txns."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: raw_approval_value_rate {
    type: number
    sql: 1.0 * ${gpv} / NULLIF(${sent_amount}, 0) ;;
    label: "Approval by issuers, by value"
    description: "Approved part of the amount that went to issuers. gpv / sent_amount."
    value_format_name: percent_2
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
      txns,
      attempted_amount,
      sent_txns,
      sent_amount,
      approved_txns,
      gpv,
      payments,
      payments_amount,
    ]
  }
}

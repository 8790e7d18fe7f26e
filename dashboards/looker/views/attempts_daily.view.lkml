view: attempts_daily {
  sql_table_name: @{SCHEMA}.attempts_daily ;;
  label: "Attempts daily"

  dimension: region {
    type: string
    sql: ${TABLE}.region ;;
    label: "Region"
    description: "Region of the merchant."

    link: {
      label: "Merchants of this region and industry"
      url: "/dashboards/payments::sales?Region={{ value | url_encode }}"
    }
  }

  dimension: industry {
    type: string
    sql: ${TABLE}.industry ;;
    label: "Industry"
    description: "Industry of the merchant."

    link: {
      label: "Merchants of this region and industry"
      url: "/dashboards/payments::sales?Industry={{ value | url_encode }}"
    }
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

  dimension: decline_reason {
    type: string
    sql: ${TABLE}.decline_reason ;;
    label: "Decline reason"
    description: "all attempts on the rows that hold the sums of a cell; else the reason of the declines."
  }

  dimension: is_fully_observed {
    type: yesno
    sql: ${TABLE}.is_fully_observed ;;
    label: "Is fully observed"
    description: "Whether the 30 days for retries after this day lie inside the reporting window."
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
    description: "Authorisation attempts, approved or not."
    value_format_name: decimal_0
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

  measure: approved_txns {
    type: sum
    sql: ${TABLE}.approved_txns ;;
    label: "Transactions"
    description: "Approved attempts."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: declined_txns {
    type: sum
    sql: ${TABLE}.declined_txns ;;
    label: "Declines"
    description: "Declined attempts; 0 on rows of all attempts, so that the reasons add up."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: declined_amount {
    type: sum
    sql: ${TABLE}.declined_amount ;;
    label: "Declined volume"
    description: "Amount of the declined attempts."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: gpv {
    type: sum
    sql: ${TABLE}.gpv ;;
    label: "Gross payment volume"
    description: "Gross payment volume: amount of approved attempts, before refunds and disputes."
    value_format_name: usd_0
    drill_fields: [detail*]

    link: {
      label: "Sales and merchants"
      url: "/dashboards/payments::sales"
    }
  }

  measure: total_fees {
    type: sum
    sql: ${TABLE}.total_fees ;;
    label: "Gross fees on settled transactions"
    description: "Merchant fees of approved attempts."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: net_revenue {
    type: sum
    sql: ${TABLE}.net_revenue ;;
    label: "Net revenue"
    description: "Merchant fees less interchange and scheme fees of approved attempts."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: payments {
    type: sum
    sql: ${TABLE}.payments ;;
    label: "Payments asked for"
    description: "Payments asked for: first attempts."
    value_format_name: decimal_0
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

  measure: first_approved_payments {
    type: sum
    sql: ${TABLE}.first_approved_payments ;;
    label: "First approved payments"
    description: "Payments approved at the first attempt."
    value_format_name: decimal_0
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

  measure: accepted_payments {
    type: sum
    sql: ${TABLE}.accepted_payments ;;
    label: "Accepted payments"
    description: "Payments approved at any attempt within 30 days; still growing until fully observed."
    value_format_name: decimal_0
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

  measure: acceptance_rate_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.is_fully_observed THEN ${TABLE}.accepted_payments END ;;
  }

  measure: acceptance_rate_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.is_fully_observed THEN ${TABLE}.payments END ;;
  }

  measure: acceptance_rate {
    type: number
    sql: 1.0 * ${acceptance_rate_numerator} / NULLIF(${acceptance_rate_denominator}, 0) ;;
    label: "Acceptance, end to end"
    description: "Payments approved within 30 days, of all asked for: fraud rules and 3-D Secure count. accepted_payments / payments."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: approval_rate {
    type: number
    sql: 1.0 * ${approved_txns} / NULLIF(${txns}, 0) ;;
    label: "Approval rate"
    description: "Approved part of all attempts. approved_txns / txns."
    value_format_name: percent_2
    drill_fields: [detail*]

    link: {
      label: "Approvals and declines"
      url: "/dashboards/payments::approvals"
    }
  }

  measure: avg_amount {
    type: number
    sql: 1.0 * ${gpv} / NULLIF(${approved_txns}, 0) ;;
    label: "Average ticket"
    description: "Amount of an approved attempt. gpv / approved_txns."
    value_format_name: usd
    drill_fields: [detail*]
  }

  measure: fee_yield {
    type: number
    sql: 1.0 * ${total_fees} / NULLIF(${gpv}, 0) ;;
    label: "Fee yield"
    description: "Merchant fees of approved attempts per dollar of GPV; 0.021 is 210 bps. total_fees / gpv."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: final_approval_rate_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.is_fully_observed THEN ${TABLE}.accepted_payments END ;;
  }

  measure: final_approval_rate_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.is_fully_observed THEN ${TABLE}.sent_payments END ;;
  }

  measure: final_approval_rate {
    type: number
    sql: 1.0 * ${final_approval_rate_numerator} / NULLIF(${final_approval_rate_denominator}, 0) ;;
    label: "Final approval"
    description: "Payments approved within 30 days at whatever attempt, of those sent to the issuer. accepted_payments / sent_payments."
    value_format_name: percent_2
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

  measure: net_take_rate {
    type: number
    sql: 1.0 * ${net_revenue} / NULLIF(${gpv}, 0) ;;
    label: "Net take rate"
    description: "Net revenue per dollar of GPV; 0.005 is 50 bps. net_revenue / gpv."
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

  measure: retry_uplift_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.is_fully_observed THEN ${TABLE}.recovered_payments END ;;
  }

  measure: retry_uplift_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.is_fully_observed THEN ${TABLE}.payments END ;;
  }

  measure: retry_uplift {
    type: number
    sql: 1.0 * ${retry_uplift_numerator} / NULLIF(${retry_uplift_denominator}, 0) ;;
    label: "Retry uplift"
    description: "Payments won back by a retry, of all asked for. recovered_payments / payments."
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
      decline_reason,
      txns,
      sent_txns,
      approved_txns,
      declined_txns,
      declined_amount,
      gpv,
      total_fees,
      net_revenue,
    ]
  }
}

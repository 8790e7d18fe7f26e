view: acceptance_monthly {
  sql_table_name: @{SCHEMA}.acceptance_monthly ;;
  label: "Acceptance monthly"

  dimension: is_partial_month {
    type: yesno
    sql: ${TABLE}.is_partial_month ;;
    label: "Is partial month"
    description: "Whether the reporting window holds only a part of the month."
  }

  dimension: is_fully_observed {
    type: yesno
    sql: ${TABLE}.is_fully_observed ;;
    label: "Is fully observed"
    description: "Whether the 30 days for retries of the month's last payments lie inside the reporting window."
  }

  dimension: mix_adjusted_approval_rate {
    type: number
    sql: ${TABLE}.mix_adjusted_approval_rate ;;
    label: "Approval at equal mix"
    description: "approved_txns / txns at the mix of the whole window over channel, method, industry and region."
    group_label: "Not to be added up"
    value_format_name: percent_2
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
    description: "Gross payment volume: amount of approved attempts, before refunds and disputes."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: raw_approval_rate {
    type: number
    sql: 1.0 * ${approved_txns} / NULLIF(${sent_txns}, 0) ;;
    label: "Approval by issuers"
    description: "approved_txns / sent_txns: what issuers approve, attempt by attempt."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: raw_approval_value_rate {
    type: number
    sql: 1.0 * ${gpv} / NULLIF(${sent_amount}, 0) ;;
    label: "Approval by issuers, by value"
    description: "gpv / sent_amount."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: payments {
    type: sum
    sql: ${TABLE}.payments ;;
    label: "Payments asked for"
    description: "Payments asked for: first attempts, on the day of the first attempt."
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

  measure: first_attempt_approval_rate {
    type: number
    sql: 1.0 * ${first_approved_payments} / NULLIF(${first_sent_payments}, 0) ;;
    label: "First-attempt approval"
    description: "first_approved_payments / first_sent_payments."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: first_attempt_approval_value_rate {
    type: number
    sql: 1.0 * ${first_approved_amount} / NULLIF(${first_sent_amount}, 0) ;;
    label: "First-attempt approval, by value"
    description: "first_approved_amount / first_sent_amount."
    value_format_name: percent_2
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

  measure: accepted_payments {
    type: sum
    sql: ${TABLE}.accepted_payments ;;
    label: "Accepted payments"
    description: "Payments approved at any attempt within 30 days; still growing until fully observed."
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
    description: "accepted_payments / sent_payments; NULL until the month is fully observed."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: final_approval_value_rate_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.is_fully_observed THEN ${TABLE}.accepted_amount END ;;
  }

  measure: final_approval_value_rate_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.is_fully_observed THEN ${TABLE}.sent_payments_amount END ;;
  }

  measure: final_approval_value_rate {
    type: number
    sql: 1.0 * ${final_approval_value_rate_numerator} / NULLIF(${final_approval_value_rate_denominator}, 0) ;;
    label: "Final approval, by value"
    description: "accepted_amount / sent_payments_amount; NULL until the month is fully observed."
    value_format_name: percent_2
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
    description: "End to end: accepted_payments / payments; NULL until the month is fully observed."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: acceptance_value_rate_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.is_fully_observed THEN ${TABLE}.accepted_amount END ;;
  }

  measure: acceptance_value_rate_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.is_fully_observed THEN ${TABLE}.payments_amount END ;;
  }

  measure: acceptance_value_rate {
    type: number
    sql: 1.0 * ${acceptance_value_rate_numerator} / NULLIF(${acceptance_value_rate_denominator}, 0) ;;
    label: "Acceptance, end to end, by value"
    description: "accepted_amount / payments_amount; NULL until the month is fully observed."
    value_format_name: percent_2
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
    description: "(accepted_payments - first_approved_payments) / payments: what retries add; 0.02 is 2 points."
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
  }

  measure: avg_amount {
    type: number
    sql: 1.0 * ${gpv} / NULLIF(${approved_txns}, 0) ;;
    label: "Average ticket"
    description: "Amount of an approved attempt. gpv / approved_txns."
    value_format_name: usd
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      month_month,
      txns,
      attempted_amount,
      sent_txns,
      sent_amount,
      approved_txns,
      gpv,
      raw_approval_rate,
      raw_approval_value_rate,
    ]
  }
}

view: retry_compliance {
  sql_table_name: @{SCHEMA}.retry_compliance ;;
  label: "Retry compliance"

  dimension: card_brand {
    type: string
    sql: ${TABLE}.card_brand ;;
    label: "Card brand"
    description: "visa, mastercard, amex or other; none when the payment is no card's."
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
    description: "First day of the month of the retry."
  }

  measure: retries {
    type: sum
    sql: ${TABLE}.retries ;;
    label: "Retries"
    description: "Second and later attempts of payments."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: retried_amount {
    type: sum
    sql: ${TABLE}.retried_amount ;;
    label: "Retried amount"
    description: "Amount of those."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: forbidden_retries {
    type: sum
    sql: ${TABLE}.forbidden_retries ;;
    label: "Forbidden retries"
    description: "Retries after an answer that forbids to try again (Visa category 1)."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: excessive_retries {
    type: sum
    sql: ${TABLE}.excessive_retries ;;
    label: "Excessive retries"
    description: "Retries beyond what scheme_rules allows in 30 days, or after too many declines of one day."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: violations {
    type: sum
    sql: ${TABLE}.violations ;;
    label: "Retry violations"
    description: "Retries that break either rule."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: compliant_retries {
    type: sum
    sql: ${TABLE}.compliant_retries ;;
    label: "Compliant retries"
    description: "Retries that break neither."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: compliance_rate {
    type: number
    sql: 1.0 * ${compliant_retries} / NULLIF(${retries}, 0) ;;
    label: "Retry compliance"
    description: "compliant_retries / retries."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: penalty_amount {
    type: sum
    sql: ${TABLE}.penalty_amount ;;
    label: "Retry penalties"
    description: "What the scheme charges for the violations (scheme_rules), USD; 0 where it has no fee for them."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      month_month,
      card_brand,
      retries,
      retried_amount,
      forbidden_retries,
      excessive_retries,
      violations,
      compliant_retries,
      compliance_rate,
      penalty_amount,
    ]
  }
}

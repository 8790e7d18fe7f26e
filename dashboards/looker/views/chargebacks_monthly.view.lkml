view: chargebacks_monthly {
  sql_table_name: @{SCHEMA}.chargebacks_monthly ;;
  label: "Chargebacks monthly"

  dimension: card_brand {
    type: string
    sql: ${TABLE}.card_brand ;;
    label: "Card brand"
    description: "visa, mastercard, amex or other; none when the sale was no card's."
  }

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
    description: "Whether the 120 days after the month's last sale lie inside the reporting window."
  }

  dimension: development_factor {
    type: number
    sql: ${TABLE}.development_factor ;;
    label: "Development factor of disputes"
    description: "How much disputes will still grow, from how older sales grew (chain ladder over months 0 to 4)."
    group_label: "Not to be added up"
    value_format_name: decimal_2
  }

  dimension: expected_chargeback_rate {
    type: number
    sql: ${TABLE}.expected_chargeback_rate ;;
    label: "Chargeback rate by sale, expected"
    description: "observed_chargeback_rate * development_factor: the rate to expect once 120 days have gone by."
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

  measure: sale_txns {
    type: sum
    sql: ${TABLE}.sale_txns ;;
    label: "Sale attempts"
    description: "Approved attempts of the month."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: sale_gpv {
    type: sum
    sql: ${TABLE}.sale_gpv ;;
    label: "Sale GPV"
    description: "Amount of those."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: scheme_base_txns {
    type: sum
    sql: ${TABLE}.scheme_base_txns ;;
    label: "Scheme base attempts"
    description: "Approved attempts of the month; for Mastercard of the month before, NULL when it has no data."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: scheme_base_gpv {
    type: sum
    sql: ${TABLE}.scheme_base_gpv ;;
    label: "Scheme base GPV"
    description: "Amount of those."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: disputes {
    type: sum
    sql: ${TABLE}.disputes ;;
    label: "Disputes"
    description: "Disputes opened in the month, of whatever sale."
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

  measure: scheme_chargeback_rate_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.disputes IS NOT NULL AND ${TABLE}.scheme_base_txns IS NOT NULL THEN ${TABLE}.disputes END ;;
  }

  measure: scheme_chargeback_rate_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.disputes IS NOT NULL AND ${TABLE}.scheme_base_txns IS NOT NULL THEN ${TABLE}.scheme_base_txns END ;;
  }

  measure: scheme_chargeback_rate {
    type: number
    sql: 1.0 * ${scheme_chargeback_rate_numerator} / NULLIF(${scheme_chargeback_rate_denominator}, 0) ;;
    label: "Chargeback ratio, scheme view"
    description: "disputes / scheme_base_txns: the schemes' view; 0.009 is 90 basis points."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: scheme_chargeback_value_rate_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.disputed_amount IS NOT NULL AND ${TABLE}.scheme_base_gpv IS NOT NULL THEN ${TABLE}.disputed_amount END ;;
  }

  measure: scheme_chargeback_value_rate_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.disputed_amount IS NOT NULL AND ${TABLE}.scheme_base_gpv IS NOT NULL THEN ${TABLE}.scheme_base_gpv END ;;
  }

  measure: scheme_chargeback_value_rate {
    type: number
    sql: 1.0 * ${scheme_chargeback_value_rate_numerator} / NULLIF(${scheme_chargeback_value_rate_denominator}, 0) ;;
    label: "Chargeback ratio, scheme view, by value"
    description: "disputed_amount / scheme_base_gpv."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: sale_disputes {
    type: sum
    sql: ${TABLE}.sale_disputes ;;
    label: "Sale disputes"
    description: "Disputes opened within 120 days of sales of the month, as far as the window shows them."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: sale_disputed_amount {
    type: sum
    sql: ${TABLE}.sale_disputed_amount ;;
    label: "Sale disputed amount"
    description: "Amount of those."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: observed_chargeback_rate {
    type: number
    sql: 1.0 * ${sale_disputes} / NULLIF(${sale_txns}, 0) ;;
    label: "Chargeback rate by sale, to date"
    description: "sale_disputes / sale_txns: still growing until fully observed."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: observed_chargeback_value_rate {
    type: number
    sql: 1.0 * ${sale_disputed_amount} / NULLIF(${sale_gpv}, 0) ;;
    label: "Chargeback rate by sale, to date, by value"
    description: "sale_disputed_amount / sale_gpv."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: fraud_disputes {
    type: sum
    sql: ${TABLE}.fraud_disputes ;;
    label: "Fraud disputes"
    description: "sale_disputes that claim fraud."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: fraud_amount {
    type: sum
    sql: ${TABLE}.fraud_amount ;;
    label: "Fraud"
    description: "Amount of those."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: fraud_rate {
    type: number
    sql: 1.0 * ${fraud_amount} / NULLIF(${sale_gpv}, 0) ;;
    label: "Fraud rate"
    description: "fraud_amount / sale_gpv, by day of sale; 0.001 is 10 basis points."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      month_month,
      card_brand,
      sale_txns,
      sale_gpv,
      scheme_base_txns,
      scheme_base_gpv,
      disputes,
      disputed_amount,
      scheme_chargeback_rate,
      scheme_chargeback_value_rate,
    ]
  }
}

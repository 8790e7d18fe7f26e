view: dispute_lags {
  sql_table_name: @{SCHEMA}.dispute_lags ;;
  label: "Dispute lags"

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
    description: "Channel of the sale: pos, ecom or inapp."
  }

  dimension: payment_method {
    type: string
    sql: ${TABLE}.payment_method ;;
    label: "Payment method"
    description: "Method of the sale: card, ach or wallet."
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
    description: "Approved attempts of the month of sale, at lag 0; 0 at every other lag."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: sale_gpv {
    type: sum
    sql: ${TABLE}.sale_gpv ;;
    label: "Sale GPV"
    description: "Amount of those, at lag 0 alone."
    value_format_name: usd_0
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

  measure: fraud_rate {
    type: number
    sql: 1.0 * ${fraud_amount} / NULLIF(${sale_gpv}, 0) ;;
    label: "Fraud rate"
    description: "Fraud amount per dollar of sales, by month of sale; 0.001 is 10 bps. fraud_amount / sale_gpv."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      sale_month_month,
      lag_months,
      region,
      industry,
      merchant_size,
      channel,
      payment_method,
      sale_txns,
      sale_gpv,
      disputes,
      disputed_amount,
      fraud_disputes,
      fraud_amount,
    ]
  }
}

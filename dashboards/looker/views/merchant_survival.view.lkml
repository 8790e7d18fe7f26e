view: merchant_survival {
  sql_table_name: @{SCHEMA}.merchant_survival ;;
  label: "Merchant survival"

  dimension: month_index {
    type: number
    sql: ${TABLE}.month_index ;;
    label: "Month index"
    description: "Calendar months since the month of the first approved attempt, which itself is 0."
  }

  dimension: merchant_size {
    type: string
    sql: ${TABLE}.merchant_size ;;
    label: "Merchant size"
    description: "small, medium or enterprise."
  }

  dimension: region {
    type: string
    sql: ${TABLE}.region ;;
    label: "Region"
    description: "Region of the merchants."
  }

  dimension: industry {
    type: string
    sql: ${TABLE}.industry ;;
    label: "Industry"
    description: "Industry of the merchants."
  }

  dimension: sales_channel {
    type: string
    sql: ${TABLE}.sales_channel ;;
    label: "Sales channel"
    description: "direct, partner or online."
  }

  measure: exposed_merchants {
    type: sum
    sql: ${TABLE}.exposed_merchants ;;
    label: "Exposed merchants"
    description: "Merchants whose month of this age is whole and lies 90 days before the end of the window."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: surviving_merchants {
    type: sum
    sql: ${TABLE}.surviving_merchants ;;
    label: "Surviving merchants"
    description: "Those whose last payment before a silence of 90 days or more (fct_merchant_churn) lies later."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: survival_rate {
    type: number
    sql: 1.0 * ${surviving_merchants} / NULLIF(${exposed_merchants}, 0) ;;
    label: "Survival"
    description: "surviving_merchants / exposed_merchants: the higher the age, the fewer and older the cohorts."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      month_index,
      merchant_size,
      region,
      industry,
      sales_channel,
      exposed_merchants,
      surviving_merchants,
      survival_rate,
    ]
  }
}

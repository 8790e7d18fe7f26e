view: cohort_months {
  sql_table_name: @{SCHEMA}.cohort_months ;;
  label: "Cohort months"

  dimension: month_index {
    type: number
    sql: ${TABLE}.month_index ;;
    label: "Month index"
    description: "Age: calendar months since the sign-up month, which itself is 0."
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

  dimension: is_fully_observed {
    type: yesno
    sql: ${TABLE}.is_fully_observed ;;
    label: "Is fully observed"
    description: "Whether the whole month lies inside the reporting window."
  }

  dimension_group: signup_month {
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
    sql: ${TABLE}.signup_month ;;
    label: "Sign-up month"
    description: "First day of the sign-up month."
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
    description: "First day of the month looked at."
  }

  measure: cohort_merchants {
    type: sum
    sql: ${TABLE}.cohort_merchants ;;
    label: "Cohort merchants"
    description: "All merchants who signed up, whether they ever processed or not: repeats on each age."
    value_format_name: decimal_0
    required_fields: [month_index]
    drill_fields: [detail*]
  }

  measure: retained_merchants {
    type: sum
    sql: ${TABLE}.retained_merchants ;;
    label: "Retained merchants"
    description: "Those with at least one approved attempt in the month."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: gpv {
    type: sum
    sql: ${TABLE}.gpv ;;
    label: "Gross payment volume"
    description: "Their gross payment volume in the month."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: net_revenue {
    type: sum
    sql: ${TABLE}.net_revenue ;;
    label: "Net revenue"
    description: "Their net revenue in the month."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: contribution_amount {
    type: sum
    sql: ${TABLE}.contribution_amount ;;
    label: "Contribution margin"
    description: "Their contribution margin in the month (fct_merchant_month)."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: contribution_rate {
    type: number
    sql: 1.0 * ${contribution_amount} / NULLIF(${gpv}, 0) ;;
    label: "Contribution rate"
    description: "Contribution margin per dollar of GPV. contribution_amount / gpv."
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

  measure: retention_rate_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.is_fully_observed THEN ${TABLE}.retained_merchants END ;;
  }

  measure: retention_rate_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.is_fully_observed THEN ${TABLE}.cohort_merchants END ;;
  }

  measure: retention_rate {
    type: number
    sql: 1.0 * ${retention_rate_numerator} / NULLIF(${retention_rate_denominator}, 0) ;;
    label: "Logo retention"
    description: "Merchants of a cohort with an approved attempt at an age, of all who signed up. retained_merchants / cohort_merchants."
    value_format_name: percent_2
    required_fields: [month_index]
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      signup_month_month,
      month_index,
      merchant_size,
      region,
      industry,
      sales_channel,
      cohort_merchants,
      retained_merchants,
      gpv,
      net_revenue,
      contribution_amount,
    ]
  }
}

view: gpv_retention {
  sql_table_name: @{SCHEMA}.gpv_retention ;;
  label: "GPV retention"

  dimension: month_index {
    type: number
    sql: ${TABLE}.month_index ;;
    label: "Month index"
    description: "Age: calendar months since the sign-up month, which itself is 0."
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
    description: "All merchants who signed up in signup_month, whether they ever processed or not."
    value_format_name: decimal_0
    required_fields: [month_index]
    drill_fields: [detail*]
  }

  measure: gpv {
    type: sum
    sql: ${TABLE}.gpv ;;
    label: "Gross payment volume"
    description: "Gross payment volume of the cohort in the month."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: base_gpv {
    type: sum
    sql: ${TABLE}.base_gpv ;;
    label: "Base GPV"
    description: "gpv of ages 1 to 3 together; NULL unless the window holds all three whole."
    value_format_name: usd_0
    required_fields: [month_index]
    drill_fields: [detail*]
  }

  measure: gpv_retention_rate_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.is_fully_observed AND ${TABLE}.gpv IS NOT NULL AND ${TABLE}.base_gpv IS NOT NULL THEN ${TABLE}.gpv END ;;
  }

  measure: gpv_retention_rate_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.is_fully_observed AND ${TABLE}.gpv IS NOT NULL AND ${TABLE}.base_gpv IS NOT NULL THEN ${TABLE}.base_gpv END ;;
  }

  measure: gpv_retention_rate {
    type: number
    sql: 3.0 * ${gpv_retention_rate_numerator} / NULLIF(${gpv_retention_rate_denominator}, 0) ;;
    label: "GPV retention"
    description: "gpv / (base_gpv / 3), above 1 while a cohort grows; NULL when the month is not fully observed."
    value_format_name: percent_2
    required_fields: [month_index]
    drill_fields: [detail*]
  }

  measure: net_revenue {
    type: sum
    sql: ${TABLE}.net_revenue ;;
    label: "Net revenue"
    description: "Net revenue of the cohort in the month."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: base_net_revenue {
    type: sum
    sql: ${TABLE}.base_net_revenue ;;
    label: "Base net revenue"
    description: "net_revenue of ages 1 to 3 together."
    value_format_name: usd_0
    required_fields: [month_index]
    drill_fields: [detail*]
  }

  measure: net_revenue_retention_rate_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.net_revenue IS NOT NULL AND ${TABLE}.base_net_revenue IS NOT NULL THEN ${TABLE}.net_revenue END ;;
  }

  measure: net_revenue_retention_rate_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.net_revenue IS NOT NULL AND ${TABLE}.base_net_revenue IS NOT NULL THEN ${TABLE}.base_net_revenue END ;;
  }

  measure: net_revenue_retention_rate {
    type: number
    sql: 3.0 * ${net_revenue_retention_rate_numerator} / NULLIF(${net_revenue_retention_rate_denominator}, 0) ;;
    label: "Net revenue retention of cohorts"
    description: "net_revenue / (base_net_revenue / 3)."
    value_format_name: percent_2
    required_fields: [month_index]
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

  set: detail {
    fields: [
      signup_month_month,
      month_index,
      cohort_merchants,
      gpv,
      base_gpv,
      gpv_retention_rate,
      net_revenue,
      base_net_revenue,
      net_revenue_retention_rate,
    ]
  }
}

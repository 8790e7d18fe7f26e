view: merchant_cohorts {
  sql_table_name: @{SCHEMA}.merchant_cohorts ;;
  label: "Merchant cohorts"

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

  measure: retained_merchants {
    type: sum
    sql: ${TABLE}.retained_merchants ;;
    label: "Retained merchants"
    description: "Merchants of the cohort with at least one approved attempt in the month; 0 is a row too."
    value_format_name: decimal_0
    drill_fields: [detail*]
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
    description: "retained_merchants / cohort_merchants; NULL when the month is not fully observed."
    value_format_name: percent_2
    required_fields: [month_index]
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      signup_month_month,
      month_index,
      retained_merchants,
      cohort_merchants,
      retention_rate,
    ]
  }
}

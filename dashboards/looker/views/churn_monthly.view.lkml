view: churn_monthly {
  sql_table_name: @{SCHEMA}.churn_monthly ;;
  label: "Churn monthly"

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
    description: "Whether the month is whole and the 90 days after it lie inside the reporting window."
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

  measure: active_merchants {
    type: sum
    sql: ${TABLE}.active_merchants ;;
    label: "Active merchants"
    description: "Merchants with at least one approved attempt in the month."
    value_format_name: decimal_0
    required_fields: [month_month]
    drill_fields: [detail*]
  }

  measure: churned_merchants {
    type: sum
    sql: ${TABLE}.churned_merchants ;;
    label: "Churned merchants"
    description: "Merchants whose last payment before a churn (fct_merchant_churn) lies in the month."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: suspected_merchants {
    type: sum
    sql: ${TABLE}.suspected_merchants ;;
    label: "Suspected merchants"
    description: "Those of them whose silence has not yet lasted 90 days."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: reactivated_merchants {
    type: sum
    sql: ${TABLE}.reactivated_merchants ;;
    label: "Reactivated merchants"
    description: "Merchants whose first payment after a churn lies in the month."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: churn_rate_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.is_fully_observed THEN ${TABLE}.churned_merchants END ;;
  }

  measure: churn_rate_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.is_fully_observed THEN ${TABLE}.active_merchants END ;;
  }

  measure: churn_rate {
    type: number
    sql: 1.0 * ${churn_rate_numerator} / NULLIF(${churn_rate_denominator}, 0) ;;
    label: "Churn rate"
    description: "churned_merchants / active_merchants; NULL unless fully observed."
    value_format_name: percent_2
    required_fields: [month_month]
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      month_month,
      active_merchants,
      churned_merchants,
      suspected_merchants,
      reactivated_merchants,
      churn_rate,
    ]
  }
}

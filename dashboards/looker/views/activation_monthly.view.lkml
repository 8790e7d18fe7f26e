view: activation_monthly {
  sql_table_name: @{SCHEMA}.activation_monthly ;;
  label: "Activation monthly"

  dimension: sales_channel {
    type: string
    sql: ${TABLE}.sales_channel ;;
    label: "Sales channel"
    description: "direct, partner or online."
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

  measure: signups {
    type: sum
    sql: ${TABLE}.signups ;;
    label: "Sign-ups"
    description: "Merchants who signed up."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: exposed_signups {
    type: sum
    sql: ${TABLE}.exposed_signups ;;
    label: "Exposed sign-ups"
    description: "Those whose first 30 days lie inside the reporting window."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: activated_in_30_days {
    type: sum
    sql: ${TABLE}.activated_in_30_days ;;
    label: "Activated in 30 days"
    description: "Exposed sign-ups with an approved attempt within 30 days."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: activation_rate {
    type: number
    sql: 1.0 * ${activated_in_30_days} / NULLIF(${exposed_signups}, 0) ;;
    label: "Activation rate"
    description: "activated_in_30_days / exposed_signups; NULL when nobody is exposed yet."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: activated_merchants {
    type: sum
    sql: ${TABLE}.activated_merchants ;;
    label: "Activated merchants"
    description: "Sign-ups with an approved attempt by the end of the window, however late."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: days_to_first_payment {
    type: sum
    sql: ${TABLE}.days_to_first_payment ;;
    label: "Days to first payment"
    description: "Days from sign-up to first approved attempt, added up over activated_merchants."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: avg_days_to_first_payment {
    type: number
    sql: 1.0 * ${days_to_first_payment} / NULLIF(${activated_merchants}, 0) ;;
    label: "Days to first payment"
    description: "days_to_first_payment / activated_merchants: late ones are missing as long as the window ends."
    value_format_name: decimal_2
    drill_fields: [detail*]
  }

  measure: acquisition_cost {
    type: sum
    sql: ${TABLE}.acquisition_cost ;;
    label: "Acquisition spend"
    description: "Sales and marketing spend on these sign-ups, activated or not."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: cac {
    type: number
    sql: 1.0 * ${acquisition_cost} / NULLIF(${activated_merchants}, 0) ;;
    label: "Customer acquisition cost"
    description: "Customer acquisition cost: acquisition_cost / activated_merchants, USD."
    value_format_name: usd
    drill_fields: [detail*]
  }

  measure: activated_share {
    type: number
    sql: 1.0 * ${activated_merchants} / NULLIF(${signups}, 0) ;;
    label: "Activated share of sign-ups"
    description: "Sign-ups of the window with an approved attempt by its end. activated_merchants / signups."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      signup_month_month,
      sales_channel,
      signups,
      exposed_signups,
      activated_in_30_days,
      activation_rate,
      activated_merchants,
      days_to_first_payment,
      avg_days_to_first_payment,
      acquisition_cost,
    ]
  }
}

view: unit_economics_monthly {
  sql_table_name: @{SCHEMA}.unit_economics_monthly ;;
  label: "Unit economics monthly"

  dimension: segment_kind {
    type: string
    sql: ${TABLE}.segment_kind ;;
    label: "Segment kind"
    description: "channel or campaign."
  }

  dimension: segment {
    type: string
    sql: ${TABLE}.segment ;;
    label: "Segment"
    description: "Sales channel, or name of the campaign."
  }

  dimension: is_partial_month {
    type: yesno
    sql: ${TABLE}.is_partial_month ;;
    label: "Is partial month"
    description: "Whether the reporting window holds only a part of the sign-up month."
  }

  dimension: observed_months {
    type: number
    sql: ${TABLE}.observed_months ;;
    label: "Observed months"
    description: "Ages in months, from 0, that lie wholly inside the window: how long they have had to pay back."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: payback_months {
    type: number
    sql: ${TABLE}.payback_months ;;
    label: "Payback"
    description: "First age at which contribution margin to date covers the spend; NULL while it does not."
    group_label: "Not to be added up"
    value_format_name: decimal_0
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
    description: "First day of the month of sign-up."
  }

  measure: signups {
    type: sum
    sql: ${TABLE}.signups ;;
    label: "Sign-ups"
    description: "Merchants who signed up in the month, inside the reporting window."
    value_format_name: decimal_0
    required_fields: [segment_kind]
    drill_fields: [detail*]
  }

  measure: activated_merchants {
    type: sum
    sql: ${TABLE}.activated_merchants ;;
    label: "Activated merchants"
    description: "Those with an approved attempt by the end of the window."
    value_format_name: decimal_0
    required_fields: [segment_kind]
    drill_fields: [detail*]
  }

  measure: activated_share {
    type: number
    sql: 1.0 * ${activated_merchants} / NULLIF(${signups}, 0) ;;
    label: "Activated share of sign-ups"
    description: "activated_merchants / signups."
    value_format_name: percent_2
    required_fields: [segment_kind]
    drill_fields: [detail*]
  }

  measure: acquisition_cost {
    type: sum
    sql: ${TABLE}.acquisition_cost ;;
    label: "Acquisition spend"
    description: "Sales and marketing spend on these sign-ups, activated or not."
    value_format_name: usd_0
    required_fields: [segment_kind]
    drill_fields: [detail*]
  }

  measure: cac {
    type: number
    sql: 1.0 * ${acquisition_cost} / NULLIF(${activated_merchants}, 0) ;;
    label: "Customer acquisition cost"
    description: "Customer acquisition cost: acquisition_cost / activated_merchants, USD."
    value_format_name: usd
    required_fields: [segment_kind]
    drill_fields: [detail*]
  }

  measure: contribution_amount {
    type: sum
    sql: ${TABLE}.contribution_amount ;;
    label: "Contribution margin"
    description: "Contribution margin of these sign-ups in those months (fct_merchant_month)."
    value_format_name: usd_0
    required_fields: [segment_kind]
    drill_fields: [detail*]
  }

  measure: contribution_to_cost {
    type: number
    sql: 1.0 * ${contribution_amount} / NULLIF(${acquisition_cost}, 0) ;;
    label: "Spend that has come back"
    description: "contribution_amount / acquisition_cost: 1 when the spend has come back."
    value_format_name: decimal_2
    required_fields: [segment_kind]
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      segment_kind,
      segment,
      signup_month_month,
      signups,
      activated_merchants,
      activated_share,
      acquisition_cost,
      cac,
      contribution_amount,
      contribution_to_cost,
    ]
  }
}

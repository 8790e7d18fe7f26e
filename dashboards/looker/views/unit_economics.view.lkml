view: unit_economics {
  sql_table_name: @{SCHEMA}.unit_economics ;;
  label: "Unit economics"

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

  dimension: observed_months {
    type: number
    sql: ${TABLE}.observed_months ;;
    label: "Observed months"
    description: "Ages, from 0, that the value counts: at most 36, fewer when the window shows nobody that old."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: contribution_per_signup {
    type: number
    sql: ${TABLE}.contribution_per_signup ;;
    label: "Discounted margin of a sign-up"
    description: "Mean contribution margin by age, discounted at 10 % a year, summed over observed_months, USD."
    group_label: "Not to be added up"
    value_format_name: usd_0
  }

  dimension: ltv {
    type: number
    sql: ${TABLE}.ltv ;;
    label: "Lifetime value"
    description: "Lifetime value of an activated merchant: contribution_per_signup / activated_share, USD."
    group_label: "Not to be added up"
    value_format_name: usd_0
  }

  dimension: ltv_to_cac {
    type: number
    sql: ${TABLE}.ltv_to_cac ;;
    label: "LTV : CAC"
    description: "ltv / cac: above 1 winning merchants pays."
    group_label: "Not to be added up"
    value_format_name: decimal_2
  }

  dimension: payback_months {
    type: number
    sql: ${TABLE}.payback_months ;;
    label: "Payback"
    description: "First age at which contribution margin to date covers the spend on a sign-up; NULL if none does."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  measure: signups {
    type: sum
    sql: ${TABLE}.signups ;;
    label: "Sign-ups"
    description: "Merchants who signed up inside the reporting window."
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

  set: detail {
    fields: [
      segment_kind,
      segment,
      signups,
      activated_merchants,
      activated_share,
      acquisition_cost,
      cac,
    ]
  }
}

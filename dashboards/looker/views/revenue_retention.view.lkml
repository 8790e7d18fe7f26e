view: revenue_retention {
  sql_table_name: @{SCHEMA}.revenue_retention ;;
  label: "Revenue retention"

  dimension: months_back {
    type: number
    sql: ${TABLE}.months_back ;;
    label: "Months back"
    description: "Months between the base and this month: 1, 3 or 12, which is the usual one."
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

  measure: base_merchants {
    type: sum
    sql: ${TABLE}.base_merchants ;;
    label: "Base merchants"
    description: "Merchants active in the base month."
    value_format_name: decimal_0
    required_fields: [months_back]
    drill_fields: [detail*]
  }

  measure: retained_merchants {
    type: sum
    sql: ${TABLE}.retained_merchants ;;
    label: "Retained merchants"
    description: "Those active in this month too."
    value_format_name: decimal_0
    required_fields: [months_back]
    drill_fields: [detail*]
  }

  measure: logo_retention_rate_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.retained_merchants IS NOT NULL AND ${TABLE}.base_merchants IS NOT NULL THEN ${TABLE}.retained_merchants END ;;
  }

  measure: logo_retention_rate_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.retained_merchants IS NOT NULL AND ${TABLE}.base_merchants IS NOT NULL THEN ${TABLE}.base_merchants END ;;
  }

  measure: logo_retention_rate {
    type: number
    sql: 1.0 * ${logo_retention_rate_numerator} / NULLIF(${logo_retention_rate_denominator}, 0) ;;
    label: "Logo retention, month on month"
    description: "retained_merchants / base_merchants."
    value_format_name: percent_2
    required_fields: [months_back]
    drill_fields: [detail*]
  }

  measure: base_net_revenue {
    type: sum
    sql: ${TABLE}.base_net_revenue ;;
    label: "Base net revenue"
    description: "Net revenue of the base month."
    value_format_name: usd_0
    required_fields: [months_back]
    drill_fields: [detail*]
  }

  measure: retained_net_revenue {
    type: sum
    sql: ${TABLE}.retained_net_revenue ;;
    label: "Retained net revenue"
    description: "Net revenue of the same merchants in this month."
    value_format_name: usd_0
    required_fields: [months_back]
    drill_fields: [detail*]
  }

  measure: nrr_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.retained_net_revenue IS NOT NULL AND ${TABLE}.base_net_revenue IS NOT NULL THEN ${TABLE}.retained_net_revenue END ;;
  }

  measure: nrr_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.retained_net_revenue IS NOT NULL AND ${TABLE}.base_net_revenue IS NOT NULL THEN ${TABLE}.base_net_revenue END ;;
  }

  measure: nrr {
    type: number
    sql: 1.0 * ${nrr_numerator} / NULLIF(${nrr_denominator}, 0) ;;
    label: "Net revenue retention (NRR)"
    description: "Net revenue retention: retained_net_revenue / base_net_revenue; below 12 months with the season."
    value_format_name: percent_2
    required_fields: [months_back]
    drill_fields: [detail*]
  }

  measure: capped_net_revenue {
    type: sum
    sql: ${TABLE}.capped_net_revenue ;;
    label: "Capped net revenue"
    description: "retained_net_revenue with each merchant capped at its base."
    value_format_name: usd_0
    required_fields: [months_back]
    drill_fields: [detail*]
  }

  measure: grr_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.capped_net_revenue IS NOT NULL AND ${TABLE}.base_net_revenue IS NOT NULL THEN ${TABLE}.capped_net_revenue END ;;
  }

  measure: grr_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.capped_net_revenue IS NOT NULL AND ${TABLE}.base_net_revenue IS NOT NULL THEN ${TABLE}.base_net_revenue END ;;
  }

  measure: grr {
    type: number
    sql: 1.0 * ${grr_numerator} / NULLIF(${grr_denominator}, 0) ;;
    label: "Gross revenue retention (GRR)"
    description: "Gross revenue retention: capped_net_revenue / base_net_revenue, at most 1."
    value_format_name: percent_2
    required_fields: [months_back]
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      month_month,
      months_back,
      base_merchants,
      retained_merchants,
      logo_retention_rate,
      base_net_revenue,
      retained_net_revenue,
      nrr,
      capped_net_revenue,
      grr,
    ]
  }
}

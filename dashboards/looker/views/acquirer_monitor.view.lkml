view: acquirer_monitor {
  sql_table_name: @{SCHEMA}.acquirer_monitor ;;
  label: "Acquirer monitor"

  dimension: is_partial_month {
    type: yesno
    sql: ${TABLE}.is_partial_month ;;
    label: "Is partial month"
    description: "Whether the reporting window holds only a part of the month."
  }

  dimension: base_txns {
    type: number
    sql: ${TABLE}.base_txns ;;
    label: "Base attempts"
    description: "Visa sales of the month but for POS."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: threshold_bps {
    type: number
    sql: ${TABLE}.threshold_bps ;;
    label: "Threshold BPS"
    description: "Lowest threshold in force on the last day of the month; NULL before the programme's first day."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: distance_bps {
    type: number
    sql: ${TABLE}.distance_bps ;;
    label: "Distance of the portfolio to the threshold"
    description: "threshold_bps - acquirer_ratio_bps: negative above the threshold."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: level_reached {
    type: string
    sql: ${TABLE}.level_reached ;;
    label: "Level reached"
    description: "none, above standard or excessive: ratio at or above the rule's, items above its count."
  }

  dimension: months_above {
    type: number
    sql: ${TABLE}.months_above ;;
    label: "Months of the portfolio above"
    description: "Months up to this one in which the portfolio reached a level."
    group_label: "Not to be added up"
    value_format_name: decimal_0
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

  measure: items {
    type: sum
    sql: ${TABLE}.items ;;
    label: "Items"
    description: "Visa disputes opened in the month but for POS sales; one that claims fraud counts twice."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: fraud_disputes {
    type: sum
    sql: ${TABLE}.fraud_disputes ;;
    label: "Fraud disputes"
    description: "Those that claim fraud, each once."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: items_amount {
    type: sum
    sql: ${TABLE}.items_amount ;;
    label: "Items amount"
    description: "Amount of the disputes, each once."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: acquirer_ratio_bps_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.items IS NOT NULL AND ${TABLE}.base_txns IS NOT NULL THEN ${TABLE}.items END ;;
  }

  measure: acquirer_ratio_bps_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.items IS NOT NULL AND ${TABLE}.base_txns IS NOT NULL THEN ${TABLE}.base_txns END ;;
  }

  measure: acquirer_ratio_bps {
    type: number
    sql: 10000.0 * ${acquirer_ratio_bps_numerator} / NULLIF(${acquirer_ratio_bps_denominator}, 0) ;;
    label: "Programme ratio of the portfolio"
    description: "items / base_txns in basis points."
    value_format_name: decimal_0
    required_fields: [month_month]
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      month_month,
      items,
      fraud_disputes,
      items_amount,
      acquirer_ratio_bps,
    ]
  }
}

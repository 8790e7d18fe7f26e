view: ach_returns {
  sql_table_name: @{SCHEMA}.ach_returns ;;
  label: "ACH returns"

  dimension: return_group {
    type: string
    sql: ${TABLE}.return_group ;;
    label: "Return group"
    description: "unauthorised (R05 R07 R10 R11 R29 R51), administrative (R02 R03 R04) or overall."
  }

  dimension: is_partial_month {
    type: yesno
    sql: ${TABLE}.is_partial_month ;;
    label: "Is partial month"
    description: "Whether the reporting window holds only a part of the month."
  }

  dimension: debits_2_months {
    type: number
    sql: ${TABLE}.debits_2_months ;;
    label: "Debits 2 months"
    description: "debits of this month and the one before; NULL unless both are whole."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: returned_debits_2_months {
    type: number
    sql: ${TABLE}.returned_debits_2_months ;;
    label: "Returned debits 2 months"
    description: "returned_debits of the same two months."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: threshold_bps {
    type: number
    sql: ${TABLE}.threshold_bps ;;
    label: "Threshold BPS"
    description: "Nacha's limit on the last day of the month."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: distance_bps {
    type: number
    sql: ${TABLE}.distance_bps ;;
    label: "Distance of returns to the limit"
    description: "threshold_bps - return_ratio_bps: negative above the limit."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: is_above {
    type: yesno
    sql: ${TABLE}.is_above ;;
    label: "Is above"
    description: "Whether the ratio exceeds the limit."
  }

  dimension: months_above {
    type: number
    sql: ${TABLE}.months_above ;;
    label: "Months of a merchant above"
    description: "Months up to this one above the limit."
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
    description: "First day of the month of the debits."
  }

  measure: debits {
    type: sum
    sql: ${TABLE}.debits ;;
    label: "Debits"
    description: "Bank debits of the month, returned or not: repeats on each group."
    value_format_name: decimal_0
    required_fields: [return_group]
    drill_fields: [detail*]
  }

  measure: returned_debits {
    type: sum
    sql: ${TABLE}.returned_debits ;;
    label: "Returned debits"
    description: "Those returned for a reason of the group; NULL when no attempt carries a return code."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: return_ratio_bps_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.returned_debits_2_months IS NOT NULL AND ${TABLE}.debits_2_months IS NOT NULL THEN ${TABLE}.returned_debits_2_months END ;;
  }

  measure: return_ratio_bps_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.returned_debits_2_months IS NOT NULL AND ${TABLE}.debits_2_months IS NOT NULL THEN ${TABLE}.debits_2_months END ;;
  }

  measure: return_ratio_bps {
    type: number
    sql: 10000.0 * ${return_ratio_bps_numerator} / NULLIF(${return_ratio_bps_denominator}, 0) ;;
    label: "Return rate of bank debits"
    description: "returned_debits_2_months / debits_2_months in basis points."
    value_format_name: decimal_0
    required_fields: [month_month, return_group]
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      month_month,
      return_group,
      debits,
      returned_debits,
      return_ratio_bps,
    ]
  }
}

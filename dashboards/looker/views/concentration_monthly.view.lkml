view: concentration_monthly {
  sql_table_name: @{SCHEMA}.concentration_monthly ;;
  label: "Concentration monthly"

  dimension: is_partial_month {
    type: yesno
    sql: ${TABLE}.is_partial_month ;;
    label: "Is partial month"
    description: "Whether the reporting window holds only a part of the month."
  }

  dimension: top_1_gpv {
    type: number
    sql: ${TABLE}.top_1_gpv ;;
    label: "Top 1 GPV"
    description: "gpv of the largest merchant of the month."
    group_label: "Not to be added up"
    value_format_name: usd_0
  }

  dimension: top_10_gpv {
    type: number
    sql: ${TABLE}.top_10_gpv ;;
    label: "Top 10 GPV"
    description: "gpv of the 10 largest."
    group_label: "Not to be added up"
    value_format_name: usd_0
  }

  dimension: top_50_gpv {
    type: number
    sql: ${TABLE}.top_50_gpv ;;
    label: "Top 50 GPV"
    description: "gpv of the 50 largest."
    group_label: "Not to be added up"
    value_format_name: usd_0
  }

  dimension: hhi {
    type: number
    sql: ${TABLE}.hhi ;;
    label: "Herfindahl-Hirschman index"
    description: "Herfindahl-Hirschman index: 10,000 times the sum of squared shares; 10,000 is one merchant."
    group_label: "Not to be added up"
    value_format_name: decimal_2
  }

  dimension: effective_merchants {
    type: number
    sql: ${TABLE}.effective_merchants ;;
    label: "Effective merchants"
    description: "1 / sum of squared shares: as many merchants of equal size would be as concentrated."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: gini {
    type: number
    sql: ${TABLE}.gini ;;
    label: "Gini coefficient"
    description: "Gini coefficient of gpv over active merchants: 0 is all alike, near 1 is one has all."
    group_label: "Not to be added up"
    value_format_name: decimal_2
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

  measure: gpv {
    type: sum
    sql: ${TABLE}.gpv ;;
    label: "Gross payment volume"
    description: "Gross payment volume: amount of approved attempts, before refunds and disputes."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: top_1_share_numerator {
    hidden: yes
    type: sum
    sql: ${TABLE}.top_1_gpv ;;
  }

  measure: top_1_share_denominator {
    hidden: yes
    type: sum
    sql: ${TABLE}.gpv ;;
  }

  measure: top_1_share {
    type: number
    sql: 1.0 * ${top_1_share_numerator} / NULLIF(${top_1_share_denominator}, 0) ;;
    label: "Share of the largest merchant"
    description: "top_1_gpv / gpv."
    value_format_name: percent_2
    required_fields: [month_month]
    drill_fields: [detail*]
  }

  measure: top_10_share_numerator {
    hidden: yes
    type: sum
    sql: ${TABLE}.top_10_gpv ;;
  }

  measure: top_10_share_denominator {
    hidden: yes
    type: sum
    sql: ${TABLE}.gpv ;;
  }

  measure: top_10_share {
    type: number
    sql: 1.0 * ${top_10_share_numerator} / NULLIF(${top_10_share_denominator}, 0) ;;
    label: "Share of the 10 largest"
    description: "top_10_gpv / gpv."
    value_format_name: percent_2
    required_fields: [month_month]
    drill_fields: [detail*]
  }

  measure: top_50_share_numerator {
    hidden: yes
    type: sum
    sql: ${TABLE}.top_50_gpv ;;
  }

  measure: top_50_share_denominator {
    hidden: yes
    type: sum
    sql: ${TABLE}.gpv ;;
  }

  measure: top_50_share {
    type: number
    sql: 1.0 * ${top_50_share_numerator} / NULLIF(${top_50_share_denominator}, 0) ;;
    label: "Share of the 50 largest"
    description: "top_50_gpv / gpv."
    value_format_name: percent_2
    required_fields: [month_month]
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      month_month,
      active_merchants,
      gpv,
      top_1_share,
      top_10_share,
      top_50_share,
    ]
  }
}

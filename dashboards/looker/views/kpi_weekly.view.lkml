view: kpi_weekly {
  sql_table_name: @{SCHEMA}.kpi_weekly ;;
  label: "KPI weekly"

  dimension: is_partial_week {
    type: yesno
    sql: ${TABLE}.is_partial_week ;;
    label: "Is partial week"
    description: "Whether the reporting window holds only a part of the week."
  }

  dimension: days {
    type: number
    sql: ${TABLE}.days ;;
    label: "Days"
    description: "Days of the week inside the reporting window."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension_group: week_start {
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
    sql: ${TABLE}.week_start ;;
    label: "Week start"
    description: "Monday of the week."
  }

  measure: gpv {
    type: sum
    sql: ${TABLE}.gpv ;;
    label: "Gross payment volume"
    description: "Gross payment volume: amount of approved attempts, before refunds and disputes."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: txns {
    type: sum
    sql: ${TABLE}.txns ;;
    label: "Attempts"
    description: "Authorisation attempts, approved or not."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: approved_txns {
    type: sum
    sql: ${TABLE}.approved_txns ;;
    label: "Transactions"
    description: "Approved attempts."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: approval_rate {
    type: number
    sql: 1.0 * ${approved_txns} / NULLIF(${txns}, 0) ;;
    label: "Approval rate"
    description: "approved_txns / txns; NULL in a week without attempts."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: avg_amount {
    type: number
    sql: 1.0 * ${gpv} / NULLIF(${approved_txns}, 0) ;;
    label: "Average ticket"
    description: "Average ticket: gpv / approved_txns; a ratio, hence not rounded to cents."
    value_format_name: usd
    drill_fields: [detail*]
  }

  measure: total_fees {
    type: sum
    sql: ${TABLE}.total_fees ;;
    label: "Gross fees on settled transactions"
    description: "Merchant fees of approved attempts."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: fee_yield {
    type: number
    sql: 1.0 * ${total_fees} / NULLIF(${gpv}, 0) ;;
    label: "Fee yield"
    description: "total_fees / gpv; 0.021 is 210 basis points."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: net_revenue {
    type: sum
    sql: ${TABLE}.net_revenue ;;
    label: "Net revenue"
    description: "Merchant fees less interchange and scheme fees of approved attempts."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: net_take_rate {
    type: number
    sql: 1.0 * ${net_revenue} / NULLIF(${gpv}, 0) ;;
    label: "Net take rate"
    description: "net_revenue / gpv."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: gpv_week_before {
    type: sum
    sql: ${TABLE}.gpv_week_before ;;
    label: "GPV week before"
    description: "gpv of the week before; NULL when either week is partial."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: wow_growth_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.gpv IS NOT NULL AND ${TABLE}.gpv_week_before IS NOT NULL THEN ${TABLE}.gpv END ;;
  }

  measure: wow_growth_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.gpv IS NOT NULL AND ${TABLE}.gpv_week_before IS NOT NULL THEN ${TABLE}.gpv_week_before END ;;
  }

  measure: wow_growth {
    type: number
    sql: 1.0 * ${wow_growth_numerator} / NULLIF(${wow_growth_denominator}, 0) - 1 ;;
    label: "GPV week over week"
    description: "gpv / gpv_week_before - 1; NULL when either week is partial."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: txns_week_before {
    type: sum
    sql: ${TABLE}.txns_week_before ;;
    label: "Attempts week before"
    description: "txns of the week before; NULL when either week is partial."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: txns_wow_growth_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.txns IS NOT NULL AND ${TABLE}.txns_week_before IS NOT NULL THEN ${TABLE}.txns END ;;
  }

  measure: txns_wow_growth_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.txns IS NOT NULL AND ${TABLE}.txns_week_before IS NOT NULL THEN ${TABLE}.txns_week_before END ;;
  }

  measure: txns_wow_growth {
    type: number
    sql: 1.0 * ${txns_wow_growth_numerator} / NULLIF(${txns_wow_growth_denominator}, 0) - 1 ;;
    label: "Attempts week over week"
    description: "txns / txns_week_before - 1; NULL when either week is partial."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: gpv_year_before {
    type: sum
    sql: ${TABLE}.gpv_year_before ;;
    label: "GPV year before"
    description: "gpv of the week 364 days before; NULL when either week is partial or there is no such week."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: yoy_growth_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.gpv IS NOT NULL AND ${TABLE}.gpv_year_before IS NOT NULL THEN ${TABLE}.gpv END ;;
  }

  measure: yoy_growth_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.gpv IS NOT NULL AND ${TABLE}.gpv_year_before IS NOT NULL THEN ${TABLE}.gpv_year_before END ;;
  }

  measure: yoy_growth {
    type: number
    sql: 1.0 * ${yoy_growth_numerator} / NULLIF(${yoy_growth_denominator}, 0) - 1 ;;
    label: "GPV of the week, year over year"
    description: "gpv / gpv_year_before - 1: the same weekdays, 52 weeks apart."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      week_start_date,
      gpv,
      txns,
      approved_txns,
      approval_rate,
      avg_amount,
      total_fees,
      fee_yield,
      net_revenue,
    ]
  }
}

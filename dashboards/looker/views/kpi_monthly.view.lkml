view: kpi_monthly {
  sql_table_name: @{SCHEMA}.kpi_monthly ;;
  label: "KPI monthly"

  dimension: is_partial_month {
    type: yesno
    sql: ${TABLE}.is_partial_month ;;
    label: "Is partial month"
    description: "Whether the reporting window holds only a part of the month."
  }

  dimension: days {
    type: number
    sql: ${TABLE}.days ;;
    label: "Days"
    description: "Days of the month inside the reporting window."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: days_month_before {
    type: number
    sql: ${TABLE}.days_month_before ;;
    label: "Days month before"
    description: "days of the month before."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: per_day_mom_growth {
    type: number
    sql: ${TABLE}.per_day_mom_growth ;;
    label: "GPV per day, month over month"
    description: "Growth of gpv / days, so that a short February is no dip; NULL when either month is partial."
    group_label: "Not to be added up"
    value_format_name: percent_2
  }

  dimension: days_year_before {
    type: number
    sql: ${TABLE}.days_year_before ;;
    label: "Days year before"
    description: "days of the same month a year before."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: per_day_yoy_growth {
    type: number
    sql: ${TABLE}.per_day_yoy_growth ;;
    label: "GPV per day, year over year"
    description: "Growth of gpv / days over the same month a year before: differs in February only."
    group_label: "Not to be added up"
    value_format_name: percent_2
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
    description: "approved_txns / txns; NULL in a month without attempts."
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

  measure: active_merchants {
    type: sum
    sql: ${TABLE}.active_merchants ;;
    label: "Active merchants"
    description: "Merchants with at least one approved attempt; distinct, so months must not be added up."
    value_format_name: decimal_0
    required_fields: [month_month]
    drill_fields: [detail*]
  }

  measure: gpv_month_before {
    type: sum
    sql: ${TABLE}.gpv_month_before ;;
    label: "GPV month before"
    description: "gpv of the month before; NULL when either month is partial."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: mom_growth_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.gpv IS NOT NULL AND ${TABLE}.gpv_month_before IS NOT NULL THEN ${TABLE}.gpv END ;;
  }

  measure: mom_growth_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.gpv IS NOT NULL AND ${TABLE}.gpv_month_before IS NOT NULL THEN ${TABLE}.gpv_month_before END ;;
  }

  measure: mom_growth {
    type: number
    sql: 1.0 * ${mom_growth_numerator} / NULLIF(${mom_growth_denominator}, 0) - 1 ;;
    label: "GPV month over month"
    description: "gpv / gpv_month_before - 1: months as they are, 28 to 31 days; NULL when either is partial."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: gpv_weekday_adjusted {
    type: sum
    sql: ${TABLE}.gpv_weekday_adjusted ;;
    label: "GPV weekday adjusted"
    description: "What this month would have made with the weekdays of the month before, at its own mean of each."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: weekday_adjusted_mom_growth_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.gpv_weekday_adjusted IS NOT NULL AND ${TABLE}.gpv_month_before IS NOT NULL THEN ${TABLE}.gpv_weekday_adjusted END ;;
  }

  measure: weekday_adjusted_mom_growth_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.gpv_weekday_adjusted IS NOT NULL AND ${TABLE}.gpv_month_before IS NOT NULL THEN ${TABLE}.gpv_month_before END ;;
  }

  measure: weekday_adjusted_mom_growth {
    type: number
    sql: 1.0 * ${weekday_adjusted_mom_growth_numerator} / NULLIF(${weekday_adjusted_mom_growth_denominator}, 0) - 1 ;;
    label: "GPV month over month at equal weekdays"
    description: "gpv_weekday_adjusted / gpv_month_before - 1: neither days nor weekends tell the months apart."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: txns_month_before {
    type: sum
    sql: ${TABLE}.txns_month_before ;;
    label: "Attempts month before"
    description: "txns of the month before; NULL when either month is partial."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: txns_mom_growth_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.txns IS NOT NULL AND ${TABLE}.txns_month_before IS NOT NULL THEN ${TABLE}.txns END ;;
  }

  measure: txns_mom_growth_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.txns IS NOT NULL AND ${TABLE}.txns_month_before IS NOT NULL THEN ${TABLE}.txns_month_before END ;;
  }

  measure: txns_mom_growth {
    type: number
    sql: 1.0 * ${txns_mom_growth_numerator} / NULLIF(${txns_mom_growth_denominator}, 0) - 1 ;;
    label: "Attempts month over month"
    description: "txns / txns_month_before - 1; NULL when either month is partial."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: gpv_year_before {
    type: sum
    sql: ${TABLE}.gpv_year_before ;;
    label: "GPV year before"
    description: "gpv of the same month a year before; NULL when either month is partial or outside the window."
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
    label: "GPV year over year"
    description: "gpv / gpv_year_before - 1; NULL unless both months are whole."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: gpv_year_weekday_adjusted {
    type: sum
    sql: ${TABLE}.gpv_year_weekday_adjusted ;;
    label: "GPV year weekday adjusted"
    description: "What this month would have made with the weekdays of the same month a year before."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: weekday_adjusted_yoy_growth_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.gpv_year_weekday_adjusted IS NOT NULL AND ${TABLE}.gpv_year_before IS NOT NULL THEN ${TABLE}.gpv_year_weekday_adjusted END ;;
  }

  measure: weekday_adjusted_yoy_growth_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.gpv_year_weekday_adjusted IS NOT NULL AND ${TABLE}.gpv_year_before IS NOT NULL THEN ${TABLE}.gpv_year_before END ;;
  }

  measure: weekday_adjusted_yoy_growth {
    type: number
    sql: 1.0 * ${weekday_adjusted_yoy_growth_numerator} / NULLIF(${weekday_adjusted_yoy_growth_denominator}, 0) - 1 ;;
    label: "GPV year over year at equal weekdays"
    description: "gpv_year_weekday_adjusted / gpv_year_before - 1: the weekdays of the two years do not count."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: arpa {
    type: number
    sql: 1.0 * ${net_revenue} / NULLIF(${active_merchants}, 0) ;;
    label: "Average revenue per account"
    description: "Net revenue of the month per active merchant. net_revenue / active_merchants."
    value_format_name: usd_0
    required_fields: [month_month]
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      month_month,
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

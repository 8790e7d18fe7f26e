view: dispute_reserve {
  sql_table_name: @{SCHEMA}.dispute_reserve ;;
  label: "Dispute reserve"

  dimension: is_partial_month {
    type: yesno
    sql: ${TABLE}.is_partial_month ;;
    label: "Is partial month"
    description: "Whether the reporting window holds only a part of the month."
  }

  dimension: age_months {
    type: number
    sql: ${TABLE}.age_months ;;
    label: "Age months"
    description: "Calendar months from the month of sale to the newest whole month; negative after it."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: value_development_factor {
    type: number
    sql: ${TABLE}.value_development_factor ;;
    label: "Development factor by value"
    description: "How much the amount disputed will still grow; NULL where no older sale shows it."
    group_label: "Not to be added up"
    value_format_name: decimal_2
  }

  dimension_group: sale_month {
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
    sql: ${TABLE}.sale_month ;;
    label: "Sale month"
    description: "First day of the month of sale."
  }

  measure: sale_gpv {
    type: sum
    sql: ${TABLE}.sale_gpv ;;
    label: "Sale GPV"
    description: "Amount of the approved attempts of the month."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: disputed_amount {
    type: sum
    sql: ${TABLE}.disputed_amount ;;
    label: "Disputed volume"
    description: "Amount disputed of it to date."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: open_amount {
    type: sum
    sql: ${TABLE}.open_amount ;;
    label: "Open amount"
    description: "Of that, not decided yet."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: won_amount {
    type: sum
    sql: ${TABLE}.won_amount ;;
    label: "Won amount"
    description: "Of that, won by the merchant."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: lost_amount {
    type: sum
    sql: ${TABLE}.lost_amount ;;
    label: "Lost amount"
    description: "Of that, lost by the merchant."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: unreported_amount {
    type: sum
    sql: ${TABLE}.unreported_amount ;;
    label: "Disputes still to come"
    description: "Estimate: amount disputed by the newest whole month * factor, less disputed_amount; at least 0."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: exposure_amount {
    type: sum
    sql: ${TABLE}.exposure_amount ;;
    label: "Open exposure"
    description: "Open exposure: open_amount + unreported_amount, an estimate."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: all_lost_amount {
    type: sum
    sql: ${TABLE}.all_lost_amount ;;
    label: "All lost amount"
    description: "Disputes lost, of all sales of the window: repeats on each month."
    value_format_name: usd_0
    required_fields: [sale_month_month]
    drill_fields: [detail*]
  }

  measure: all_resolved_amount {
    type: sum
    sql: ${TABLE}.all_resolved_amount ;;
    label: "All resolved amount"
    description: "Disputes won or lost, of all sales of the window: repeats on each month."
    value_format_name: usd_0
    required_fields: [sale_month_month]
    drill_fields: [detail*]
  }

  measure: loss_rate {
    type: number
    sql: 1.0 * ${all_lost_amount} / NULLIF(${all_resolved_amount}, 0) ;;
    label: "Loss rate of disputes"
    description: "all_lost_amount / all_resolved_amount."
    value_format_name: percent_2
    required_fields: [sale_month_month]
    drill_fields: [detail*]
  }

  measure: expected_loss_amount {
    type: sum
    sql: ${TABLE}.expected_loss_amount ;;
    label: "Expected loss"
    description: "exposure_amount * loss_rate: what merchants will pay back."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: reserve_amount {
    type: sum
    sql: ${TABLE}.reserve_amount ;;
    label: "Reserve"
    description: "expected_loss_amount * the assumed share that merchants cannot repay (cost_assumptions)."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      sale_month_month,
      sale_gpv,
      disputed_amount,
      open_amount,
      won_amount,
      lost_amount,
      unreported_amount,
      exposure_amount,
      all_lost_amount,
    ]
  }
}

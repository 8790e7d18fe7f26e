view: yield_bridge {
  sql_table_name: @{SCHEMA}.yield_bridge ;;
  label: "Yield bridge"

  dimension: region {
    type: string
    sql: ${TABLE}.region ;;
    label: "Region"
    description: "Region of the merchants."
  }

  dimension: industry {
    type: string
    sql: ${TABLE}.industry ;;
    label: "Industry"
    description: "Industry of the merchants."
  }

  dimension: merchant_size {
    type: string
    sql: ${TABLE}.merchant_size ;;
    label: "Merchant size"
    description: "small, medium or enterprise."
  }

  dimension: channel {
    type: string
    sql: ${TABLE}.channel ;;
    label: "Channel"
    description: "pos, ecom or inapp."
  }

  dimension: payment_method {
    type: string
    sql: ${TABLE}.payment_method ;;
    label: "Payment method"
    description: "card, ach or wallet."
  }

  dimension: all_gpv {
    type: number
    sql: ${TABLE}.all_gpv ;;
    label: "All GPV"
    description: "gpv of all segments in the month: repeats on each."
    group_label: "Not to be added up"
    value_format_name: usd_0
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
    description: "First day of the month; it and the month before are whole."
  }

  measure: gpv_month_before {
    type: sum
    sql: ${TABLE}.gpv_month_before ;;
    label: "GPV month before"
    description: "gpv of the segment in the month before."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: total_fees_month_before {
    type: sum
    sql: ${TABLE}.total_fees_month_before ;;
    label: "Total fees month before"
    description: "total_fees of the segment in the month before."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: all_gpv_month_before {
    type: sum
    sql: ${TABLE}.all_gpv_month_before ;;
    label: "All GPV month before"
    description: "gpv of all segments in the month before: repeats on each."
    value_format_name: usd_0
    required_fields: [
      month_month,
      region,
      industry,
      merchant_size,
      channel,
      payment_method,
    ]
    drill_fields: [detail*]
  }

  measure: gpv {
    type: sum
    sql: ${TABLE}.gpv ;;
    label: "Gross payment volume"
    description: "gpv of the segment in the month."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: total_fees {
    type: sum
    sql: ${TABLE}.total_fees ;;
    label: "Gross fees on settled transactions"
    description: "total_fees of the segment in the month."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: price_effect_bps {
    type: sum
    sql: ${TABLE}.price_effect_bps ;;
    label: "Price step of the yield bridge"
    description: "Change of the overall fee yield due to the segment's own yield, in basis points."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: mix_effect_bps {
    type: sum
    sql: ${TABLE}.mix_effect_bps ;;
    label: "Mix step of the yield bridge"
    description: "Change due to the segment's share of GPV; over all segments both add up to the change."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: fee_yield {
    type: number
    sql: 1.0 * ${total_fees} / NULLIF(${gpv}, 0) ;;
    label: "Fee yield"
    description: "Merchant fees of approved attempts per dollar of GPV; 0.021 is 210 bps. total_fees / gpv."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      month_month,
      region,
      industry,
      merchant_size,
      channel,
      payment_method,
      gpv_month_before,
      total_fees_month_before,
      all_gpv_month_before,
      gpv,
      total_fees,
      price_effect_bps,
      mix_effect_bps,
    ]
  }
}

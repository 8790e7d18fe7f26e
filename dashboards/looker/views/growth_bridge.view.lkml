view: growth_bridge {
  sql_table_name: @{SCHEMA}.growth_bridge ;;
  label: "Growth bridge"

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

  dimension: driver {
    type: string
    sql: ${TABLE}.driver ;;
    label: "Driver"
    description: "merchants, days, attempts per merchant and day, approval, ticket, new segment or lost segment."
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
    description: "gpv of the segment in the month before: repeats on each driver."
    value_format_name: usd_0
    required_fields: [driver]
    drill_fields: [detail*]
  }

  measure: gpv {
    type: sum
    sql: ${TABLE}.gpv ;;
    label: "Gross payment volume"
    description: "gpv of the segment in the month: repeats on each driver."
    value_format_name: usd_0
    required_fields: [driver]
    drill_fields: [detail*]
  }

  measure: gpv_effect {
    type: sum
    sql: ${TABLE}.gpv_effect ;;
    label: "Step of the GPV bridge"
    description: "Change of gpv due to the driver, USD; over the drivers it adds up to gpv - gpv_month_before."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      month_month,
      region,
      industry,
      merchant_size,
      driver,
      gpv_month_before,
      gpv,
      gpv_effect,
    ]
  }
}

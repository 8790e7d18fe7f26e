view: metrics {
  sql_table_name: @{SCHEMA}.metrics ;;
  label: "Metrics"

  dimension: metric {
    primary_key: yes
    type: string
    sql: ${TABLE}.metric ;;
    label: "Metric"
    description: "Name: that of its column, with a word before it where two views use one name."
  }

  dimension: label {
    type: string
    sql: ${TABLE}.label ;;
    label: "Label"
    description: "Name to show."
  }

  dimension: owner {
    type: string
    sql: ${TABLE}.owner ;;
    label: "Owner"
    description: "Who answers for it: Executive, Payments, Finance, Sales, Marketing or Risk."
  }

  dimension: unit {
    type: string
    sql: ${TABLE}.unit ;;
    label: "Unit"
    description: "USD, count, share, growth, bps, points, factor, index, days or months; a share of 0.01 is 1 %."
  }

  dimension: additivity {
    type: string
    sql: ${TABLE}.additivity ;;
    label: "Additivity"
    description: "additive; semi-additive (not over time); ratio (of sums, never averaged); distinct; none."
  }

  dimension: better {
    type: string
    sql: ${TABLE}.better ;;
    label: "Better"
    description: "up, down or neither: which way is good news."
  }

  dimension: view_name {
    type: string
    sql: ${TABLE}.view_name ;;
    label: "View name"
    description: "View or cube where it is at home; others may carry it."
  }

  dimension: column_name {
    type: string
    sql: ${TABLE}.column_name ;;
    label: "Column name"
    description: "Its column there."
  }

  dimension: numerator {
    type: string
    sql: ${TABLE}.numerator ;;
    label: "Numerator"
    description: "Column beside it that a ratio divides; else NULL."
  }

  dimension: denominator {
    type: string
    sql: ${TABLE}.denominator ;;
    label: "Denominator"
    description: "Column beside it that a ratio divides by; else NULL."
  }

  dimension: definition {
    type: string
    sql: ${TABLE}.definition ;;
    label: "Definition"
    description: "What it is, in a sentence."
  }

  measure: scale {
    type: sum
    sql: ${TABLE}.scale ;;
    label: "Scale"
    description: "Factor of a ratio: 1, 3 or 10000; else NULL."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  set: detail {
    fields: [metric, scale]
  }
}

view: merchant_churn {
  sql_table_name: @{SCHEMA}.merchant_churn ;;
  label: "Merchant churn"

  dimension: merchant_id {
    type: number
    sql: ${TABLE}.merchant_id ;;
    label: "Merchant ID"
    description: "Merchant; refers to merchants."
  }

  dimension: silent_days {
    type: number
    sql: ${TABLE}.silent_days ;;
    label: "Silent days"
    description: "Days from churned_on to reactivated_on, or to the end of the reporting window."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: threshold_days {
    type: number
    sql: ${TABLE}.threshold_days ;;
    label: "Threshold days"
    description: "What silent_days exceeds: the largest of 45, 3 * median_gap_days and the own 99th percentile gap."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: median_gap_days {
    type: number
    sql: ${TABLE}.median_gap_days ;;
    label: "Median gap days"
    description: "Median of the merchant's gaps between active days up to churned_on; 0 without any."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: churn_status {
    type: string
    sql: ${TABLE}.churn_status ;;
    label: "Churn status"
    description: "reactivated; else confirmed from 90 silent days on, suspected before."
  }

  dimension_group: churned_on {
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
    sql: ${TABLE}.churned_on ;;
    label: "Churned on"
    description: "UTC day of the last approved attempt before the silence."
  }

  dimension_group: reactivated_on {
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
    sql: ${TABLE}.reactivated_on ;;
    label: "Reactivated on"
    description: "UTC day of the first approved attempt after it; NULL while it lasts."
  }

  set: detail {
    fields: [merchant_id, churned_on_date]
  }
}

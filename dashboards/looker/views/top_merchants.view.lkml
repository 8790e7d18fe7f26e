view: top_merchants {
  sql_table_name: @{SCHEMA}.top_merchants ;;
  label: "Top merchants"

  dimension: merchant_id {
    type: number
    sql: ${TABLE}.merchant_id ;;
    label: "Merchant ID"
    description: "Key of the merchant."
  }

  dimension: merchant_name {
    type: string
    sql: ${TABLE}.merchant_name ;;
    label: "Merchant name"
    description: "Trading name."
  }

  dimension: industry {
    type: string
    sql: ${TABLE}.industry ;;
    label: "Industry"
    description: "Industry of the merchant."
  }

  dimension: region {
    type: string
    sql: ${TABLE}.region ;;
    label: "Region"
    description: "Region of the merchant."
  }

  dimension: merchant_size {
    type: string
    sql: ${TABLE}.merchant_size ;;
    label: "Merchant size"
    description: "small, medium or enterprise."
  }

  dimension: gpv_rank {
    primary_key: yes
    type: number
    sql: ${TABLE}.gpv_rank ;;
    label: "GPV rank"
    description: "1 for the largest gpv; ties go to more txns, then to the lower merchant_id: no rank occurs twice."
  }

  dimension: all_gpv {
    type: number
    sql: ${TABLE}.all_gpv ;;
    label: "All GPV"
    description: "gpv of all merchants together."
    group_label: "Not to be added up"
    value_format_name: usd_0
  }

  dimension: cumulative_gpv {
    type: number
    sql: ${TABLE}.cumulative_gpv ;;
    label: "Cumulative GPV"
    description: "gpv of this merchant and of all with a better rank."
    group_label: "Not to be added up"
    value_format_name: usd_0
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
    description: "approved_txns / txns."
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

  measure: gpv_share_numerator {
    hidden: yes
    type: sum
    sql: ${TABLE}.gpv ;;
  }

  measure: gpv_share_denominator {
    hidden: yes
    type: sum
    sql: ${TABLE}.all_gpv ;;
  }

  measure: gpv_share {
    type: number
    sql: 1.0 * ${gpv_share_numerator} / NULLIF(${gpv_share_denominator}, 0) ;;
    label: "Share of GPV"
    description: "gpv / all_gpv."
    value_format_name: percent_2
    required_fields: [gpv_rank]
    drill_fields: [detail*]
  }

  measure: cumulative_gpv_share_numerator {
    hidden: yes
    type: sum
    sql: ${TABLE}.cumulative_gpv ;;
  }

  measure: cumulative_gpv_share_denominator {
    hidden: yes
    type: sum
    sql: ${TABLE}.all_gpv ;;
  }

  measure: cumulative_gpv_share {
    type: number
    sql: 1.0 * ${cumulative_gpv_share_numerator} / NULLIF(${cumulative_gpv_share_denominator}, 0) ;;
    label: "Share of GPV up to a rank"
    description: "cumulative_gpv / all_gpv: at rank 50, the share of the top 50."
    value_format_name: percent_2
    required_fields: [gpv_rank]
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      gpv_rank,
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

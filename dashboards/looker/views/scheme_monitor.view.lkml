view: scheme_monitor {
  sql_table_name: @{SCHEMA}.scheme_monitor ;;
  label: "Scheme monitor"

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

  dimension: programme {
    type: string
    sql: ${TABLE}.programme ;;
    label: "Programme"
    description: "VAMP (Visa, not at the point of sale), ECM or EFM (Mastercard: chargebacks, fraud)."
  }

  dimension: market {
    type: string
    sql: ${TABLE}.market ;;
    label: "Market"
    description: "Whose rule holds: MENA or outside MENA (VAMP), regulated or unregulated (EFM), all (ECM)."
  }

  dimension: base_txns {
    type: number
    sql: ${TABLE}.base_txns ;;
    label: "Base attempts"
    description: "VAMP: Visa sales of the month but for POS; ECM, EFM: Mastercard sales of the month before."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: threshold_bps {
    type: number
    sql: ${TABLE}.threshold_bps ;;
    label: "Threshold BPS"
    description: "Lowest threshold in force on the last day of the month; NULL before the programme's first day."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: distance_bps {
    type: number
    sql: ${TABLE}.distance_bps ;;
    label: "Distance of a merchant to the threshold"
    description: "threshold_bps - ratio_bps: negative above the threshold."
    group_label: "Not to be added up"
    value_format_name: decimal_0
  }

  dimension: level_reached {
    type: string
    sql: ${TABLE}.level_reached ;;
    label: "Level reached"
    description: "none, excessive or high: ratio, count, amount and scope as scheme_rules asks."
  }

  dimension: months_above {
    type: number
    sql: ${TABLE}.months_above ;;
    label: "Months of a merchant above"
    description: "Months up to this one in which the merchant reached a level of the programme."
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
    description: "First day of the month of the disputes."
  }

  measure: items {
    type: sum
    sql: ${TABLE}.items ;;
    label: "Items"
    description: "Disputes opened in the month that the programme counts; VAMP counts a fraud dispute twice."
    value_format_name: decimal_0
    required_fields: [programme]
    drill_fields: [detail*]
  }

  measure: items_amount {
    type: sum
    sql: ${TABLE}.items_amount ;;
    label: "Items amount"
    description: "Amount of those disputes, each once."
    value_format_name: usd_0
    required_fields: [programme]
    drill_fields: [detail*]
  }

  measure: ratio_numerator {
    type: sum
    sql: ${TABLE}.ratio_numerator ;;
    label: "Ratio numerator"
    description: "items; EFM: items_amount."
    value_format_name: decimal_2
    required_fields: [programme]
    drill_fields: [detail*]
  }

  measure: ratio_denominator {
    type: sum
    sql: ${TABLE}.ratio_denominator ;;
    label: "Ratio denominator"
    description: "base_txns; EFM: amount of the Mastercard sales of the month before."
    value_format_name: decimal_2
    required_fields: [programme]
    drill_fields: [detail*]
  }

  measure: ratio_bps_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.ratio_numerator IS NOT NULL AND ${TABLE}.ratio_denominator IS NOT NULL THEN ${TABLE}.ratio_numerator END ;;
  }

  measure: ratio_bps_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.ratio_numerator IS NOT NULL AND ${TABLE}.ratio_denominator IS NOT NULL THEN ${TABLE}.ratio_denominator END ;;
  }

  measure: ratio_bps {
    type: number
    sql: 10000.0 * ${ratio_bps_numerator} / NULLIF(${ratio_bps_denominator}, 0) ;;
    label: "Programme ratio of a merchant"
    description: "ratio_numerator / ratio_denominator in basis points."
    value_format_name: decimal_0
    required_fields: [programme]
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      programme,
      merchant_id,
      month_month,
      items,
      items_amount,
      ratio_numerator,
      ratio_denominator,
      ratio_bps,
    ]
  }
}

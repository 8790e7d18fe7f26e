view: money_monthly {
  sql_table_name: @{SCHEMA}.money_monthly ;;
  label: "Money monthly"

  dimension: is_partial_month {
    type: yesno
    sql: ${TABLE}.is_partial_month ;;
    label: "Is partial month"
    description: "Whether the reporting window holds only a part of the month."
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

  measure: gpv {
    type: sum
    sql: ${TABLE}.gpv ;;
    label: "Gross payment volume"
    description: "Gross payment volume: amount of approved attempts, before refunds and disputes."
    value_format_name: usd_0
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
    description: "total_fees / gpv: the yield of what was settled; 0.021 is 210 basis points."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: chargeback_fees {
    type: sum
    sql: ${TABLE}.chargeback_fees ;;
    label: "Chargeback fees"
    description: "disputes at the assumed price of one (fee_list)."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: attempt_fees {
    type: sum
    sql: ${TABLE}.attempt_fees ;;
    label: "Attempt fees"
    description: "Declined attempts at the assumed price of one (fee_list)."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: gross_fee_revenue {
    type: sum
    sql: ${TABLE}.gross_fee_revenue ;;
    label: "Gross fee revenue"
    description: "total_fees + chargeback_fees + attempt_fees."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: gross_fee_rate {
    type: number
    sql: 1.0 * ${gross_fee_revenue} / NULLIF(${gpv}, 0) ;;
    label: "Gross fee rate"
    description: "gross_fee_revenue / gpv."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: network_fees {
    type: sum
    sql: ${TABLE}.network_fees ;;
    label: "Network fees"
    description: "Interchange and scheme fees of approved attempts."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: pass_through_rate {
    type: number
    sql: 1.0 * ${network_fees} / NULLIF(${total_fees}, 0) ;;
    label: "Pass-through ratio"
    description: "network_fees / total_fees."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: net_revenue {
    type: sum
    sql: ${TABLE}.net_revenue ;;
    label: "Net revenue"
    description: "total_fees - network_fees."
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

  measure: refunds {
    type: sum
    sql: ${TABLE}.refunds ;;
    label: "Refunds"
    description: "Refunds made in the month, of whatever sale."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: refund_rate {
    type: number
    sql: 1.0 * ${refunds} / NULLIF(${approved_txns}, 0) ;;
    label: "Refund rate"
    description: "refunds / approved_txns: the view by event; that by sale is v_refund_triangle."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: refund_amount {
    type: sum
    sql: ${TABLE}.refund_amount ;;
    label: "Refunded volume"
    description: "Amount refunded in the month."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: refund_value_rate {
    type: number
    sql: 1.0 * ${refund_amount} / NULLIF(${gpv}, 0) ;;
    label: "Refund rate, by value"
    description: "refund_amount / gpv."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: disputes {
    type: sum
    sql: ${TABLE}.disputes ;;
    label: "Disputes"
    description: "Disputes opened in the month, of whatever sale."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: lost_dispute_amount {
    type: sum
    sql: ${TABLE}.lost_dispute_amount ;;
    label: "Lost disputes"
    description: "Amount of disputes that ended in the month and were lost."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: net_volume_amount {
    type: sum
    sql: ${TABLE}.net_volume_amount ;;
    label: "Net volume"
    description: "gpv - refund_amount - lost_dispute_amount, each in the month of its own event."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: processing_cost {
    type: sum
    sql: ${TABLE}.processing_cost ;;
    label: "Processing cost"
    description: "Attempts at the assumed cost of one (cost_assumptions)."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: dispute_cost {
    type: sum
    sql: ${TABLE}.dispute_cost ;;
    label: "Dispute cost"
    description: "Disputes opened at the assumed cost of handling one."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: support_cost {
    type: sum
    sql: ${TABLE}.support_cost ;;
    label: "Support cost"
    description: "Active merchants at the assumed cost of supporting one for a month."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: credit_loss_cost {
    type: sum
    sql: ${TABLE}.credit_loss_cost ;;
    label: "Credit loss cost"
    description: "Assumed part of lost_dispute_amount that merchants cannot repay."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: partner_cost {
    type: sum
    sql: ${TABLE}.partner_cost ;;
    label: "Partner cost"
    description: "Assumed commission on the net revenue of merchants that a partner acquired."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: contribution_amount {
    type: sum
    sql: ${TABLE}.contribution_amount ;;
    label: "Contribution margin"
    description: "Contribution margin: net_revenue less the five costs."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: contribution_rate {
    type: number
    sql: 1.0 * ${contribution_amount} / NULLIF(${gpv}, 0) ;;
    label: "Contribution rate"
    description: "contribution_amount / gpv."
    value_format_name: percent_2
    drill_fields: [detail*]
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

  measure: arpa {
    type: number
    sql: 1.0 * ${net_revenue} / NULLIF(${active_merchants}, 0) ;;
    label: "Average revenue per account"
    description: "Average revenue per account: net_revenue / active_merchants, USD."
    value_format_name: usd_0
    required_fields: [month_month]
    drill_fields: [detail*]
  }

  measure: churned_merchants {
    type: sum
    sql: ${TABLE}.churned_merchants ;;
    label: "Churned merchants"
    description: "Those who churned in the month (v_churn_monthly); NULL until 90 days have gone by."
    value_format_name: decimal_0
    drill_fields: [detail*]
  }

  measure: short_form_ltv_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.contribution_amount IS NOT NULL AND ${TABLE}.churned_merchants IS NOT NULL THEN ${TABLE}.contribution_amount END ;;
  }

  measure: short_form_ltv_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.contribution_amount IS NOT NULL AND ${TABLE}.churned_merchants IS NOT NULL THEN ${TABLE}.churned_merchants END ;;
  }

  measure: short_form_ltv {
    type: number
    sql: 1.0 * ${short_form_ltv_numerator} / NULLIF(${short_form_ltv_denominator}, 0) ;;
    label: "Lifetime value, short form"
    description: "contribution_amount / churned_merchants, USD: margin per account over the monthly churn rate."
    value_format_name: usd_0
    drill_fields: [detail*]
  }

  measure: approval_rate {
    type: number
    sql: 1.0 * ${approved_txns} / NULLIF(${txns}, 0) ;;
    label: "Approval rate"
    description: "Approved part of all attempts. approved_txns / txns."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  measure: avg_amount {
    type: number
    sql: 1.0 * ${gpv} / NULLIF(${approved_txns}, 0) ;;
    label: "Average ticket"
    description: "Amount of an approved attempt. gpv / approved_txns."
    value_format_name: usd
    drill_fields: [detail*]
  }

  measure: churn_rate_numerator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.churned_merchants IS NOT NULL AND ${TABLE}.active_merchants IS NOT NULL THEN ${TABLE}.churned_merchants END ;;
  }

  measure: churn_rate_denominator {
    hidden: yes
    type: sum
    sql: CASE WHEN ${TABLE}.churned_merchants IS NOT NULL AND ${TABLE}.active_merchants IS NOT NULL THEN ${TABLE}.active_merchants END ;;
  }

  measure: churn_rate {
    type: number
    sql: 1.0 * ${churn_rate_numerator} / NULLIF(${churn_rate_denominator}, 0) ;;
    label: "Churn rate"
    description: "Churned merchants of a month, of its active ones. churned_merchants / active_merchants."
    value_format_name: percent_2
    required_fields: [month_month]
    drill_fields: [detail*]
  }

  measure: dispute_rate {
    type: number
    sql: 1.0 * ${disputes} / NULLIF(${approved_txns}, 0) ;;
    label: "Disputes of a portfolio"
    description: "Disputes opened in the month, of its approved attempts; 0.002 is 20 bps. disputes / approved_txns."
    value_format_name: percent_2
    drill_fields: [detail*]
  }

  set: detail {
    fields: [
      month_month,
      txns,
      approved_txns,
      gpv,
      total_fees,
      fee_yield,
      chargeback_fees,
      attempt_fees,
      gross_fee_revenue,
    ]
  }
}

- dashboard: retention
  title: Retention & Cohorts
  layout: newspaper
  preferred_viewer: dashboards-next
  crossfilter_enabled: true
  filters:
  - name: Date
    title: Date
    type: field_filter
    default_value: ''
    allow_multiple_values: true
    required: false
    model: payments
    explore: cohort_months
    listens_to_filters: []
    field: cohort_months.month_date
  - name: Region
    title: Region
    type: field_filter
    default_value: ''
    allow_multiple_values: true
    required: false
    ui_config:
      type: checkboxes
      display: popover
    model: payments
    explore: cohort_months
    listens_to_filters: []
    field: cohort_months.region
  - name: Industry
    title: Industry
    type: field_filter
    default_value: ''
    allow_multiple_values: true
    required: false
    ui_config:
      type: checkboxes
      display: popover
    model: payments
    explore: cohort_months
    listens_to_filters: []
    field: cohort_months.industry
  - name: Merchant size
    title: Merchant size
    type: field_filter
    default_value: ''
    allow_multiple_values: true
    required: false
    ui_config:
      type: checkboxes
      display: popover
    model: payments
    explore: cohort_months
    listens_to_filters: []
    field: cohort_months.merchant_size
  elements:
  - name: retention_by_cohort
    title: Retention by sign-up month and age
    model: payments
    explore: cohort_months
    type: looker_grid
    fields:
    - cohort_months.signup_month_month
    - cohort_months.month_index
    - cohort_months.retention_rate
    pivots:
    - cohort_months.month_index
    filters:
      cohort_months.month_index: '[0, 12]'
    sorts:
    - cohort_months.signup_month_month
    limit: 5000
    enable_conditional_formatting: true
    conditional_formatting:
    - type: along a scale...
      bold: false
      italic: false
      strikethrough: false
    listen:
      Date: cohort_months.month_date
      Region: cohort_months.region
      Industry: cohort_months.industry
      Merchant size: cohort_months.merchant_size
    note_state: collapsed
    note_display: hover
    note_text: 'No filter by channel: a cohort is counted over all channels. No filter by payment method: a cohort is counted
      over all payment methods.'
    row: 0
    col: 0
    width: 12
    height: 8
  - name: gpv_by_age
    title: GPV by age of the merchant
    model: payments
    explore: cohort_months
    type: looker_column
    fields:
    - cohort_months.month_index
    - cohort_months.gpv
    filters:
      cohort_months.month_index: '[0, 24]'
    sorts:
    - cohort_months.month_index
    limit: 5000
    listen:
      Date: cohort_months.month_date
      Region: cohort_months.region
      Industry: cohort_months.industry
      Merchant size: cohort_months.merchant_size
    note_state: collapsed
    note_display: hover
    note_text: 'No filter by channel: a cohort is counted over all channels. No filter by payment method: a cohort is counted
      over all payment methods.'
    row: 0
    col: 12
    width: 12
    height: 8
  - name: retention_by_size
    title: Retention by age and size
    model: payments
    explore: cohort_months
    type: looker_line
    fields:
    - cohort_months.month_index
    - cohort_months.merchant_size
    - cohort_months.retention_rate
    pivots:
    - cohort_months.merchant_size
    filters:
      cohort_months.month_index: '[0, 24]'
    sorts:
    - cohort_months.month_index
    limit: 5000
    listen:
      Date: cohort_months.month_date
      Region: cohort_months.region
      Industry: cohort_months.industry
      Merchant size: cohort_months.merchant_size
    note_state: collapsed
    note_display: hover
    note_text: 'No filter by channel: a cohort is counted over all channels. No filter by payment method: a cohort is counted
      over all payment methods.'
    row: 8
    col: 0
    width: 8
    height: 8
  - name: retention_by_region
    title: Retention by age and region
    model: payments
    explore: cohort_months
    type: looker_line
    fields:
    - cohort_months.month_index
    - cohort_months.region
    - cohort_months.retention_rate
    pivots:
    - cohort_months.region
    filters:
      cohort_months.month_index: '[0, 24]'
    sorts:
    - cohort_months.month_index
    limit: 5000
    listen:
      Date: cohort_months.month_date
      Region: cohort_months.region
      Industry: cohort_months.industry
      Merchant size: cohort_months.merchant_size
    note_state: collapsed
    note_display: hover
    note_text: 'No filter by channel: a cohort is counted over all channels. No filter by payment method: a cohort is counted
      over all payment methods.'
    row: 8
    col: 8
    width: 8
    height: 8
  - name: retention_by_sales_channel
    title: Retention by age and sales channel
    model: payments
    explore: cohort_months
    type: looker_line
    fields:
    - cohort_months.month_index
    - cohort_months.sales_channel
    - cohort_months.retention_rate
    pivots:
    - cohort_months.sales_channel
    filters:
      cohort_months.month_index: '[0, 24]'
    sorts:
    - cohort_months.month_index
    limit: 5000
    listen:
      Date: cohort_months.month_date
      Region: cohort_months.region
      Industry: cohort_months.industry
      Merchant size: cohort_months.merchant_size
    note_state: collapsed
    note_display: hover
    note_text: 'No filter by channel: a cohort is counted over all channels. No filter by payment method: a cohort is counted
      over all payment methods.'
    row: 8
    col: 16
    width: 8
    height: 8

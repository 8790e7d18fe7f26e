- dashboard: sales
  title: Sales & Merchants
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
    explore: merchant_months
    listens_to_filters: []
    field: merchant_months.month_date
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
    explore: merchant_months
    listens_to_filters: []
    field: merchant_months.region
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
    explore: merchant_months
    listens_to_filters: []
    field: merchant_months.industry
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
    explore: merchant_months
    listens_to_filters: []
    field: merchant_months.merchant_size
  - name: Channel
    title: Channel
    type: field_filter
    default_value: ''
    allow_multiple_values: true
    required: false
    ui_config:
      type: checkboxes
      display: popover
    model: payments
    explore: merchant_months
    listens_to_filters: []
    field: merchant_months.channel
  - name: Payment method
    title: Payment method
    type: field_filter
    default_value: ''
    allow_multiple_values: true
    required: false
    ui_config:
      type: checkboxes
      display: popover
    model: payments
    explore: merchant_months
    listens_to_filters: []
    field: merchant_months.payment_method
  elements:
  - name: tile_merchant_gpv
    title: GPV of merchants
    model: payments
    explore: merchant_months
    type: single_value
    fields:
    - merchant_months.gpv
    limit: 5000
    listen:
      Date: merchant_months.month_date
      Region: merchant_months.region
      Industry: merchant_months.industry
      Merchant size: merchant_months.merchant_size
      Channel: merchant_months.channel
      Payment method: merchant_months.payment_method
    row: 0
    col: 0
    width: 8
    height: 3
  - name: tile_active_merchants
    title: Active merchants
    model: payments
    explore: merchant_months
    type: single_value
    fields:
    - merchant_months.active_merchants
    limit: 5000
    listen:
      Date: merchant_months.month_date
      Region: merchant_months.region
      Industry: merchant_months.industry
      Merchant size: merchant_months.merchant_size
      Channel: merchant_months.channel
      Payment method: merchant_months.payment_method
    row: 0
    col: 8
    width: 8
    height: 3
  - name: tile_merchant_revenue
    title: Net revenue
    model: payments
    explore: merchant_months
    type: single_value
    fields:
    - merchant_months.net_revenue
    limit: 5000
    listen:
      Date: merchant_months.month_date
      Region: merchant_months.region
      Industry: merchant_months.industry
      Merchant size: merchant_months.merchant_size
      Channel: merchant_months.channel
      Payment method: merchant_months.payment_method
    row: 0
    col: 16
    width: 8
    height: 3
  - name: top_merchants
    title: The 20 largest merchants
    model: payments
    explore: merchant_months
    type: looker_bar
    fields:
    - merchant_months.merchant_name
    - merchant_months.gpv
    sorts:
    - merchant_months.gpv desc
    limit: 20
    listen:
      Date: merchant_months.month_date
      Region: merchant_months.region
      Industry: merchant_months.industry
      Merchant size: merchant_months.merchant_size
      Channel: merchant_months.channel
      Payment method: merchant_months.payment_method
    row: 3
    col: 0
    width: 12
    height: 8
  - name: merchants_by_month
    title: Active merchants and GPV by month
    model: payments
    explore: merchant_months
    type: looker_line
    fields:
    - merchant_months.month_month
    - merchant_months.active_merchants
    - merchant_months.gpv
    sorts:
    - merchant_months.month_month
    limit: 5000
    y_axes:
    - label: ''
      orientation: left
      series:
      - axisId: merchant_months.active_merchants
        id: merchant_months.active_merchants
        name: Active merchants
    - label: ''
      orientation: right
      series:
      - axisId: merchant_months.gpv
        id: merchant_months.gpv
        name: Gross payment volume
    listen:
      Date: merchant_months.month_date
      Region: merchant_months.region
      Industry: merchant_months.industry
      Merchant size: merchant_months.merchant_size
      Channel: merchant_months.channel
      Payment method: merchant_months.payment_method
    row: 3
    col: 12
    width: 12
    height: 8
  - name: gpv_by_region
    title: GPV by region
    model: payments
    explore: merchant_months
    type: looker_bar
    fields:
    - merchant_months.region
    - merchant_months.gpv
    sorts:
    - merchant_months.gpv desc
    limit: 5000
    listen:
      Date: merchant_months.month_date
      Region: merchant_months.region
      Industry: merchant_months.industry
      Merchant size: merchant_months.merchant_size
      Channel: merchant_months.channel
      Payment method: merchant_months.payment_method
    row: 11
    col: 0
    width: 8
    height: 8
  - name: take_by_size_and_channel
    title: Net take rate by size and channel
    model: payments
    explore: merchant_months
    type: looker_grid
    fields:
    - merchant_months.merchant_size
    - merchant_months.channel
    - merchant_months.net_take_rate
    pivots:
    - merchant_months.channel
    sorts:
    - merchant_months.merchant_size
    limit: 5000
    enable_conditional_formatting: true
    conditional_formatting:
    - type: along a scale...
      bold: false
      italic: false
      strikethrough: false
    listen:
      Date: merchant_months.month_date
      Region: merchant_months.region
      Industry: merchant_months.industry
      Merchant size: merchant_months.merchant_size
      Channel: merchant_months.channel
      Payment method: merchant_months.payment_method
    row: 11
    col: 8
    width: 8
    height: 8
  - name: account_managers
    title: Account managers
    model: payments
    explore: account_manager_scorecard
    type: looker_grid
    fields:
    - account_manager_scorecard.account_manager_name
    - account_manager_scorecard.region
    - account_manager_scorecard.gpv
    - account_manager_scorecard.net_revenue
    - account_manager_scorecard.approval_rate
    - account_manager_scorecard.expected_approval_rate
    - account_manager_scorecard.dispute_rate
    sorts:
    - account_manager_scorecard.account_manager_name
    limit: 5000
    listen:
      Date: account_manager_scorecard.month_date
      Region: account_manager_scorecard.region
    note_state: collapsed
    note_display: hover
    note_text: 'No filter by industry: a portfolio spans industries. No filter by merchant size: a portfolio spans sizes.
      No filter by channel: a portfolio spans channels. No filter by payment method: a portfolio spans payment methods.'
    row: 11
    col: 16
    width: 8
    height: 8

- dashboard: executive
  title: Executive Overview
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
    explore: attempts_daily
    listens_to_filters: []
    field: attempts_daily.day_date
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
    explore: attempts_daily
    listens_to_filters: []
    field: attempts_daily.region
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
    explore: attempts_daily
    listens_to_filters: []
    field: attempts_daily.industry
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
    explore: attempts_daily
    listens_to_filters: []
    field: attempts_daily.merchant_size
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
    explore: attempts_daily
    listens_to_filters: []
    field: attempts_daily.channel
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
    explore: attempts_daily
    listens_to_filters: []
    field: attempts_daily.payment_method
  elements:
  - name: tile_gpv
    title: GPV
    model: payments
    explore: attempts_daily
    type: single_value
    fields:
    - attempts_daily.gpv
    limit: 5000
    listen:
      Date: attempts_daily.day_date
      Region: attempts_daily.region
      Industry: attempts_daily.industry
      Merchant size: attempts_daily.merchant_size
      Channel: attempts_daily.channel
      Payment method: attempts_daily.payment_method
    row: 0
    col: 0
    width: 4
    height: 3
  - name: tile_attempts
    title: Attempts
    model: payments
    explore: attempts_daily
    type: single_value
    fields:
    - attempts_daily.txns
    limit: 5000
    listen:
      Date: attempts_daily.day_date
      Region: attempts_daily.region
      Industry: attempts_daily.industry
      Merchant size: attempts_daily.merchant_size
      Channel: attempts_daily.channel
      Payment method: attempts_daily.payment_method
    row: 0
    col: 4
    width: 4
    height: 3
  - name: tile_approval
    title: Approval rate
    model: payments
    explore: attempts_daily
    type: single_value
    fields:
    - attempts_daily.approval_rate
    limit: 5000
    listen:
      Date: attempts_daily.day_date
      Region: attempts_daily.region
      Industry: attempts_daily.industry
      Merchant size: attempts_daily.merchant_size
      Channel: attempts_daily.channel
      Payment method: attempts_daily.payment_method
    row: 0
    col: 8
    width: 4
    height: 3
  - name: tile_ticket
    title: Average ticket
    model: payments
    explore: attempts_daily
    type: single_value
    fields:
    - attempts_daily.avg_amount
    limit: 5000
    listen:
      Date: attempts_daily.day_date
      Region: attempts_daily.region
      Industry: attempts_daily.industry
      Merchant size: attempts_daily.merchant_size
      Channel: attempts_daily.channel
      Payment method: attempts_daily.payment_method
    row: 0
    col: 12
    width: 4
    height: 3
  - name: tile_fee_yield
    title: Fee yield
    model: payments
    explore: attempts_daily
    type: single_value
    fields:
    - attempts_daily.fee_yield
    limit: 5000
    listen:
      Date: attempts_daily.day_date
      Region: attempts_daily.region
      Industry: attempts_daily.industry
      Merchant size: attempts_daily.merchant_size
      Channel: attempts_daily.channel
      Payment method: attempts_daily.payment_method
    row: 0
    col: 16
    width: 4
    height: 3
  - name: tile_net_take
    title: Net take rate
    model: payments
    explore: attempts_daily
    type: single_value
    fields:
    - attempts_daily.net_take_rate
    limit: 5000
    listen:
      Date: attempts_daily.day_date
      Region: attempts_daily.region
      Industry: attempts_daily.industry
      Merchant size: attempts_daily.merchant_size
      Channel: attempts_daily.channel
      Payment method: attempts_daily.payment_method
    row: 0
    col: 20
    width: 4
    height: 3
  - name: gpv_by_day
    title: GPV and approval rate by day
    model: payments
    explore: attempts_daily
    type: looker_line
    fields:
    - attempts_daily.day_date
    - attempts_daily.gpv
    - attempts_daily.approval_rate
    sorts:
    - attempts_daily.day_date
    limit: 5000
    y_axes:
    - label: ''
      orientation: left
      series:
      - axisId: attempts_daily.gpv
        id: attempts_daily.gpv
        name: Gross payment volume
    - label: ''
      orientation: right
      series:
      - axisId: attempts_daily.approval_rate
        id: attempts_daily.approval_rate
        name: Approval rate
    listen:
      Date: attempts_daily.day_date
      Region: attempts_daily.region
      Industry: attempts_daily.industry
      Merchant size: attempts_daily.merchant_size
      Channel: attempts_daily.channel
      Payment method: attempts_daily.payment_method
    row: 3
    col: 0
    width: 12
    height: 8
  - name: gpv_by_month
    title: GPV by month
    model: payments
    explore: attempts_daily
    type: looker_column
    fields:
    - attempts_daily.day_month
    - attempts_daily.gpv
    sorts:
    - attempts_daily.day_month
    limit: 5000
    listen:
      Date: attempts_daily.day_date
      Region: attempts_daily.region
      Industry: attempts_daily.industry
      Merchant size: attempts_daily.merchant_size
      Channel: attempts_daily.channel
      Payment method: attempts_daily.payment_method
    row: 3
    col: 12
    width: 12
    height: 8
  - name: gpv_by_industry
    title: GPV by industry
    model: payments
    explore: attempts_daily
    type: looker_bar
    fields:
    - attempts_daily.industry
    - attempts_daily.gpv
    sorts:
    - attempts_daily.gpv desc
    limit: 5000
    listen:
      Date: attempts_daily.day_date
      Region: attempts_daily.region
      Industry: attempts_daily.industry
      Merchant size: attempts_daily.merchant_size
      Channel: attempts_daily.channel
      Payment method: attempts_daily.payment_method
    row: 11
    col: 0
    width: 12
    height: 8
  - name: approval_by_region_and_industry
    title: Approval rate by region and industry
    model: payments
    explore: attempts_daily
    type: looker_grid
    fields:
    - attempts_daily.region
    - attempts_daily.industry
    - attempts_daily.approval_rate
    pivots:
    - attempts_daily.industry
    sorts:
    - attempts_daily.region
    limit: 5000
    enable_conditional_formatting: true
    conditional_formatting:
    - type: along a scale...
      bold: false
      italic: false
      strikethrough: false
    listen:
      Date: attempts_daily.day_date
      Region: attempts_daily.region
      Industry: attempts_daily.industry
      Merchant size: attempts_daily.merchant_size
      Channel: attempts_daily.channel
      Payment method: attempts_daily.payment_method
    row: 11
    col: 12
    width: 12
    height: 8

- dashboard: approvals
  title: Approvals & Declines
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
  - name: tile_first_attempt
    title: First-attempt approval
    model: payments
    explore: attempts_daily
    type: single_value
    fields:
    - attempts_daily.first_attempt_approval_rate
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
    width: 6
    height: 3
  - name: tile_final
    title: Final approval
    model: payments
    explore: attempts_daily
    type: single_value
    fields:
    - attempts_daily.final_approval_rate
    limit: 5000
    listen:
      Date: attempts_daily.day_date
      Region: attempts_daily.region
      Industry: attempts_daily.industry
      Merchant size: attempts_daily.merchant_size
      Channel: attempts_daily.channel
      Payment method: attempts_daily.payment_method
    row: 0
    col: 6
    width: 6
    height: 3
  - name: tile_declined
    title: Declined attempts
    model: payments
    explore: attempts_daily
    type: single_value
    fields:
    - attempts_daily.declined_txns
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
    width: 6
    height: 3
  - name: tile_recovered
    title: Recovered by retries
    model: payments
    explore: attempts_daily
    type: single_value
    fields:
    - attempts_daily.recovered_amount
    limit: 5000
    listen:
      Date: attempts_daily.day_date
      Region: attempts_daily.region
      Industry: attempts_daily.industry
      Merchant size: attempts_daily.merchant_size
      Channel: attempts_daily.channel
      Payment method: attempts_daily.payment_method
    row: 0
    col: 18
    width: 6
    height: 3
  - name: approval_by_week
    title: First-attempt and final approval by week
    model: payments
    explore: attempts_daily
    type: looker_line
    fields:
    - attempts_daily.day_week
    - attempts_daily.first_attempt_approval_rate
    - attempts_daily.final_approval_rate
    sorts:
    - attempts_daily.day_week
    limit: 5000
    y_axes:
    - label: ''
      orientation: left
      series:
      - axisId: attempts_daily.first_attempt_approval_rate
        id: attempts_daily.first_attempt_approval_rate
        name: First-attempt approval
    - label: ''
      orientation: right
      series:
      - axisId: attempts_daily.final_approval_rate
        id: attempts_daily.final_approval_rate
        name: Final approval
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
  - name: approval_by_region_and_channel
    title: Approval rate by region and channel
    model: payments
    explore: attempts_daily
    type: looker_grid
    fields:
    - attempts_daily.region
    - attempts_daily.channel
    - attempts_daily.approval_rate
    pivots:
    - attempts_daily.channel
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
    row: 3
    col: 12
    width: 12
    height: 8
  - name: declines_by_reason
    title: Declined attempts by reason
    model: payments
    explore: attempts_daily
    type: looker_bar
    fields:
    - attempts_daily.decline_reason
    - attempts_daily.declined_txns
    filters:
      attempts_daily.decline_reason: -all attempts
    sorts:
    - attempts_daily.declined_txns desc
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
    width: 8
    height: 8
  - name: declines_by_reason_and_channel
    title: Declined attempts by reason and channel
    model: payments
    explore: attempts_daily
    type: looker_grid
    fields:
    - attempts_daily.decline_reason
    - attempts_daily.channel
    - attempts_daily.declined_txns
    pivots:
    - attempts_daily.channel
    filters:
      attempts_daily.decline_reason: -all attempts
    sorts:
    - attempts_daily.decline_reason
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
    col: 8
    width: 8
    height: 8
  - name: decline_rate_by_reason
    title: Decline rate by reason, of all attempts
    model: payments
    explore: decline_drivers
    type: looker_bar
    fields:
    - decline_drivers.decline_reason
    - decline_drivers.decline_rate
    sorts:
    - decline_drivers.decline_rate desc
    limit: 5000
    listen:
      Industry: decline_drivers.industry
      Channel: decline_drivers.channel
    note_state: collapsed
    note_display: hover
    note_text: 'No filter by date: the mart covers the whole reporting window. No filter by region: the mart has no regions.
      No filter by merchant size: the mart has no sizes. No filter by payment method: the mart has no payment methods.'
    row: 11
    col: 16
    width: 8
    height: 8

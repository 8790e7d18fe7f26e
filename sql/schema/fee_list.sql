-- Fees that merchants pay beside the price of an approved attempt: assumed, raw data carry none.
-- They are shown as lines of their own and are in neither fee yield, net revenue nor margin.
-- Grain: fee line. A price changes here, and every line follows.
create or replace table fee_list as
select
    fees.fee_line as fee_line,
    fees.charged_on as charged_on,
    cast(fees.price as decimal(6, 2)) as price,
    fees.price_basis as price_basis
from (
    values
    ('chargeback', 'dispute opened', 15.00, 'the assumed cost of handling one, passed on'),
    ('attempt', 'declined attempt', 0.02, 'the assumed cost of an attempt, passed on')
) as fees (fee_line, charged_on, price, price_basis);

comment on table fee_list is 'Fees beside the price of an approved attempt. Grain: fee line.';
comment on column fee_list.fee_line is 'chargeback or attempt.';
comment on column fee_list.charged_on is
'What is counted; an approved attempt pays for itself by its own price.';
comment on column fee_list.price is 'USD each; assumed.';
comment on column fee_list.price_basis is 'Where the price comes from.';

-- question: Are price and acquisition cost of a merchant in a plausible range?
-- table: merchants; columns: fee_bps, fee_fixed, acquisition_cost; grain: merchant_id
-- dimension: validity; severity: error
-- threshold: 0 rows: no card tariff exceeds 10 % and 5.00 a payment; cost is not negative
select
    merchant_id,
    fee_bps,
    fee_fixed,
    acquisition_cost
from merchants
where
    fee_bps not between 0 and 1000
    or fee_fixed not between 0 and 5
    or acquisition_cost < 0;

-- question: Are all fees of a declined attempt zero?
-- table: transactions; columns: approved, fee, interchange_fee, scheme_fee; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: a fee on a decline makes the yield of a bad channel look good
select
    txn_id,
    approved,
    fee,
    interchange_fee,
    scheme_fee
from transactions
where
    not approved
    and (fee <> 0 or interchange_fee <> 0 or scheme_fee <> 0);

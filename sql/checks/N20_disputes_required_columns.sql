-- question: Is every required column of `disputes` filled?
-- table: disputes; columns: required; grain: dispute_id
-- dimension: completeness; severity: error
-- threshold: 0 rows: the contract allows NULL only where it says so
select
    dispute_id,
    concat_ws(
        ', ',
        case when dispute_id is null then 'dispute_id' end,
        case when txn_id is null then 'txn_id' end,
        case when merchant_id is null then 'merchant_id' end,
        case when opened_at is null then 'opened_at' end,
        case when amount is null then 'amount' end,
        case when reason is null then 'reason' end,
        case when is_fraud is null then 'is_fraud' end,
        case when status is null then 'status' end
    ) as null_columns
from disputes
where
    dispute_id is null
    or txn_id is null
    or merchant_id is null
    or opened_at is null
    or amount is null
    or reason is null
    or is_fraud is null
    or status is null;

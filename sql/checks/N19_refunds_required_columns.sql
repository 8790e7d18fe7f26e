-- question: Is every required column of `refunds` filled?
-- table: refunds; columns: required; grain: refund_id
-- dimension: completeness; severity: error
-- threshold: 0 rows: the contract allows NULL only where it says so
select
    refund_id,
    concat_ws(
        ', ',
        case when refund_id is null then 'refund_id' end,
        case when txn_id is null then 'txn_id' end,
        case when merchant_id is null then 'merchant_id' end,
        case when ts is null then 'ts' end,
        case when amount is null then 'amount' end,
        case when reason is null then 'reason' end
    ) as null_columns
from refunds
where
    refund_id is null
    or txn_id is null
    or merchant_id is null
    or ts is null
    or amount is null
    or reason is null;

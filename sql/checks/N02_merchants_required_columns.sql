-- question: Is every required column of `merchants` filled?
-- table: merchants; columns: required; grain: merchant_id
-- dimension: completeness; severity: error
-- threshold: 0 rows: the contract allows NULL only where it says so
select
    merchant_id,
    concat_ws(
        ', ',
        case when merchant_id is null then 'merchant_id' end,
        case when merchant_name is null then 'merchant_name' end,
        case when industry is null then 'industry' end,
        case when mcc is null then 'mcc' end,
        case when region is null then 'region' end,
        case when country is null then 'country' end,
        case when merchant_size is null then 'merchant_size' end,
        case when sales_channel is null then 'sales_channel' end,
        case when signup_date is null then 'signup_date' end,
        case when account_manager_id is null then 'account_manager_id' end,
        case when acquisition_cost is null then 'acquisition_cost' end,
        case when pricing_plan is null then 'pricing_plan' end,
        case when fee_bps is null then 'fee_bps' end,
        case when fee_fixed is null then 'fee_fixed' end
    ) as null_columns
from merchants
where
    merchant_id is null
    or merchant_name is null
    or industry is null
    or mcc is null
    or region is null
    or country is null
    or merchant_size is null
    or sales_channel is null
    or signup_date is null
    or account_manager_id is null
    or acquisition_cost is null
    or pricing_plan is null
    or fee_bps is null
    or fee_fixed is null;

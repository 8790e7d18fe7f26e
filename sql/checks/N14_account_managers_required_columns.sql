-- question: Is every required column of `account_managers` filled?
-- table: account_managers; columns: required; grain: account_manager_id
-- dimension: completeness; severity: error
-- threshold: 0 rows: the contract allows NULL only where it says so
select
    account_manager_id,
    concat_ws(
        ', ',
        case when account_manager_id is null then 'account_manager_id' end,
        case when account_manager_name is null then 'account_manager_name' end,
        case when region is null then 'region' end,
        case when team is null then 'team' end,
        case when hired_on is null then 'hired_on' end
    ) as null_columns
from account_managers
where
    account_manager_id is null
    or account_manager_name is null
    or region is null
    or team is null
    or hired_on is null;

-- The reporting window of own files: as set, or from the first to the last day with a transaction.
set variable start_date = coalesce(
    getvariable('given_start_date'), (select cast(min(ts) as date) from transactions)
);

set variable end_date = coalesce(
    getvariable('given_end_date'), (select cast(max(ts) as date) from transactions)
);

set variable rows = (select cast(count(*) as varchar) from transactions);

set variable merchants = (select cast(count(*) as varchar) from merchants);

set variable customers = (select cast(count(*) as varchar) from customers);

set variable seed = 'none, own files';

-- The mart declines_daily: in the order of its key; a view, since its source is a table.
create or replace temp view mart_declines_daily as
select * from fct_declines_daily
order by
    day,
    region,
    industry,
    merchant_size,
    channel,
    payment_method,
    decline_reason,
    response_code,
    attempt_no;

-- How likely is it that a declined attempt comes back when it is tried again?
-- Grain: response code x attempt number, over the whole portfolio and window. Source: facts.declines_daily.
-- No filter cuts it: a segment of a few retries would have no rate of its own. v_decline_recovery has the same rates.
create table facts.recovery_rates as
select
    response_code,
    attempt_no,
    sum(retried_txns)::integer as retried_txns,
    sum(recovered_txns)::integer as recovered_txns
from facts.declines_daily
where is_settled
group by all
having sum(retried_txns) > 0
order by all;

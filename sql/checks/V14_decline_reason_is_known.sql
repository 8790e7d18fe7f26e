-- question: Is the decline reason one of the contract?
-- table: transactions; columns: decline_reason; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: reasons outside the list have no class and no retry rule
with unknown as (
    select distinct decline_reason
    from qa_mix
    where
        decline_reason not in (
            'insufficient_funds',
            'do_not_honor',
            'fraud_suspected',
            'network_error',
            'limit_exceeded',
            'regulatory_block',
            'expired_card',
            'invalid_card',
            'authentication_required'
        )
)

select
    offender.txn_id,
    offender.decline_reason
from unknown
cross join lateral (
    select
        transactions.txn_id,
        transactions.decline_reason
    from transactions
    where transactions.decline_reason = unknown.decline_reason
) as offender;

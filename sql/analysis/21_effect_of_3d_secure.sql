-- What does 3-D Secure do to approval and to fraud?
-- For Risk. From fct_attempts, transactions, response_codes and fct_disputes: attempts at a distance by card or wallet,
-- not billed on file, that went to the issuer; those that 3-D Secure stopped did not. The expected rates are what
-- attempts without it reach at the same channels, industries and regions. Merchants and rules choose what is
-- authenticated, risky payments first: a gap is no proof of cause.
create or replace temp table evidence as
with contested as (
    select
        txn_id,
        sum(fraud_disputes) as fraud_disputes
    from fct_disputes
    group by txn_id
),

cells as (
    select
        attempts.is_authenticated,
        attempts.channel,
        merchants.industry,
        merchants.region,
        sum(attempts.txns) as txns,
        sum(attempts.approved_txns) as approved_txns,
        sum(coalesce(contested.fraud_disputes, 0)) as fraud_disputes
    from fct_attempts as attempts
    inner join transactions on attempts.txn_id = transactions.txn_id
    inner join merchants on attempts.merchant_id = merchants.merchant_id
    inner join response_codes on attempts.response_code::varchar = response_codes.response_code
    left join contested on attempts.txn_id = contested.txn_id
    where
        attempts.channel::varchar <> 'pos'
        and attempts.card_brand is not null
        and response_codes.is_sent
        and not transactions.is_recurring
    group by all
),

expected as (
    select
        secured.is_authenticated,
        sum(secured.approved_txns) / sum(secured.txns) as comparable_approval_rate,
        sum((secured.txns * unsecured.approved_txns / unsecured.txns)::decimal(28, 12))::double / sum(secured.txns)
            as expected_approval_rate
    from cells as secured
    inner join cells as unsecured
        on
            secured.channel = unsecured.channel
            and secured.industry = unsecured.industry
            and secured.region = unsecured.region
    where not unsecured.is_authenticated
    group by secured.is_authenticated
),

totals as (
    select
        is_authenticated,
        sum(txns)::bigint as txns,
        sum(approved_txns)::bigint as approved_txns,
        sum(fraud_disputes)::bigint as fraud_disputes
    from cells
    group by is_authenticated
)

select
    totals.*,
    totals.txns / sum(totals.txns) over () as txns_share,
    totals.approved_txns / totals.txns as approval_rate,
    totals.fraud_disputes / nullif(totals.approved_txns, 0) as fraud_dispute_rate,
    expected.comparable_approval_rate,
    expected.expected_approval_rate,
    expected.comparable_approval_rate - expected.expected_approval_rate as approval_gap
from totals
left join expected on totals.is_authenticated = expected.is_authenticated;

select * from evidence
order by is_authenticated;

select
    coalesce(
        max(
            format(
                'From {} to {} {:.1f} % of attempts at a distance passed 3-D Secure; {:.1f} % of them were approved,'
                || ' {:+.1f} points against others of the same channels, industries and regions. ',
                reporting.first_day::varchar, reporting.last_day::varchar, 100 * secured.txns_share,
                100 * secured.approval_rate, 100 * secured.approval_gap
            )
            || if(
                secured.fraud_disputes + unsecured.fraud_disputes = 0,
                'No sale of either kind is disputed as fraud.',
                coalesce(
                    format(
                        'Disputed as fraud are {:.1f} basis points of their sales and {:.1f} basis points of the'
                        || ' others.',
                        10000 * secured.fraud_dispute_rate, 10000 * unsecured.fraud_dispute_rate
                    ),
                    'Too few are approved to compare fraud.'
                )
            )
        ),
        'Not enough data: it takes attempts at a distance with 3-D Secure and without.'
    ) as answer
from evidence as secured
inner join evidence as unsecured on secured.is_authenticated and not unsecured.is_authenticated
cross join v_kpi_total as reporting;

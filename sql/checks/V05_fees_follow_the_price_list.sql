-- question: Do the fees of each merchant follow its pricing plan, price and cost?
-- table: transactions; columns: fee, fee_bps, fee_fixed; grain: table_name
-- dimension: validity; severity: warn
-- threshold: 0.05 of merchants: an incident may misprice some; rounding is at most 1 cent a payment
with totals as (
    select
        qa_merchant_totals.merchant_id,
        qa_merchant_totals.approved_txns,
        qa_merchant_totals.total_fees,
        qa_merchant_totals.gpv * merchants.fee_bps / 10000
        + qa_merchant_totals.approved_txns * merchants.fee_fixed
        + case
            when merchants.pricing_plan = 'interchange_plus'
                then qa_merchant_totals.interchange_fees + qa_merchant_totals.scheme_fees
            else 0
        end as lowest_fees,
        -- A flat price may rise by 1.5 % for a foreign card.
        case when merchants.pricing_plan = 'flat' then qa_merchant_totals.gpv * 0.015 else 0 end
            as surcharge
    from qa_merchant_totals
    inner join merchants on qa_merchant_totals.merchant_id = merchants.merchant_id
    where
        not qa_merchant_totals.is_ach
        and qa_merchant_totals.approved_txns > 0
),

judged as (
    select
        merchant_id,
        greatest(lowest_fees - total_fees, total_fees - lowest_fees - surcharge)
        / approved_txns as deviation
    from totals
)

select
    'transactions' as table_name,
    cast(count(*) filter (where deviation > 0.01) as double) / count(*) as observed,
    count(*) filter (where deviation > 0.01) as merchants_off_price,
    max_by(merchant_id, deviation) as worst_merchant_id,
    max(deviation) as worst_deviation
from judged
having count(*) > 0;

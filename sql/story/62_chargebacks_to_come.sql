-- Which chargebacks are still to come?
-- For Finance. From v_chargebacks_monthly: the brand with most sales in the latest whole month, from 10 disputes so
-- far on, and a tenth still to come.
insert into story
with latest as (
    select
        month,
        card_brand,
        sale_txns,
        sale_disputes,
        observed_chargeback_rate,
        expected_chargeback_rate,
        key_is('month', month) || ' and ' || key_is('card_brand', card_brand) as found_at
    from v_chargebacks_monthly
    where
        month = (
            select max(whole.month) from v_chargebacks_monthly as whole
            where not whole.is_partial_month
        )
        and sale_disputes >= 10
        and expected_chargeback_rate >= 1.1 * observed_chargeback_rate
    order by sale_txns desc, card_brand
    limit 1
)

select
    62 as place,
    'Finance' as section,
    format(
        'Reserve for chargebacks to come: {} of {} {} sales of {} are disputed so far ({}), {} are to be expected as'
        || ' older months developed.',
        in_words(sale_disputes), in_words(sale_txns), card_brand, month_name(month), in_bps(observed_chargeback_rate),
        in_bps(expected_chargeback_rate)
    ) as sentence,
    [
        cell('v_chargebacks_monthly', found_at, 'sale_disputes', sale_disputes),
        cell('v_chargebacks_monthly', found_at, 'sale_txns', sale_txns),
        cell('v_chargebacks_monthly', found_at, 'observed_chargeback_rate', observed_chargeback_rate),
        cell('v_chargebacks_monthly', found_at, 'expected_chargeback_rate', expected_chargeback_rate)
    ] as cells
from latest;

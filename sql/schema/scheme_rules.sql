-- Thresholds of the monitoring programmes of card schemes and of Nacha, limits and fees of retries,
-- each with its first day: a rule changes by a row.
-- Grain: scheme x programme x level x market x first day.
create or replace table scheme_rules as
select
    rules.scheme as scheme,
    rules.programme as programme,
    rules.rule_level as rule_level,
    rules.market as market,
    rules.valid_from as valid_from,
    rules.valid_until as valid_until,
    cast(rules.min_ratio_bps as integer) as min_ratio_bps,
    cast(rules.min_count as integer) as min_count,
    cast(rules.min_amount as decimal(18, 2)) as min_amount,
    cast(rules.min_base_txns as integer) as min_base_txns,
    cast(rules.max_authenticated_share as decimal(4, 2)) as max_authenticated_share,
    cast(rules.max_retries as integer) as max_retries,
    cast(rules.max_retries_a_day as integer) as max_retries_a_day,
    cast(rules.violation_fee as decimal(18, 2)) as violation_fee,
    cast(rules.cross_border_fee as decimal(18, 2)) as cross_border_fee,
    rules.source_page as source_page
from (
    values
    (
        'visa', 'VAMP', 'excessive', 'MENA', date '2025-06-01', date '9999-12-31',
        220, 100, 75000, null, null, null, null, null, null,
        'support.checkout.com 23330844282514'
    ),
    (
        'visa', 'VAMP', 'excessive', 'outside MENA', date '2025-06-01', date '2026-03-31',
        220, 1500, 0, null, null, null, null, null, null,
        'support.checkout.com 23330844282514'
    ),
    (
        'visa', 'VAMP', 'excessive', 'outside MENA', date '2026-04-01', date '9999-12-31',
        150, 1500, 0, null, null, null, null, null, null,
        'support.checkout.com 23330844282514'
    ),
    (
        'visa', 'VAMP acquirer', 'above standard', 'all', date '2026-01-01', date '9999-12-31',
        50, 1500, 0, null, null, null, null, null, null,
        'support.checkout.com 23330844282514'
    ),
    (
        'visa', 'VAMP acquirer', 'excessive', 'all', date '2025-06-01', date '9999-12-31',
        70, 1500, 0, null, null, null, null, null, null,
        'support.checkout.com 23330844282514'
    ),
    (
        'mastercard', 'ECM', 'excessive', 'all', date '2019-10-01', date '9999-12-31',
        150, 100, 0, null, null, null, null, null, null,
        'docs.solidgate.com monitoring-programs/mastercard'
    ),
    (
        'mastercard', 'ECM', 'high', 'all', date '2019-10-01', date '9999-12-31',
        300, 300, 0, null, null, null, null, null, null,
        'docs.solidgate.com monitoring-programs/mastercard'
    ),
    (
        'mastercard', 'EFM', 'excessive', 'unregulated', date '2019-10-01', date '9999-12-31',
        50, 0, 50000, 1000, 0.10, null, null, null, null,
        'paymentspedia.com mastercards-chargeback-and-fraud-monitoring-programs'
    ),
    (
        'mastercard', 'EFM', 'excessive', 'regulated', date '2019-10-01', date '9999-12-31',
        50, 0, 50000, 1000, 0.50, null, null, null, null,
        'paymentspedia.com mastercards-chargeback-and-fraud-monitoring-programs'
    ),
    (
        'visa', 'retries', 'never', 'all', date '2021-04-01', date '9999-12-31',
        null, 0, 0, null, null, 0, null, 0.10, 0.05,
        'developers.getevolved.com visas-processing-integrity-fee-program'
    ),
    (
        'visa', 'retries', 'limit', 'all', date '2021-04-01', date '9999-12-31',
        null, 0, 0, null, null, 15, null, 0.10, 0.05,
        'payway.com visa-excessive-reattempts-rule-fees'
    ),
    (
        'mastercard', 'retries', 'limit', 'all', date '2021-04-01', date '2023-10-31',
        null, 0, 0, null, null, 35, 20, 0.10, 0,
        'support.forte.net 11000081270'
    ),
    (
        'mastercard', 'retries', 'limit', 'all', date '2023-11-01', date '2023-12-31',
        null, 0, 0, null, null, 35, 10, 0.15, 0,
        'developer.paypal.com braintree network-updates/2023/mastercard-f23'
    ),
    (
        'mastercard', 'retries', 'limit', 'all', date '2024-01-01', date '2024-12-31',
        null, 0, 0, null, null, 35, 10, 0.30, 0,
        'developer.paypal.com braintree network-updates/2023/mastercard-f23'
    ),
    (
        'mastercard', 'retries', 'limit', 'all', date '2025-01-01', date '9999-12-31',
        null, 0, 0, null, null, 35, 10, 0.50, 0,
        'developer.paypal.com braintree network-updates/2023/mastercard-f23'
    ),
    (
        'nacha', 'ACH returns', 'unauthorised', 'all', date '2015-09-18', date '9999-12-31',
        50, 0, 0, null, null, null, null, null, null,
        'help.icheckgateway.com return-rates'
    ),
    (
        'nacha', 'ACH returns', 'administrative', 'all', date '2015-09-18', date '9999-12-31',
        300, 0, 0, null, null, null, null, null, null,
        'help.icheckgateway.com return-rates'
    ),
    (
        'nacha', 'ACH returns', 'overall', 'all', date '2015-09-18', date '9999-12-31',
        1500, 0, 0, null, null, null, null, null, null,
        'help.icheckgateway.com return-rates'
    )
) as rules (
    scheme, programme, rule_level, market, valid_from, valid_until, min_ratio_bps, min_count,
    min_amount, min_base_txns, max_authenticated_share, max_retries, max_retries_a_day,
    violation_fee, cross_border_fee, source_page
);

comment on table scheme_rules is
'Rules of schemes and of Nacha. Grain: scheme x programme x level x market x first day.';
comment on column scheme_rules.scheme is 'visa, mastercard or nacha.';
comment on column scheme_rules.programme is
'VAMP, VAMP acquirer, ECM, EFM, retries or ACH returns.';
comment on column scheme_rules.rule_level is
'above standard, excessive or high; never or limit for retries; the group of ACH returns.';
comment on column scheme_rules.market is 'Where it holds: all, or a word of scheme_markets.';
comment on column scheme_rules.valid_from is
'First day; of ECM, EFM and the first retry limits a day before which no data is expected.';
comment on column scheme_rules.valid_until is 'Last day; 9999-12-31 while in force.';
comment on column scheme_rules.min_ratio_bps is
'Ratio from which the level is reached, in basis points; NULL for retries.';
comment on column scheme_rules.min_count is
'Items from which the level is reached: fraud and disputes (VAMP: more than), chargebacks (ECM).';
comment on column scheme_rules.min_amount is
'Amount from which the level is reached, in USD: fraud (EFM), items (VAMP: more than).';
comment on column scheme_rules.min_base_txns is
'Mastercard sales but for POS in the month before from which EFM looks at a merchant.';
comment on column scheme_rules.max_authenticated_share is
'Share of those with 3-D Secure from which EFM leaves a merchant alone.';
comment on column scheme_rules.max_retries is
'Retries of one payment allowed in 30 days; NULL for monitoring programmes.';
comment on column scheme_rules.max_retries_a_day is
'Declines of one payment on one day after which no other attempt may follow; NULL without limit.';
comment on column scheme_rules.violation_fee is 'What a retry that breaks the rule costs, in USD.';
comment on column scheme_rules.cross_border_fee is
'What is added when the card is of another country than the merchant, in USD.';
comment on column scheme_rules.source_page is 'Page on which the numbers were read.';

-- Thresholds of the card schemes' monitoring programmes and retry rules, each with its first day.
-- Grain: scheme x programme x level x first day. A rule changes by a row.
create or replace table scheme_rules as
select
    rules.scheme as scheme,
    rules.programme as programme,
    rules.rule_level as rule_level,
    rules.valid_from as valid_from,
    rules.valid_until as valid_until,
    cast(rules.min_ratio_bps as integer) as min_ratio_bps,
    cast(rules.min_count as integer) as min_count,
    cast(rules.min_amount as decimal(18, 2)) as min_amount,
    cast(rules.max_retries as integer) as max_retries,
    rules.source_page as source_page
from (
    values
    (
        'visa', 'VAMP', 'excessive', date '2025-06-01', date '2026-03-31', 220, 1500, 0, null,
        'support.checkout.com 23330844282514'
    ),
    (
        'visa', 'VAMP', 'excessive', date '2026-04-01', date '9999-12-31', 150, 1500, 0, null,
        'support.checkout.com 23330844282514'
    ),
    (
        'mastercard', 'ECM', 'excessive', date '2019-10-01', date '9999-12-31', 150, 100, 0, null,
        'docs.solidgate.com monitoring-programs/mastercard'
    ),
    (
        'mastercard', 'ECM', 'high', date '2019-10-01', date '9999-12-31', 300, 300, 0, null,
        'docs.solidgate.com monitoring-programs/mastercard'
    ),
    (
        'mastercard', 'EFM', 'excessive', date '2019-10-01', date '9999-12-31', 50, 0, 50000, null,
        'paymentspedia.com mastercards-chargeback-and-fraud-monitoring-programs'
    ),
    (
        'visa', 'retries', 'limit', date '2021-04-01', date '9999-12-31', null, 0, 0, 15,
        'payway.com visa-excessive-reattempts-rule-fees'
    ),
    (
        'mastercard', 'retries', 'limit', date '2021-04-01', date '9999-12-31', null, 0, 0, 35,
        'developers.tabapay.com excessive-retry-rules'
    )
) as rules (
    scheme, programme, rule_level, valid_from, valid_until, min_ratio_bps, min_count, min_amount,
    max_retries, source_page
);

comment on table scheme_rules is
'Rules of the card schemes. Grain: scheme x programme x level x first day.';
comment on column scheme_rules.scheme is 'visa or mastercard.';
comment on column scheme_rules.programme is 'VAMP, ECM, EFM or retries.';
comment on column scheme_rules.rule_level is 'excessive or high; limit for retries.';
comment on column scheme_rules.valid_from is
'First day; of ECM, EFM and the retry limits a day before which no data is expected.';
comment on column scheme_rules.valid_until is 'Last day; 9999-12-31 while in force.';
comment on column scheme_rules.min_ratio_bps is
'Ratio from which the level is reached, in basis points; NULL for retries.';
comment on column scheme_rules.min_count is
'Items from which the level is reached: fraud and disputes (VAMP: more than), chargebacks (ECM).';
comment on column scheme_rules.min_amount is 'Fraud from which the level is reached, in USD.';
comment on column scheme_rules.max_retries is
'Retries of one payment allowed in 30 days; NULL for monitoring programmes.';
comment on column scheme_rules.source_page is 'Page on which the numbers were read.';

-- Do retries keep to the card schemes' rules, and what does it cost when they do not?
-- Grain: month of the reporting window x card brand with retries. Sources: dim_calendar,
-- fct_retried_attempts, scheme_rules. The limits count the retries of one payment: whether a
-- customer tries the same card for another payment is not told by the data. A retry that breaks two
-- rules pays once, for the answer that forbade it.
create or replace view v_retry_compliance as
with limits as (
    select
        scheme,
        valid_from,
        valid_until,
        max_retries,
        max_retries_a_day,
        violation_fee,
        cross_border_fee
    from scheme_rules
    where programme = 'retries' and rule_level = 'limit'
),

prohibitions as (
    select
        scheme,
        valid_from,
        valid_until,
        violation_fee,
        cross_border_fee
    from scheme_rules
    where programme = 'retries' and rule_level = 'never'
),

-- Only a late attempt can come after so many declines of one day.
busy_days as (
    select
        later.txn_id as txn_id,
        count(*) as declines_before
    from fct_retried_attempts as later
    inner join limits
        on
            later.card_brand = limits.scheme
            and later.day >= limits.valid_from
            and later.day <= limits.valid_until
            and later.attempt_no > limits.max_retries_a_day
    inner join fct_retried_attempts as earlier
        on
            later.payment_id = earlier.payment_id
            and later.day = earlier.day
            and later.attempt_no > earlier.attempt_no
    where earlier.approved_txns = 0
    group by later.txn_id
),

retries as (
    select
        dim_calendar.month as month,
        coalesce(fct_retried_attempts.card_brand, 'none') as card_brand,
        fct_retried_attempts.amount as amount,
        fct_retried_attempts.is_forbidden_retry as is_forbidden_retry,
        case
            when
                fct_retried_attempts.is_within_30_days = 1
                and fct_retried_attempts.attempt_no - 1 > limits.max_retries
                then 1
            when busy_days.declines_before >= limits.max_retries_a_day then 1
            else 0
        end as is_excessive_retry,
        limits.violation_fee
        + fct_retried_attempts.is_cross_border * limits.cross_border_fee as excess_fee,
        prohibitions.violation_fee
        + fct_retried_attempts.is_cross_border * prohibitions.cross_border_fee as forbidden_fee
    from fct_retried_attempts
    inner join dim_calendar on fct_retried_attempts.day = dim_calendar.day
    left join limits
        on
            fct_retried_attempts.card_brand = limits.scheme
            and fct_retried_attempts.day >= limits.valid_from
            and fct_retried_attempts.day <= limits.valid_until
    left join prohibitions
        on
            fct_retried_attempts.card_brand = prohibitions.scheme
            and fct_retried_attempts.day >= prohibitions.valid_from
            and fct_retried_attempts.day <= prohibitions.valid_until
    left join busy_days on fct_retried_attempts.txn_id = busy_days.txn_id
    where fct_retried_attempts.retries = 1
),

fined as (
    select
        month,
        card_brand,
        amount,
        is_forbidden_retry,
        is_excessive_retry,
        case when is_forbidden_retry + is_excessive_retry > 0 then 1 else 0 end as is_violation,
        coalesce(
            case when is_forbidden_retry = 1 then forbidden_fee end,
            case when is_excessive_retry = 1 then excess_fee end,
            0
        ) as penalty_amount
    from retries
)

select
    month,
    card_brand,
    cast(count(*) as bigint) as retries,
    cast(sum(amount) as decimal(18, 2)) as retried_amount,
    cast(sum(is_forbidden_retry) as bigint) as forbidden_retries,
    cast(sum(is_excessive_retry) as bigint) as excessive_retries,
    cast(sum(is_violation) as bigint) as violations,
    cast(sum(1 - is_violation) as bigint) as compliant_retries,
    cast(sum(1 - is_violation) as double) / nullif(count(*), 0) as compliance_rate,
    cast(sum(penalty_amount) as decimal(18, 2)) as penalty_amount
from fined
group by month, card_brand;

comment on view v_retry_compliance is
'Retries against the schemes'' rules. Grain: month x card brand with retries.';
comment on column v_retry_compliance.month is 'First day of the month of the retry.';
comment on column v_retry_compliance.card_brand is
'visa, mastercard, amex or other; none when the payment is no card''s.';
comment on column v_retry_compliance.retries is 'Second and later attempts of payments.';
comment on column v_retry_compliance.retried_amount is 'Amount of those.';
comment on column v_retry_compliance.forbidden_retries is
'Retries after an answer that forbids to try again (Visa category 1).';
comment on column v_retry_compliance.excessive_retries is
'Retries beyond what scheme_rules allows in 30 days, or after too many declines of one day.';
comment on column v_retry_compliance.violations is 'Retries that break either rule.';
comment on column v_retry_compliance.compliant_retries is 'Retries that break neither.';
comment on column v_retry_compliance.compliance_rate is 'compliant_retries / retries.';
comment on column v_retry_compliance.penalty_amount is
'What the scheme charges for the violations (scheme_rules), USD; 0 where it has no fee for them.';

-- Do retries keep to the card schemes' rules?
-- Grain: month of the reporting window x card brand with retries. Sources: dim_calendar,
-- fct_retried_attempts, scheme_rules. The limit counts the retries of one payment: whether a
-- customer tries the same card for another payment is not told by the data.
create or replace view v_retry_compliance as
with limits as (
    select
        scheme,
        valid_from,
        valid_until,
        max_retries
    from scheme_rules
    where programme = 'retries'
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
            else 0
        end as is_excessive_retry
    from fct_retried_attempts
    inner join dim_calendar on fct_retried_attempts.day = dim_calendar.day
    left join limits
        on
            fct_retried_attempts.card_brand = limits.scheme
            and fct_retried_attempts.day >= limits.valid_from
            and fct_retried_attempts.day <= limits.valid_until
    where fct_retried_attempts.retries = 1
)

select
    month,
    card_brand,
    cast(count(*) as bigint) as retries,
    cast(sum(amount) as decimal(18, 2)) as retried_amount,
    cast(sum(is_forbidden_retry) as bigint) as forbidden_retries,
    cast(sum(is_excessive_retry) as bigint) as excessive_retries,
    cast(
        sum(case when is_forbidden_retry + is_excessive_retry > 0 then 1 else 0 end) as bigint
    ) as violations,
    cast(
        sum(case when is_forbidden_retry + is_excessive_retry > 0 then 0 else 1 end) as bigint
    ) as compliant_retries,
    cast(sum(case when is_forbidden_retry + is_excessive_retry > 0 then 0 else 1 end) as double)
    / nullif(count(*), 0) as compliance_rate
from retries
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
'Retries within 30 days of the first attempt beyond the number that scheme_rules allows.';
comment on column v_retry_compliance.violations is 'Retries that break either rule.';
comment on column v_retry_compliance.compliant_retries is 'Retries that break neither.';
comment on column v_retry_compliance.compliance_rate is 'compliant_retries / retries.';

-- What a response code means: the reason told to people, the class of decline, and whether the
-- card schemes forbid to try again. Grain: response code. Source: Visa's decline categories.
create or replace table response_codes as
select
    codes.response_code as response_code,
    codes.decline_reason as decline_reason,
    codes.decline_class as decline_class,
    codes.is_never_retry as is_never_retry,
    codes.response_code not in ('59', '1A') as is_sent
from (
    values
    ('00', null, 'approved', false),
    ('05', 'do_not_honor', 'soft', false),
    ('14', 'invalid_card', 'hard', true),
    ('1A', 'authentication_required', 'authentication', false),
    ('41', 'fraud_suspected', 'risk', true),
    ('43', 'fraud_suspected', 'risk', true),
    ('51', 'insufficient_funds', 'soft', false),
    ('54', 'expired_card', 'hard', false),
    ('55', 'authentication_required', 'authentication', false),
    ('57', 'regulatory_block', 'hard', true),
    ('59', 'fraud_suspected', 'risk', false),
    ('61', 'limit_exceeded', 'soft', false),
    ('62', 'regulatory_block', 'hard', false),
    ('65', 'limit_exceeded', 'soft', false),
    ('91', 'network_error', 'technical', false),
    ('96', 'network_error', 'technical', false)
) as codes (response_code, decline_reason, decline_class, is_never_retry);

comment on table response_codes is 'Meaning of response codes. Grain: response code.';
comment on column response_codes.response_code is 'ISO 8583 style code; 00 is an approval.';
comment on column response_codes.decline_reason is 'Reason of the contract; NULL for 00.';
comment on column response_codes.decline_class is
'approved, soft, hard, authentication, risk or technical.';
comment on column response_codes.is_never_retry is
'Whether the schemes forbid another attempt on the same card (Visa category 1).';
comment on column response_codes.is_sent is
'Whether the issuer was asked: not when a fraud rule stopped it (59) or 3-D Secure failed (1A).';

-- What a response code means: the reason told to people, the class of decline, and whether another
-- attempt is forbidden. Grain: response code. Sources: Visa's decline categories, of which category
-- 1 may never be tried again, and Nacha's return codes of bank debits, whose classes are our
-- reading.
create or replace table response_codes as
select
    codes.response_code as response_code,
    codes.decline_reason as decline_reason,
    codes.decline_class as decline_class,
    codes.is_never_retry as is_never_retry,
    codes.response_code not in ('59', '1A') as is_sent,
    codes.ach_return_group as ach_return_group
from (
    values
    ('00', null, 'approved', false, null),
    ('04', 'fraud_suspected', 'risk', true, null),
    ('05', 'do_not_honor', 'soft', false, null),
    ('07', 'fraud_suspected', 'risk', true, null),
    ('12', 'invalid_card', 'hard', true, null),
    ('14', 'invalid_card', 'hard', true, null),
    ('15', 'invalid_card', 'hard', true, null),
    ('1A', 'authentication_required', 'authentication', false, null),
    ('41', 'fraud_suspected', 'risk', true, null),
    ('43', 'fraud_suspected', 'risk', true, null),
    ('46', 'invalid_card', 'hard', true, null),
    ('51', 'insufficient_funds', 'soft', false, null),
    ('54', 'expired_card', 'hard', false, null),
    ('55', 'authentication_required', 'authentication', false, null),
    ('57', 'regulatory_block', 'hard', true, null),
    ('59', 'fraud_suspected', 'risk', false, null),
    ('61', 'limit_exceeded', 'soft', false, null),
    ('62', 'regulatory_block', 'hard', false, null),
    ('65', 'limit_exceeded', 'soft', false, null),
    ('91', 'network_error', 'technical', false, null),
    ('96', 'network_error', 'technical', false, null),
    ('R0', 'do_not_honor', 'hard', true, null),
    ('R1', 'do_not_honor', 'hard', true, null),
    ('R3', 'do_not_honor', 'hard', true, null),
    ('R01', 'insufficient_funds', 'soft', false, 'other'),
    ('R02', 'invalid_card', 'hard', true, 'administrative'),
    ('R03', 'invalid_card', 'hard', true, 'administrative'),
    ('R04', 'invalid_card', 'hard', true, 'administrative'),
    ('R05', 'do_not_honor', 'risk', true, 'unauthorised'),
    ('R07', 'do_not_honor', 'risk', true, 'unauthorised'),
    ('R08', 'do_not_honor', 'soft', false, 'other'),
    ('R09', 'insufficient_funds', 'soft', false, 'other'),
    ('R10', 'do_not_honor', 'risk', true, 'unauthorised'),
    ('R11', 'do_not_honor', 'risk', false, 'unauthorised'),
    ('R16', 'regulatory_block', 'hard', true, 'other'),
    ('R20', 'invalid_card', 'hard', true, 'other'),
    ('R29', 'do_not_honor', 'risk', true, 'unauthorised'),
    ('R51', 'do_not_honor', 'risk', true, 'unauthorised')
) as codes (response_code, decline_reason, decline_class, is_never_retry, ach_return_group);

comment on table response_codes is 'Meaning of response codes. Grain: response code.';
comment on column response_codes.response_code is
'ISO 8583 style code, 00 is an approval; or a return code of a bank debit, R01 to R51.';
comment on column response_codes.decline_reason is 'Reason of the contract; NULL for 00.';
comment on column response_codes.decline_class is
'approved, soft, hard, authentication, risk or technical.';
comment on column response_codes.is_never_retry is
'Whether another attempt is forbidden: Visa category 1, and debits that may not be sent again.';
comment on column response_codes.is_sent is
'Whether the issuer was asked: not when a fraud rule stopped it (59) or 3-D Secure failed (1A).';
comment on column response_codes.ach_return_group is
'unauthorised, administrative or other for a returned bank debit; NULL for all other codes.';

-- A second list that no check was tuned on: written after the checks, run once, kept as it was run.

-- F601 V17 or N05: a week stamped with the year before
update transactions set ts = ts - interval 1 year where cast(ts as date) between date '2024-02-05' and date '2024-02-11';
-- F602 V05 or D13: wallets charged twice the fee
update transactions set fee = fee * 2 where payment_method = 'wallet';
-- F603 V44 or V05: one merchant pays nothing
update transactions set fee = 0 where merchant_id = (select merchant_id from transactions where approved group by merchant_id order by count(*) desc limit 1);
-- F604 N16: funding of amex cards not delivered
update transactions set funding = null where card_brand = 'amex';
-- F605 V62: three declines filed under another reason
update transactions set decline_reason = 'technical_error' where txn_id in (select txn_id from transactions where response_code = '51' order by txn_id limit 3);
-- F606 K26: retries of one more dollar
update transactions set amount = amount + 1 where attempt_no > 1;
-- F607 K25 or V23: retries stamped with the time of the first attempt
update transactions set ts = firsts.ts from transactions as firsts where transactions.attempt_no = 2 and firsts.payment_id = transactions.payment_id and firsts.attempt_no = 1;
-- F608 D22 or D08 or M05: bank debits all declined for a month, consistently
update transactions set approved = false, response_code = '96', decline_reason = 'technical_error', fee = 0, interchange_fee = 0, scheme_fee = 0 where payment_method = 'ach' and month(ts) = 2;
-- F609 D16 or V05 or D13: amounts of enterprises halved
update transactions set amount = greatest(round(amount / 2, 2), 0.01) from merchants where merchants.merchant_id = transactions.merchant_id and merchants.merchant_size = 'enterprise';
-- F610 D15 or K03 or V05: everything in an app under one merchant
update transactions set merchant_id = 100 where channel = 'inapp';
-- F611 K18: a merchant of Japan filed under EMEA
update merchants set country = 'JP' where merchant_id = (select min(merchant_id) from merchants where region = 'EMEA');
-- F612 V29: country of some customers in lower case
update customers set country = lower(country) where customer_id % 1000 = 5;
-- F613 V38: a negative price
update merchants set fee_bps = -fee_bps where merchant_id = 12;
-- F614 K21: acquisition costs in cents
update merchants set acquisition_cost = acquisition_cost * 100;
-- F615 K20: a campaign moved behind its sign-ups
update campaigns set start_date = end_date where campaign_id = (select campaign_id from merchants where campaign_id is not null group by campaign_id order by count(*) desc limit 1);
-- F616 K16: manager 0 for new merchants
update merchants set account_manager_id = 0 where account_manager_id is not null and signup_date >= date '2024-01-01';
-- F617 V20 or K03: sign-ups of five merchants in 2099
update merchants set signup_date = date '2099-01-01' where merchant_id in (3, 30, 300, 333, 1333);
-- F618 D21: a quarter of the customers moved to another segment
update customers set segment = (select min(segment) from customers) where customer_id % 4 = 1;
-- F619 N07 or M02: half of a Saturday lost
delete from transactions where cast(ts as date) = date '2024-02-17' and txn_id % 2 = 0;
-- F620 M05 or A06 or V05 or K27: everything approved in one night
update transactions set approved = true, response_code = '00', decline_reason = null, fee = 0.30 where ts between timestamp '2024-03-05 00:00:00' and timestamp '2024-03-05 06:00:00' and not approved;
-- F621 A01: one customer with eight declines within five minutes
update transactions set customer_id = 77, ts = timestamp '2024-03-10 12:00:00' + to_seconds(cast(txn_id % 300 as integer)) where txn_id in (select txn_id from transactions where not approved and cast(ts as date) = date '2024-03-10' and attempt_no = 1 order by txn_id limit 8);
-- F622 V12: a trailing space in fifty rows
update transactions set payment_method = 'card ' where txn_id in (select txn_id from transactions where payment_method = 'card' order by txn_id limit 50);
-- F623 V06: a currency that is no currency
update transactions set currency = 'XXX' where txn_id = 31415;
-- F624 R01: refunds booked on declined attempts
update refunds set txn_id = (select min(txn_id) from transactions where not approved) where refund_id = 2;
-- F625 R04: a refund twice as high
update refunds set amount = amount * 4 where refund_id = 3;
-- F626 R07: a dispute a minute before its sale
update disputes set opened_at = (select ts - interval 1 minute from transactions where transactions.txn_id = disputes.txn_id) where dispute_id = 4;
-- F627 V59: won disputes without an end
update disputes set resolved_at = null where status = 'won';
-- F628 K02 or V22: customers with negative ids in an hour
update transactions set customer_id = -customer_id where ts between timestamp '2024-03-03 10:00:00' and timestamp '2024-03-03 11:00:00';
-- F629 U09: a merchant renamed to another's name
update merchants set merchant_name = (select merchant_name from merchants where merchant_id = 41) where merchant_id = 40;
-- F630 U04 or V23: a day delivered again behind the others
insert into transactions select * replace (txn_id + 60000 as txn_id, payment_id + 60000 as payment_id) from transactions where cast(ts as date) = date '2024-03-30';
-- F631 D11 or D12: cents of a tenth of the payments lost
update transactions set amount = greatest(floor(amount), 1) where txn_id % 10 = 3;
-- F632 D17: all brands of wallets filed as visa
update transactions set card_brand = 'visa' where payment_method = 'wallet';

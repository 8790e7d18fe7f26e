-- Corruptions of loaded tables. Each block is one fault: its id, the checks of which one must catch it, what happened;
-- then the statements that do it. Marts are rebuilt from the corrupted tables, so that they cannot help by accident.

-- F001 C01: column fee renamed
alter table transactions rename column fee to merchant_fee;
-- F002 C01: column scheme_fee missing
alter table transactions drop column scheme_fee;
-- F003 C01: an extra column with card numbers
alter table transactions add column card_number varchar;
-- F004 C01: amount became DOUBLE
alter table transactions alter column amount type double;
-- F005 C01: ts became text
alter table transactions alter column ts type varchar;
-- F006 C01: txn_id became INTEGER
alter table transactions alter column txn_id type integer;
-- F007 C02: signup_date became a timestamp
alter table merchants alter column signup_date type timestamp;
-- F008 C02: fee_bps renamed to rate
alter table merchants rename column fee_bps to rate;
-- F009 C03: segment missing from customers
alter table customers drop column segment;
-- F010 C09: team missing from account managers
alter table account_managers drop column team;
-- F011 C10: budget became an integer
alter table campaigns alter column budget type bigint;
-- F012 C11: refund amount became DOUBLE
alter table refunds alter column amount type double;
-- F013 C12: disputes lost their status
alter table disputes drop column status;

-- F020 N01: approved NULL in one row
update transactions set approved = null where txn_id = 12345;
-- F021 N01: amount NULL in five rows
update transactions set amount = null where txn_id % 10000 = 1;
-- F022 N01: merchant_id NULL in 1 %
update transactions set merchant_id = null where txn_id % 100 = 7;
-- F023 N01: currency NULL in one row
update transactions set currency = null where txn_id = 4711;
-- F024 N01: fee NULL instead of 0 on declines
update transactions set fee = null where not approved;
-- F025 N01: ts NULL in one row
update transactions set ts = null where txn_id = 25;
-- F026 N02: acquisition cost NULL for a merchant
update merchants set acquisition_cost = null where merchant_id = 17;
-- F027 N03: segment NULL for one customer
update customers set segment = null where customer_id = 99;
-- F028 N03: join_date NULL for one customer
update customers set join_date = null where customer_id = 99;
-- F029 N14: region NULL for a manager
update account_managers set region = null where account_manager_id = 2;
-- F030 N15: end date NULL for a campaign
update campaigns set end_date = null where campaign_id = 2;
-- F031 N16: ach rows carry a card brand
update transactions set card_brand = 'visa' where payment_method = 'ach' and txn_id % 3 = 0;
-- F032 N16: card country lost for one wallet row
update transactions set card_country = null where txn_id = (select min(txn_id) from transactions where payment_method = 'wallet');
-- F033 N04: a merchant called n/a
update merchants set merchant_name = 'N/A' where merchant_id = 3;
-- F034 N17: a manager without a real name
update account_managers set account_manager_name = 'unknown' where account_manager_id = 1;
-- F035 N18: a campaign called none
update campaigns set campaign_name = 'none' where campaign_id = 1;
-- F036 N09: no transactions at all
delete from transactions;
-- F037 N10: no merchants at all
delete from merchants;
-- F038 N11: no customers at all
delete from customers;
-- F039 N12: no account managers at all
delete from account_managers;
-- F040 N13: no campaigns at all
delete from campaigns;
-- F041 N05: one day missing
delete from transactions where cast(ts as date) = date '2024-02-13';
-- F042 T01 or N05: the last three days missing
delete from transactions where ts >= timestamp '2024-03-29';
-- F043 N06 or N05: February missing
delete from transactions where month(ts) = 2;
-- F044 N07: one shard of twenty missing
delete from transactions where txn_id % 20 = 13;
-- F045 N07: one row missing
delete from transactions where txn_id = 30000;
-- F046 M01: the last 500 rows missing
delete from transactions where txn_id > (select max(txn_id) - 500 from transactions);
-- F047 N08 or D06: hour 3 lost on every day
delete from transactions where hour(ts) = 3;
-- F048 N07 or A05: four hours of an evening missing
delete from transactions where ts >= timestamp '2024-02-14 17:00:00' and ts < timestamp '2024-02-14 21:00:00';
-- F049 N19: a refund without a reason
update refunds set reason = null where refund_id = 3;
-- F050 N20: a dispute without is_fraud
update disputes set is_fraud = null where dispute_id = 3;

-- F060 U01: one month loaded twice
insert into transactions select * from transactions where month(ts) = 2;
-- F061 U01: one row twice
insert into transactions select * from transactions where txn_id = 777;
-- F062 U01: two ids collide
update transactions set txn_id = 1001 where txn_id = 1000;
-- F063 U02: one merchant twice
insert into merchants select * from merchants where merchant_id = 5;
-- F064 U03: one customer twice
insert into customers select * from customers where customer_id = 5;
-- F065 U06: one account manager twice
insert into account_managers select * from account_managers where account_manager_id = 1;
-- F066 U07: one campaign twice
insert into campaigns select * from campaigns where campaign_id = 1;
-- F067 U09: two merchants with one name
update merchants set merchant_name = (select merchant_name from merchants where merchant_id = 8) where merchant_id = 9;
-- F068 U08: two payments share an id
update transactions set payment_id = (select max(payment_id) from transactions where txn_id < 500 and attempt_no = 1)
where txn_id = (select min(txn_id) from transactions where txn_id > 500 and attempt_no = 1);
-- F069 U04: a batch of 50 posted again under new ids
insert into transactions
select * replace (txn_id - 20000 + (select max(txn_id) from transactions) as txn_id, txn_id - 20000 + (select max(txn_id) from transactions) as payment_id)
from transactions where txn_id between 20001 and 20050 and attempt_no = 1;
-- F070 U04: one payment posted again as the row behind it
update transactions
set ts = twin.ts, merchant_id = twin.merchant_id, customer_id = twin.customer_id, amount = twin.amount
from (select ts, merchant_id, customer_id, amount from transactions where txn_id = 40000) as twin
where transactions.txn_id = 40001;
-- F071 U17: one refund twice
insert into refunds select * from refunds where refund_id = 1;
-- F072 U18: one dispute twice
insert into disputes select * from disputes where dispute_id = 1;
-- F073 U19: one sale disputed under two ids
insert into disputes select * replace ((select max(dispute_id) + 1 from disputes) as dispute_id) from disputes where dispute_id = 1;

-- F080 V01: five negative amounts
update transactions set amount = -amount where txn_id % 10000 = 3;
-- F081 V01: one amount of zero
update transactions set amount = 0 where txn_id = 3333;
-- F082 V02: one amount of 9,999,999.99
update transactions set amount = 9999999.99 where txn_id = 3333;
-- F083 V02 or D01 or D16 or V05: amounts of one merchant in cents
update transactions set amount = amount * 100 where merchant_id = (select merchant_id from transactions group by merchant_id order by count(*) desc limit 1);
-- F084 V03: a negative fee
update transactions set fee = -fee where txn_id = (select min(txn_id) from transactions where approved);
-- F085 V24: interchange negative in 1 %
update transactions set interchange_fee = -interchange_fee where interchange_fee > 0 and txn_id % 100 = 1;
-- F086 V25: scheme fee negative in one row
update transactions set scheme_fee = -0.02 where txn_id = (select min(txn_id) from transactions where approved);
-- F087 V04: fee larger than amount in one row
update transactions set fee = amount + 0.01 where txn_id = (select min(txn_id) from transactions where approved);
-- F088 V44: fee zero in 1 % of approved rows
update transactions set fee = 0 where approved and txn_id % 100 = 5;
-- F089 V05 or D13: fees 3 % too high everywhere
update transactions set fee = round(fee * 1.03, 2) where approved;
-- F090 V05: fixed part of the fee forgotten for one pricing plan
update transactions set fee = greatest(fee - merchants.fee_fixed, 0.01)
from merchants where transactions.merchant_id = merchants.merchant_id and approved and merchants.pricing_plan = 'flat' and payment_method <> 'ach';
-- F091 V05 or D13: fee unrelated to the amount in 10 %
update transactions set fee = 2.00 where approved and amount > 3 and txn_id % 10 = 4;
-- F092 V06: currency usd
update transactions set currency = 'usd' where txn_id % 1000 = 1;
-- F093 V06: currency $
update transactions set currency = '$' where txn_id = 18;
-- F094 V07: some rows in EUR
update transactions set currency = 'EUR' where txn_id % 1000 = 1;
-- F095 V08: region Europe
update merchants set region = 'Europe' where region = 'EMEA';
-- F096 V09: industry Crypto for one merchant
update merchants set industry = 'Crypto' where merchant_id = 12;
-- F097 V10: size Small with a capital
update merchants set merchant_size = 'Small' where merchant_id = 12;
-- F098 V32: sales channel with a trailing space
update merchants set sales_channel = 'online ' where merchant_id = 12;
-- F099 V33: pricing plan blended
update merchants set pricing_plan = 'blended' where merchant_id = 12;
-- F100 V11: customer segment Consumer
update customers set segment = 'Consumer' where customer_id % 50 = 0;
-- F101 V34: customer region lower case
update customers set region = 'na' where customer_id = 44;
-- F102 V12: payment method crypto
update transactions set payment_method = 'crypto' where txn_id = 19;
-- F103 V13: channel upper case in 5 %
update transactions set channel = 'ECOM' where channel = 'ecom' and txn_id % 20 = 0;
-- F104 V14: decline reason unknown in 20 rows
update transactions set decline_reason = 'unknown' where not approved and txn_id % 300 = 0;
-- F105 V14: decline reason as an empty string
update transactions set decline_reason = '' where approved and txn_id % 1000 = 0;
-- F106 V30: card brand VISA
update transactions set card_brand = 'VISA' where card_brand = 'visa' and txn_id % 50 = 0;
-- F107 V31: funding charge
update transactions set funding = 'charge' where funding = 'credit' and txn_id % 500 = 0;
-- F108 V41: response codes lost their leading zero
update transactions set response_code = '5' where response_code = '05';
-- F109 V62: a response code that nobody knows
update transactions set response_code = 'ZZ' where txn_id = (select min(txn_id) from transactions where not approved);
-- F110 V15: approved with a reason
update transactions set decline_reason = 'do_not_honor' where approved and txn_id % 5000 = 1;
-- F111 V16: declined without a reason in 1 %
update transactions set decline_reason = null where not approved and txn_id % 100 = 3;
-- F112 V27: approved inverted in one row
update transactions set approved = not approved where txn_id = 22222;
-- F113 V27: declined rows with code 00
update transactions set response_code = '00' where not approved and txn_id % 100 = 3;
-- F114 V28: fees charged on declines
update transactions set fee = 0.30 where not approved and txn_id % 50 = 2;
-- F115 V62 or K29: reasons of two codes swapped
update transactions set decline_reason = case response_code when '51' then 'expired_card' else 'insufficient_funds' end where response_code in ('51', '54');
-- F116 V37: ach at a point of sale
update transactions set channel = 'pos' where payment_method = 'ach' and txn_id % 10 = 0;
-- F117 V52: 3-D Secure at a terminal
update transactions set is_authenticated = true where channel = 'pos' and txn_id % 1000 = 0;
-- F118 V53: 3-D Secure on a bank debit
update transactions set is_authenticated = true where payment_method = 'ach' and txn_id % 10 = 0;
-- F119 V17: epoch default 1970-01-01 in one row
update transactions set ts = timestamp '1970-01-01' where txn_id = 9999;
-- F120 V17: a payment in the year 2104
update transactions set ts = ts + interval 80 years where txn_id = 9999;
-- F121 V17 or N05 or T01: all instants 5 hours early (UTC read as New York)
update transactions set ts = ts - interval 5 hours;
-- F122 D06 or V17: all instants shifted by an hour (summer time)
update transactions set ts = ts + interval 1 hour;
-- F123 V23 or D06: 12-hour clock read as 24 hours
update transactions set ts = ts - interval 12 hours where hour(ts) >= 13;
-- F124 T03 or V23 or U04: time of day lost
update transactions set ts = cast(ts as date);
-- F125 V23: day and month swapped where possible
update transactions set ts = make_timestamp(2024, day(ts), month(ts), hour(ts), minute(ts), 0.0) where day(ts) <= 3;
-- F126 V20: signup_date 1900-01-01 for one merchant
update merchants set signup_date = date '1900-01-01' where merchant_id = 1;
-- F127 V49: join_date in the future for one customer
update customers set join_date = date '2030-01-01' where customer_id = (select max(customer_id) from customers);
-- F128 V50: manager hired in 1899
update account_managers set hired_on = date '1899-12-30' where account_manager_id = 1;
-- F129 V40: a campaign that ends before it starts
update campaigns set end_date = start_date - interval 10 days where campaign_id = 3;
-- F130 V38: a fee of 2,900 basis points
update merchants set fee_bps = 2900 where merchant_id = 30;
-- F131 V39: mcc 0
update merchants set mcc = 0 where merchant_id = 30;
-- F132 V29: United Kingdom as UK
update merchants set country = 'UK' where country = 'GB';
-- F133 V29: card country EU
update transactions set card_country = 'EU' where card_country = 'DE' and txn_id % 100 = 0;
-- F134 V21: a merchant name with a tab
update merchants set merchant_name = merchant_name || chr(9) where merchant_id = 30;
-- F135 V54: a manager name with a double space
update account_managers set account_manager_name = replace(account_manager_name, ' ', '  ') where account_manager_id = 1;
-- F136 V22: customer 0 as a default
update transactions set customer_id = 0 where txn_id % 500 = 0;
-- F137 V26 or K24: attempts counted from 0
update transactions set attempt_no = attempt_no - 1;
-- F138 V56: a negative refund
update refunds set amount = -amount where refund_id = 2;
-- F139 V58: dispute status Won
update disputes set status = 'Won' where status = 'won';
-- F140 V59: open disputes with an end
update disputes set resolved_at = opened_at + interval 1 day where status = 'open';
-- F141 V61: a dispute from before the window
update disputes set opened_at = timestamp '2023-06-01' where dispute_id = 1;

-- F150 K01: orphan merchants in 1 %
update transactions set merchant_id = merchant_id + 1000000 where txn_id % 100 = 9;
-- F151 K01: a merchant with payments deleted
delete from merchants where merchant_id = (select merchant_id from transactions where txn_id = 100);
-- F152 K02: orphan customers in 1 %
update transactions set customer_id = customer_id + 100000000 where txn_id % 100 = 9;
-- F153 K02: one customer with payments deleted
delete from customers where customer_id = (select customer_id from transactions where txn_id = 100);
-- F154 K03: sign-up moved behind the payments for 20 merchants
update merchants set signup_date = date '2024-03-31' where merchant_id in (select merchant_id from transactions where txn_id <= 20);
-- F155 K04: join_date moved behind the payments in 1 %
update customers set join_date = date '2024-03-31' where customer_id % 100 = 1;
-- F156 K16: a manager left and was deleted
delete from account_managers where account_manager_id = (select account_manager_id from merchants where merchant_id = 1);
-- F157 K17: campaign ids shifted by one hundred
update merchants set campaign_id = campaign_id + 100;
-- F158 K18: one country filed under another region
update merchants set region = 'APAC' where country = 'BR';
-- F159 K53: mcc of groceries for a software house
update merchants set mcc = 5411 where merchant_id = (select min(merchant_id) from merchants where industry = 'SaaS');
-- F160 K19: managers rotated
update merchants set account_manager_id = 1 + account_manager_id % (select max(account_manager_id) from account_managers);
-- F161 K20: sign-up dates a year early for campaign merchants
update merchants set signup_date = signup_date - interval 365 days where campaign_id is not null;
-- F162 K21: budgets in thousands
update campaigns set budget = budget / 1000;
-- F163 K24: second attempts lost
delete from transactions where attempt_no = 1 and payment_id in (select payment_id from transactions where attempt_no = 2);
-- F164 K25 or V23: a retry stamped before its payment
update transactions set ts = timestamp '2024-01-01' where attempt_no = 2;
-- F165 K26: retries of another amount
update transactions set amount = amount + 1 where attempt_no = 2;
-- F166 K27: an approval repeated as a retry
update transactions set approved = true, response_code = '00', decline_reason = null where attempt_no = 1 and payment_id in (select payment_id from transactions where attempt_no = 2);
-- F167 K28: retries after a never-retry code
update transactions set response_code = '14', decline_reason = 'invalid_card' where attempt_no = 1 and payment_id in (select payment_id from transactions where attempt_no = 2);
-- F168 R01: refunds of sales that do not exist
update refunds set txn_id = txn_id + 10000000 where refund_id % 5 = 0;
-- F169 R01: a refund of a declined attempt
update refunds set txn_id = (select min(txn_id) from transactions where not approved) where refund_id = 4;
-- F170 R02: refunds booked on another merchant
update refunds set merchant_id = merchant_id + 1 where refund_id % 7 = 0;
-- F171 R03: refunds before their sale
update refunds set ts = ts - interval 10 days where refund_id % 7 = 0;
-- F172 R04: a refund twice under two ids
insert into refunds select * replace ((select max(refund_id) from refunds) + refund_id as refund_id) from refunds where amount > 1;
insert into refunds select * replace (2 * (select max(refund_id) from refunds) + refund_id as refund_id) from refunds where amount > 1;
-- F173 R05: a dispute about nothing
update disputes set txn_id = 99999999 where dispute_id = 1;
-- F174 R07: disputes opened before the sale
update disputes set opened_at = opened_at - interval 40 days;
-- F175 R08: disputes with a fee on top of the sale
update disputes set amount = amount + 15;

-- F180 D02: the in-app channel reported as ecom
update transactions set channel = 'ecom' where channel = 'inapp';
-- F181 D03: 10 % of cards filed as wallets
update transactions set payment_method = 'wallet' where payment_method = 'card' and txn_id % 10 = 2;
-- F182 D04: fraud declines doubled
update transactions set decline_reason = 'fraud_suspected', response_code = '59' where response_code = '05' and txn_id % 2 = 0;
-- F183 D08 or D09 or D22: approved inverted in 3 %, consistently
update transactions
set approved = not approved,
    response_code = case when approved then '05' else '00' end,
    decline_reason = case when approved then 'do_not_honor' end,
    fee = case when approved then 0 else 0.50 end,
    interchange_fee = 0, scheme_fee = 0
where txn_id % 33 = 1;
-- F184 D09: approval of one segment down by 10 points, consistently
update transactions
set approved = false, response_code = '05', decline_reason = 'do_not_honor', fee = 0, interchange_fee = 0, scheme_fee = 0
where approved and txn_id % 10 = 1 and merchant_id in (select merchant_id from merchants where region = 'NA' and industry = 'Retail');
-- F185 D01 or D16: amounts of 5 % in another currency, ten times as high
update transactions set amount = amount * 10 where txn_id % 20 = 3 and amount < 500;
-- F186 D11: amounts rounded to whole dollars in 10 %
update transactions set amount = greatest(round(amount, 0), 1) where txn_id % 10 = 6;
-- F187 D12 or D01: 2 % at 99.99
update transactions set amount = 99.99 where txn_id % 50 = 6;
-- F188 D15: a small merchant takes 2 % of the payments
update transactions set merchant_id = (select merchant_id from transactions group by merchant_id order by count(*), merchant_id limit 1) where txn_id % 50 = 6;
-- F189 D23: a test customer takes 1 % of the payments
update transactions set customer_id = 1 where txn_id % 100 = 6;
-- F190 D05: a fifth of the retailers filed as SaaS
update merchants set industry = 'SaaS', mcc = 5734 where industry = 'Retail' and merchant_id % 5 = 0;
-- F191 D20 or D16: merchant_size small for all
update merchants set merchant_size = 'small';
-- F192 D21: segments of customers shuffled
update customers set segment = case customer_id % 3 when 0 then 'consumer' when 1 then 'smb' else 'enterprise' end;
-- F193 D17: mastercard filed as other in a fifth
update transactions set card_brand = 'other' where card_brand = 'mastercard' and txn_id % 5 = 0;
-- F194 D18: debit filed as credit in a fifth
update transactions set funding = 'credit' where funding = 'debit' and txn_id % 5 = 0;
-- F195 D19: 3-D Secure flag lost
update transactions set is_authenticated = false;
-- F196 D14 or V05: interchange a tenth too high
update transactions set interchange_fee = round(interchange_fee * 1.1, 2);
-- F197 M02 or D06: one day replayed into the next, times moved
update transactions set ts = ts + interval 1 day where cast(ts as date) = date '2024-02-20';
-- F198 M02 or N07: 70 % of one day lost
delete from transactions where cast(ts as date) = date '2024-02-20' and txn_id % 10 < 7;
-- F199 M03 or K01: merchants above 1,500 filed under the first 500
update transactions set merchant_id = merchant_id % 500 + 1 where merchant_id > 1500;
-- F200 M05 or A06: every attempt of one day declined, consistently
update transactions
set approved = false, response_code = '96', decline_reason = 'network_error', fee = 0, interchange_fee = 0, scheme_fee = 0
where cast(ts as date) = date '2024-02-20';
-- F201 A01: card testing by one customer, twelve declines in a minute
update transactions
set customer_id = (select customer_id from transactions where txn_id = 30000), ts = timestamp '2024-02-15 10:00:00', approved = false,
    response_code = '05', decline_reason = 'do_not_honor', fee = 0, interchange_fee = 0, scheme_fee = 0
where txn_id between 30001 and 30012;
-- F202 A02: enumeration at one merchant, 40 declines in a minute
update transactions
set merchant_id = (select merchant_id from transactions where txn_id = 30000), ts = timestamp '2024-02-15 10:00:00', approved = false,
    response_code = '14', decline_reason = 'invalid_card', fee = 0, interchange_fee = 0, scheme_fee = 0
where txn_id between 30001 and 30040;
-- F203 A03: a small merchant with 60 payments on one day
update transactions set merchant_id = (select merchant_id from merchants where merchant_size = 'small' order by merchant_id limit 1)
where txn_id between 30001 and 30060;
-- F204 D07: Sundays booked on Mondays
update transactions set ts = ts + interval 1 day where isodow(ts) = 7 and ts < timestamp '2024-03-30';
-- F205 D10 or D01: a tenth of the amounts drawn from 10 to 20
update transactions set amount = cast(10 + (txn_id % 1000) / 100.0 as decimal(18, 2)) where txn_id % 10 = 8;
-- F206 M01 or N07: a hundred rows more than ordered
insert into transactions select * replace (txn_id + 1000000 as txn_id) from transactions where txn_id % 500 = 1 limit 100;

-- Faults written before the harness was first run, and never used to choose a check or a threshold: what they show is
-- what a fault that nobody thought of may expect. The form is that of table_faults.sql.

-- F501 N07: every row with an amount that ends in .13 dropped by a parser
delete from transactions where amount % 1 = 0.13;
-- F502 V13 or V41: two columns swapped in one file
update transactions set channel = currency, currency = channel where cast(ts as date) = date '2024-01-20';
-- F503 V05 or V04 or D13 or V44: fee and interchange swapped
update transactions set fee = interchange_fee, interchange_fee = fee where approved;
-- F504 K02 or K04: customer and merchant ids swapped in one hour
update transactions set customer_id = merchant_id, merchant_id = customer_id where ts >= timestamp '2024-02-01 12:00:00' and ts < timestamp '2024-02-01 13:00:00';
-- F505 D08 or D22 or V27: a gateway that answers 00 to everything for a day
update transactions set approved = true, response_code = '00', decline_reason = null, fee = 0.50 where cast(ts as date) = date '2024-03-05';
-- F506 M02 or U01 or U04 or M01: a day delivered twice under fresh ids
insert into transactions
select * replace (txn_id + (select max(txn_id) from transactions) as txn_id, payment_id + (select max(txn_id) from transactions) as payment_id)
from transactions where cast(ts as date) = date '2024-01-31' and attempt_no = 1;
-- F507 K02: customers truncated to the first half
delete from customers where customer_id > (select max(customer_id) / 2 from customers);
-- F508 V14 or N16 or V31 or V30: NULL written as the text NULL
update transactions set funding = 'NULL', card_brand = 'NULL' where funding is null;
-- F509 D01 or D16 or V05: a decimal point lost in 1 % of amounts
update transactions set amount = amount * 100 where txn_id % 100 = 50 and amount < 200;
-- F510 K18 or V34: regions of customers lost, default NA
update customers set region = 'NA';
-- F511 D05 or K53: all merchants of one mcc refiled after a taxonomy change
update merchants set industry = 'Marketplace' where industry = 'Gaming' and merchant_id % 2 = 0;
-- F512 V23: rows of one day shuffled among themselves
update transactions set ts = shuffled.ts
from (
    select a.txn_id, b.ts
    from (select txn_id, row_number() over (order by hash(txn_id)) as place from transactions where cast(ts as date) = date '2024-02-11') as a
    join (select ts, row_number() over (order by txn_id) as place from transactions where cast(ts as date) = date '2024-02-11') as b on a.place = b.place
) as shuffled
where transactions.txn_id = shuffled.txn_id;
-- F513 N03 or D21: segment of new customers not filled
update customers set segment = null where join_date >= date '2024-03-01';
-- F514 D13 or V05: a promotion of zero fees left on for small merchants, one cent charged
update transactions set fee = 0.01 where approved and merchant_id in (select merchant_id from merchants where merchant_size = 'small');
-- F515 K20 or K17: campaigns renumbered
update campaigns set campaign_id = 1 + campaign_id % (select count(*) from campaigns);
-- F516 D06 or V17 or V23: local time instead of UTC for one region
update transactions set ts = ts - interval 8 hours where merchant_id in (select merchant_id from merchants where region = 'APAC');
-- F517 R04 or V56: refunds booked in cents
update refunds set amount = amount * 100;
-- F518 D15 or V05 or K03: unmatched merchants assigned to merchant 1
update transactions set merchant_id = 1 where txn_id % 25 = 11;
-- F519 D23 or K04: guests assigned to one customer
update transactions set customer_id = 2 where channel = 'ecom' and txn_id % 10 = 1;
-- F520 A05 or M02 or N07: an outage of the loader of six hours at night
delete from transactions where ts >= timestamp '2024-03-12 01:00:00' and ts < timestamp '2024-03-12 07:00:00';
-- F521 D04 or V62: all declines mapped to do_not_honor, codes kept
update transactions set decline_reason = 'do_not_honor' where not approved;
-- F522 U04 or V23: a queue that delivered 30 messages twice, later
insert into transactions
select * replace (txn_id + (select max(txn_id) from transactions) as txn_id, payment_id + (select max(txn_id) from transactions) as payment_id)
from transactions where txn_id between 50001 and 50030 and attempt_no = 1;
-- F523 D17 or V30: brands by a wrong BIN table
update transactions set card_brand = case card_brand when 'visa' then 'mastercard' when 'mastercard' then 'visa' else card_brand end where txn_id % 4 = 0;
-- F524 D14 or V05: interchange of debit charged at the credit rate
update transactions set interchange_fee = round(amount * 0.0185, 2) where approved and funding = 'debit';

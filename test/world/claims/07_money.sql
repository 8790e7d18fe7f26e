-- Fees are owed on approved attempts alone.
insert into claims by name
select
    'declined attempts that cost anything' as claim,
    0 as least,
    0 as most,
    count(*) as measured
from transactions
where not approved and (fee <> 0 or interchange_fee <> 0 or scheme_fee <> 0);

insert into claims by name
select
    'interchange on European debit cards at European merchants in shops, basis points (capped at 20)' as claim,
    18 as least,
    20.5 as most,
    1e4 * sum(interchange_fee) / sum(gpv) as measured
from attempts
inner join (
    values ('GB'), ('DE'), ('FR'), ('ES'), ('IT'), ('NL'), ('AE')
) as european (code) on card_country = code
where region = 'EMEA' and funding in ('debit', 'prepaid') and channel = 'pos' and card_brand <> 'amex';

insert into claims by name
select
    'spread of net take: small merchants against enterprises, times' as claim,
    4 as least,
    9 as most,
    (sum(net_revenue) filter (merchant_size = 'small') / sum(gpv) filter (merchant_size = 'small'))
    / (sum(net_revenue) filter (merchant_size = 'enterprise') / sum(gpv) filter (merchant_size = 'enterprise'))
        as measured
from attempts;

-- Payments of an industry have a lognormal amount around the merchant's own median, and medians differ by merchant
-- with a standard deviation of 0.4. A merchant's number of payments is turnover by price, so payments at low prices
-- are more: the median payment is exp(-0.4^2) = 0.85 of the industry's. A few large merchants make an industry, hence
-- the bounds.
insert into claims by name
select
    'median payment, ' || industry || ', share of the published median' as claim,
    0.60 as least,
    1.15 as most,
    median(amount) / any_value(published) as measured
from attempts
inner join (
    values
    ('Entertainment', 28), ('Food & Beverage', 14), ('Gaming', 12), ('Marketplace', 42), ('Retail', 38), ('Travel', 190)
) as medians (name, published) on industry = name
group by industry
order by industry;

insert into claims by name
select
    'spread of amounts, Retail, standard deviation of the logarithm (closed form: 0.90 and 0.4 make 0.98)' as claim,
    0.88 as least,
    1.08 as most,
    stddev(ln(amount)) as measured
from attempts
where industry = 'Retail' and not is_recurring;

insert into claims by name
select
    'software sold at its price points, % of ordinary payments' as claim,
    99 as least,
    100 as most,
    100 * avg(cast(
        amount % 9 = 0 or amount % 15 = 0 or amount % 29 = 0 or amount % 49 = 0 or amount % 99 = 0 or amount % 299 = 0
        as integer
    )) as measured
from attempts
where industry = 'SaaS' and amount > 5;

-- Planted: 32 % made to end in .99; of the 52 % that keep their cents one in a hundred does.
insert into claims by name
select
    'shop prices that end in .99, % (planted: 32.5)' as claim,
    31 as least,
    36 as most,
    100 * avg(cast(amount % 1 = 0.99 as integer)) as measured
from attempts
where industry in ('Retail', 'Marketplace', 'Entertainment', 'Travel') and not is_recurring;

insert into claims by name
select
    'meals that end in .99, % (planted: 1)' as claim,
    0.8 as least,
    1.4 as most,
    100 * avg(cast(amount % 1 = 0.99 as integer)) as measured
from attempts
where industry = 'Food & Beverage' and not is_recurring;

-- A subscription costs the same every month.
insert into claims by name
select
    'subscribers billed six times and more at one price, %' as claim,
    95 as least,
    100 as most,
    100 * avg(cast(prices = 1 as integer)) as measured
from (
    select count(distinct amount) as prices
    from transactions
    where is_recurring
    group by customer_id, merchant_id
    having count(distinct payment_id) between 6 and 12
);

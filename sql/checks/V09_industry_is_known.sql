-- question: Is the industry one of the contract?
-- table: merchants; columns: industry; grain: merchant_id
-- dimension: validity; severity: error
-- threshold: 0 rows: an eighth industry would fall out of every segment
select
    merchant_id,
    industry
from merchants
where
    industry not in (
        'Retail', 'Food & Beverage', 'Travel', 'Entertainment', 'SaaS', 'Gaming', 'Marketplace'
    );

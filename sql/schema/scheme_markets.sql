-- Countries for which a scheme has rules of its own; any other is outside MENA and unregulated.
-- Grain: country. MENA is read as the Arab states of the Middle East and North Africa, regulated as
-- where law asks for strong customer authentication (EEA, United Kingdom, India); both assumed.
create or replace table scheme_markets as
select
    markets.country as country,
    markets.visa_market as visa_market,
    markets.mastercard_market as mastercard_market
from (
    values
    ('AE', 'MENA', 'unregulated'),
    ('AT', 'outside MENA', 'regulated'),
    ('BE', 'outside MENA', 'regulated'),
    ('BG', 'outside MENA', 'regulated'),
    ('BH', 'MENA', 'unregulated'),
    ('CY', 'outside MENA', 'regulated'),
    ('CZ', 'outside MENA', 'regulated'),
    ('DE', 'outside MENA', 'regulated'),
    ('DK', 'outside MENA', 'regulated'),
    ('DZ', 'MENA', 'unregulated'),
    ('EE', 'outside MENA', 'regulated'),
    ('EG', 'MENA', 'unregulated'),
    ('ES', 'outside MENA', 'regulated'),
    ('FI', 'outside MENA', 'regulated'),
    ('FR', 'outside MENA', 'regulated'),
    ('GB', 'outside MENA', 'regulated'),
    ('GR', 'outside MENA', 'regulated'),
    ('HR', 'outside MENA', 'regulated'),
    ('HU', 'outside MENA', 'regulated'),
    ('IE', 'outside MENA', 'regulated'),
    ('IN', 'outside MENA', 'regulated'),
    ('IQ', 'MENA', 'unregulated'),
    ('IS', 'outside MENA', 'regulated'),
    ('IT', 'outside MENA', 'regulated'),
    ('JO', 'MENA', 'unregulated'),
    ('KW', 'MENA', 'unregulated'),
    ('LB', 'MENA', 'unregulated'),
    ('LI', 'outside MENA', 'regulated'),
    ('LT', 'outside MENA', 'regulated'),
    ('LU', 'outside MENA', 'regulated'),
    ('LV', 'outside MENA', 'regulated'),
    ('LY', 'MENA', 'unregulated'),
    ('MA', 'MENA', 'unregulated'),
    ('MT', 'outside MENA', 'regulated'),
    ('NL', 'outside MENA', 'regulated'),
    ('NO', 'outside MENA', 'regulated'),
    ('OM', 'MENA', 'unregulated'),
    ('PL', 'outside MENA', 'regulated'),
    ('PS', 'MENA', 'unregulated'),
    ('PT', 'outside MENA', 'regulated'),
    ('QA', 'MENA', 'unregulated'),
    ('RO', 'outside MENA', 'regulated'),
    ('SA', 'MENA', 'unregulated'),
    ('SE', 'outside MENA', 'regulated'),
    ('SI', 'outside MENA', 'regulated'),
    ('SK', 'outside MENA', 'regulated'),
    ('SY', 'MENA', 'unregulated'),
    ('TN', 'MENA', 'unregulated'),
    ('YE', 'MENA', 'unregulated')
) as markets (country, visa_market, mastercard_market);

comment on table scheme_markets is 'Countries with rules of their own. Grain: country.';
comment on column scheme_markets.country is 'Country of the merchant, ISO 3166-1 alpha-2.';
comment on column scheme_markets.visa_market is 'MENA or outside MENA (VAMP).';
comment on column scheme_markets.mastercard_market is 'regulated or unregulated (EFM).';

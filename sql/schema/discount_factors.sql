-- What a dollar earned some months after sign-up is worth at sign-up, at 10 % a year: assumed.
-- Grain: age in months, 0 to 35, the horizon of a lifetime value.
create or replace table discount_factors as
select
    cast(unnest(generate_series(0, 35)) as bigint) as month_index,
    power(1.10, -unnest(generate_series(0, 35)) / 12.0) as discount_factor;

comment on table discount_factors is
'Present value of later income. Grain: age in months, 0 to 35.';
comment on column discount_factors.month_index is 'Months since sign-up.';
comment on column discount_factors.discount_factor is
'1.10 ** (-month_index / 12): 10 % a year; assumed.';

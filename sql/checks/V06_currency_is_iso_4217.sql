-- question: Is the currency a code of ISO 4217?
-- table: transactions; columns: currency; grain: txn_id
-- dimension: validity; severity: error
-- threshold: 0 rows: a code that no bank knows has no minor unit and no rate
with codes as (
    select unnest(string_split(
        'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND'
        || ' BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK'
        || ' DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ'
        || ' GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR'
        || ' KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK'
        || ' MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB'
        || ' PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD'
        || ' SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD'
        || ' TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER'
        || ' ZAR ZMW ZWG',
        ' '
    )) as currency
),

unknown as (
    select distinct qa_mix.currency
    from qa_mix
    left join codes on cast(qa_mix.currency as varchar) = codes.currency
    where
        qa_mix.currency is not null
        and codes.currency is null
)

select
    offender.txn_id,
    offender.currency
from unknown
cross join lateral (
    select
        transactions.txn_id,
        transactions.currency
    from transactions
    where transactions.currency = unknown.currency
) as offender;

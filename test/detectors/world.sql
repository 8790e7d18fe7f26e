-- A generated world with the detectors and nothing else. Variables: seed, rows, incidents.
.read sql/run/parameters.sql
.read sql/staging/generated/account_managers.sql
.read sql/staging/generated/merchants.sql

create table transactions as
select *
from gen_transactions(
    getvariable('rows'),
    getvariable('start_date'),
    getvariable('end_date'),
    seed := getvariable('seed'),
    incidents := getvariable('incidents'),
    enums := true
);

.read sql/schema/response_codes.sql
.read sql/schema/dim_calendar.sql
.read sql/detectors/fct_segment_days.sql
.read sql/detectors/v_anomaly_signals.sql
.read sql/detectors/v_anomalies.sql
.read sql/detectors/v_churn_watch.sql

-- Runs the detectors, once, and puts what they find in the place of their views: their sentences
-- read it several times.
create or replace table published.main.v_anomalies as
from analytics.v_anomalies;

create or replace table published.main.v_churn_watch as
from analytics.v_churn_watch;

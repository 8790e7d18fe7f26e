-- What the detectors found, as extracts beside the marts: every night computes them anew.
copy (
    from published.main.v_anomalies
    order by anomaly_id
) to (getvariable('data_dir') || '/marts/anomalies.parquet') (format parquet);

copy (
    from published.main.v_anomalies
    order by anomaly_id
) to (getvariable('data_dir') || '/marts/anomalies.csv') (format csv, header);

copy (
    from published.main.v_churn_watch
    order by merchant_id
) to (getvariable('data_dir') || '/marts/churn_watch.parquet') (format parquet);

copy (
    from published.main.v_churn_watch
    order by merchant_id
) to (getvariable('data_dir') || '/marts/churn_watch.csv') (format csv, header);

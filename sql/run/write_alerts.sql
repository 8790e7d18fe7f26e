-- Writes the alerts for machines.
copy (
    select *
    from alerts
) to (getvariable('data_dir') || '/alerts.json') (format json, array true);

-- Says what is about to be generated and where it will lie.
select
    'payments ' || payments_version() || ': ' || getvariable('rows') || ' transactions from '
    || getvariable('start_date') || ' to ' || getvariable('end_date') || ', seed '
    || getvariable('seed') || ', into ' || getvariable('data_dir') || '/';

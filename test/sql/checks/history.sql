-- Two runs: a check that began to fail in the second, and one that is new there.
create table meta_qa_results as
select * from (values
    (timestamp '2024-05-01 01:00:00', 'V01', 'transactions', 'amount', 'validity', 'error', 'pass', 0.0, 0.0, 0, 10, null, 'q'),
    (timestamp '2024-05-02 01:00:00', 'V01', 'transactions', 'amount', 'validity', 'error', 'fail', 2.0, 0.0, 2, 12, '[]', 'q'),
    (timestamp '2024-05-02 01:00:00', 'V03', 'transactions', 'fee', 'validity', 'error', 'pass', 0.0, 0.0, 0, 12, null, 'q')
) as results (
    run_started_at, check_id, table_name, column_name, dimension, severity, status, observed, threshold, failing_rows,
    total_rows, sample, question
);

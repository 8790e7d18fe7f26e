-- What did the data of the last good run look like? Grain: metric x bucket, as in qa_profile; empty
-- before the first run.
create table if not exists qa_baseline (
    metric varchar,
    bucket varchar,
    numerator double,
    denominator double,
    sample_size double
);

comment on table qa_baseline is 'Profile of the last good run. Grain: metric x bucket.';
comment on column qa_baseline.metric is 'Distribution or rate that is compared.';
comment on column qa_baseline.bucket is 'One of its values.';
comment on column qa_baseline.numerator is 'Attempts, merchants or money of the bucket.';
comment on column qa_baseline.denominator is 'What the numerator is divided by.';
comment on column qa_baseline.sample_size is 'Rows behind the rate.';

-- Makes this run the baseline of the next, once it has passed.
truncate qa_baseline;

insert into qa_baseline
select
    metric,
    bucket,
    numerator,
    denominator,
    sample_size
from qa_profile;

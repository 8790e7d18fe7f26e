-- Says how many checks passed.
select format('  {} checks passed', count(*)) as message
from qa_results
where status = 'pass';

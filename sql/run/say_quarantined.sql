-- Says how many rows of each table were set aside.
select format('  {} {} set aside', quarantined_rows, table_name) as message
from qa_quarantine
where quarantined_rows > 0
order by table_name;

-- question: Does every raw file lie where the contract puts it, and nothing else beside it?
-- table: raw_files; columns: file_path; grain: file_path
-- dimension: contract; severity: error
-- threshold: 0 files: a stray file is read by nobody, or by everybody with **
select
    file_path,
    size_bytes
from raw_files
where
    not regexp_full_match(
        file_path,
        'raw/((account_managers|campaigns|merchants|customers|refunds|disputes)\.parquet|'
        || '(transactions|refunds|disputes)/year=[0-9]{4}/month=(0[1-9]|1[0-2])/[^/]+\.parquet)'
    );

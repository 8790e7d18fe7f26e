-- A generated run knows how many transactions it ordered; own files have what they have.
set variable expected_rows = cast(getvariable('rows') as bigint);

-- The gate after loading: columns and types, without which no other check and no view can run.
set variable checks = 'contract';
.read sql/run/gate.sql

-- A generator that keeps the order of its rows, and tables that are not committed yet, are read by
-- one thread. Others would find nothing to do and spin: processor time for no gain.
set threads = 1;

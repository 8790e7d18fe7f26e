-- The checks are one query of many branches, and committed tables have many parts: work for every
-- thread.
reset threads;

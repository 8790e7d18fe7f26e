-- Committed tables are read by every thread.
reset threads;

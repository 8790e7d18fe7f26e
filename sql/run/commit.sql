-- Makes the loaded tables and views visible to others, all at once.
commit;

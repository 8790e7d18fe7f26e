-- An extract without refunds has an empty table of the contract's columns: views read it.
create table if not exists refunds (
    refund_id bigint,
    txn_id bigint,
    merchant_id bigint,
    ts timestamp,
    amount decimal(18, 2),
    reason varchar
);

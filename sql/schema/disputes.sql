-- An extract without disputes has an empty table of the contract's columns: views read it.
create table if not exists disputes (
    dispute_id bigint,
    txn_id bigint,
    merchant_id bigint,
    opened_at timestamp,
    amount decimal(18, 2),
    reason varchar,
    is_fraud boolean,
    status varchar,
    resolved_at timestamp
);

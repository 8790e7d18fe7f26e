//! The adapter: what DuckDB calls, one file per SQL function, named like it. Only `duckdb.rs` names DuckDB's C API and only
//! there is `unsafe` allowed; the other files are ordinary Rust that returns `Result`.

mod arguments;
#[allow(unsafe_code, reason = "the only road to DuckDB's C API")]
mod duckdb;
mod facts;
mod table;
mod worlds;

mod gen_account_managers;
mod gen_campaigns;
mod gen_customers;
mod gen_disputes;
mod gen_merchants;
mod gen_refunds;
mod gen_transactions;
mod payments_clock;
mod payments_defaults;
mod payments_version;
mod qa_checks;
mod qa_rows_sql;
mod qa_rules;
mod qa_sql;
mod truth_incidents;
mod truth_merchants;
mod truth_transactions;

use table::{TableFunction, TextFunction};

/// The table functions of the extension.
const TABLE_FUNCTIONS: &[&dyn TableFunction] = &[
    &gen_account_managers::GenAccountManagers,
    &gen_campaigns::GenCampaigns,
    &gen_customers::GenCustomers,
    &gen_disputes::GenDisputes,
    &gen_merchants::GenMerchants,
    &gen_refunds::GenRefunds,
    &gen_transactions::GenTransactions,
    &payments_defaults::PaymentsDefaults,
    &qa_checks::QaChecks,
    &qa_rules::QaRules,
    &truth_incidents::TruthIncidents,
    &truth_merchants::TruthMerchants,
    &truth_transactions::TruthTransactions,
];

/// The scalar functions of the extension: all make text out of text.
const TEXT_FUNCTIONS: &[&dyn TextFunction] =
    &[&payments_clock::PaymentsClock, &payments_version::PaymentsVersion, &qa_rows_sql::QaRowsSql, &qa_sql::QaSql];

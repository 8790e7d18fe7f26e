//! The list of embedded check files, in the order in which verdicts are reported.
//!
//! A file that is not listed here, or a listed file that does not parse, fails a test.

use std::sync::LazyLock;

use super::check::Rule;

/// Names and texts of the files named, all of `sql/checks`.
macro_rules! embedded {
    ($($file:literal)*) => {
        [$(($file, include_str!(concat!("../../sql/checks/", $file, ".sql")))),*]
    };
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let parsed: Result<_, String> = FILES.iter().map(|&(file, text)| Rule::parse(file, text)).collect();
    parsed.expect("a test parses every embedded file")
});

/// The catalogue.
#[must_use]
pub fn rules() -> &'static [Rule] {
    &RULES
}

static FILES: [(&str, &str); 234] = embedded! {
    "C01_transactions_columns_and_types"
    "C02_merchants_columns_and_types"
    "C03_customers_columns_and_types"
    "C04_raw_files_are_whole"
    "C05_raw_paths_are_as_agreed"
    "C06_raw_files_share_one_schema"
    "C07_ts_is_stored_in_microseconds"
    "C08_raw_files_are_those_of_the_manifest"
    "C09_account_managers_columns_and_types"
    "C10_campaigns_columns_and_types"
    "C11_refunds_columns_and_types"
    "C12_disputes_columns_and_types"
    "C13_rows_lie_in_their_partition"
    "C14_no_raw_file_came_or_went"
    "C15_every_table_has_a_file"
    "C16_raw_files_have_rows"
    "N01_transactions_required_columns"
    "N02_merchants_required_columns"
    "N03_customers_required_columns"
    "N04_merchants_names_are_no_placeholders"
    "N05_every_day_has_attempts"
    "N06_every_month_has_attempts"
    "N07_ids_are_gapless"
    "N08_every_hour_of_day_has_attempts"
    "N09_transactions_has_rows"
    "N10_merchants_has_rows"
    "N11_customers_has_rows"
    "N12_account_managers_has_rows"
    "N13_campaigns_has_rows"
    "N14_account_managers_required_columns"
    "N15_campaigns_required_columns"
    "N16_card_fields_exactly_without_ach"
    "N17_account_managers_names_are_no_placeholders"
    "N18_campaigns_names_are_no_placeholders"
    "N19_refunds_required_columns"
    "N20_disputes_required_columns"
    "U01_txn_id_is_unique"
    "U02_merchant_id_is_unique"
    "U03_customer_id_is_unique"
    "U04_no_attempt_posted_twice"
    "U05_kpi_daily_has_one_row_per_grain"
    "U06_account_manager_id_is_unique"
    "U07_campaign_id_is_unique"
    "U08_attempt_of_payment_is_unique"
    "U09_merchant_name_is_unique"
    "U10_kpi_monthly_has_one_row_per_grain"
    "U11_kpi_weekly_has_one_row_per_grain"
    "U12_industry_heatmap_has_one_row_per_grain"
    "U13_merchant_cohorts_has_one_row_per_grain"
    "U14_top_merchants_has_one_row_per_grain"
    "U15_decline_drivers_has_one_row_per_grain"
    "U16_payments_daily_has_one_row_per_grain"
    "U17_refund_id_is_unique"
    "U18_dispute_id_is_unique"
    "U19_one_dispute_a_transaction"
    "V01_amount_is_positive"
    "V02_amount_is_within_limit"
    "V03_fee_is_not_negative"
    "V04_fee_is_below_amount"
    "V05_fees_follow_the_price_list"
    "V06_currency_is_iso_4217"
    "V07_one_currency"
    "V08_merchant_region_is_known"
    "V09_industry_is_known"
    "V10_merchant_size_is_known"
    "V11_segment_is_known"
    "V12_payment_method_is_known"
    "V13_channel_is_known"
    "V14_decline_reason_is_known"
    "V15_approved_has_no_reason"
    "V16_declined_has_a_reason"
    "V17_ts_is_inside_the_window"
    "V20_signup_date_is_plausible"
    "V21_merchants_names_are_clean"
    "V22_ids_are_positive"
    "V23_ids_are_in_time_order"
    "V24_interchange_is_not_negative"
    "V25_scheme_fee_is_not_negative"
    "V26_attempt_number_is_positive"
    "V27_response_code_agrees"
    "V28_declined_costs_nothing"
    "V29_countries_are_iso_3166"
    "V30_card_brand_is_known"
    "V31_funding_is_known"
    "V32_sales_channel_is_known"
    "V33_pricing_plan_is_known"
    "V34_customer_region_is_known"
    "V35_account_manager_region_is_known"
    "V36_campaign_region_is_known"
    "V37_ach_is_never_at_pos"
    "V38_fee_terms_are_plausible"
    "V39_mcc_has_four_digits"
    "V40_campaign_dates_and_budget"
    "V41_response_code_has_its_form"
    "V44_approved_earns_a_fee"
    "V49_join_date_is_plausible"
    "V50_hired_on_is_plausible"
    "V52_no_terminal_with_3ds_or_on_file"
    "V53_ach_is_not_authenticated"
    "V54_account_managers_names_are_clean"
    "V55_campaigns_names_are_clean"
    "V56_refund_amount_is_positive"
    "V57_disputed_amount_is_positive"
    "V58_dispute_status_is_known"
    "V59_resolved_exactly_when_closed"
    "V60_refunds_are_inside_the_window"
    "V61_disputes_are_inside_the_window"
    "V62_reason_agrees_with_the_code"
    "K01_merchant_exists"
    "K02_customer_exists"
    "K03_no_payment_before_signup"
    "K04_no_payment_before_joining"
    "K05_daily_gpv_is_the_facts"
    "K06_daily_counts_are_the_facts"
    "K07_months_are_their_days"
    "K08_merchants_are_the_facts"
    "K09_declines_are_the_facts"
    "K10_rank_follows_gpv"
    "K11_daily_ratios_are_their_parts"
    "K12_cohorts_are_possible"
    "K13_loaded_totals_are_those_of_the_manifest"
    "K14_loaded_content_is_that_of_the_manifest"
    "K15_daily_fees_are_the_facts"
    "K16_account_manager_exists"
    "K17_campaign_exists"
    "K18_country_lies_in_one_region"
    "K19_manager_works_in_the_region"
    "K20_campaign_ran_at_signup"
    "K21_budget_covers_acquisition_cost"
    "K24_attempts_count_up_from_one"
    "K25_retry_comes_later"
    "K26_retry_repeats_the_payment"
    "K27_nothing_follows_an_approval"
    "K28_never_retry_codes_are_respected"
    "K29_response_code_has_one_reason"
    "K41_weeks_are_their_days"
    "K42_monthly_ratios_are_their_parts"
    "K43_heatmap_ratios_are_their_parts"
    "K44_merchant_ratios_are_their_parts"
    "K45_decline_rates_are_their_parts"
    "K46_retention_is_its_parts"
    "K47_heatmap_is_the_fact"
    "K48_cube_is_the_fact"
    "K49_rolling_sums_are_their_days"
    "K50_growth_compares_neighbours"
    "K51_cohorts_are_the_signups"
    "K53_mcc_has_one_industry"
    "K55_decline_rates_have_one_base"
    "K56_retained_are_active_merchants"
    "K57_raw_is_loaded_and_quarantined"
    "K58_daily_acceptance_is_the_facts"
    "K59_daily_declines_are_the_facts"
    "K60_declines_of_codes_are_the_facts"
    "K61_months_of_acceptance_are_their_days"
    "K62_decline_classes_are_the_declines"
    "K63_decline_recovery_is_the_declines"
    "K64_retries_are_the_facts"
    "K65_money_months_are_the_facts"
    "K66_refunds_are_the_facts"
    "K67_disputes_are_the_facts"
    "K68_refund_triangle_is_the_facts"
    "K69_dispute_triangle_is_the_facts"
    "K70_triangles_rest_on_the_sales"
    "K71_chargeback_months_are_the_facts"
    "K72_chargeback_brands_are_the_facts"
    "K73_dispute_reasons_are_the_facts"
    "K74_scheme_items_are_the_disputes"
    "K75_activations_are_the_signups"
    "K76_cohort_volume_is_the_facts"
    "K77_revenue_base_is_the_months"
    "K78_churn_months_are_the_silences"
    "K79_silences_follow_the_last_payment"
    "K80_concentration_is_the_months"
    "K81_portfolios_are_the_facts"
    "K82_portfolios_are_their_merchants"
    "K83_unit_economics_are_the_signups"
    "K84_growth_bridge_reaches_both_months"
    "K85_merchant_mix_months_are_the_facts"
    "K86_yield_bridge_reaches_both_months"
    "K87_reserve_rests_on_the_disputes"
    "K88_survivors_are_the_activated"
    "K89_acquirer_items_are_the_disputes"
    "K90_enumerated_are_remote_attempts"
    "K91_ach_debits_are_the_attempts"
    "K92_dispute_lags_are_the_facts"
    "K93_unit_economics_months_are_the_signups"
    "K94_merchants_at_risk_are_silent"
    "K95_merchants_of_weeks_are_the_facts"
    "K96_weeks_of_merchants_are_their_segments"
    "R01_refund_follows_an_approved_sale"
    "R02_refund_is_of_the_same_merchant"
    "R03_refund_comes_after_the_sale"
    "R04_refunds_stay_within_the_sale"
    "R05_dispute_is_about_an_approved_sale"
    "R06_dispute_is_of_the_same_merchant"
    "R07_dispute_comes_after_the_sale"
    "R08_dispute_stays_within_the_sale"
    "T01_newest_attempt_is_recent"
    "T02_mart_covers_the_window"
    "T03_time_of_day_is_kept"
    "M01_rows_are_as_ordered"
    "M02_days_are_like_their_neighbours"
    "M03_active_merchants_are_stable"
    "M04_dimensions_are_those_of_the_manifest"
    "M05_daily_approval_is_like_its_neighbours"
    "D01_amount_bands_are_stable"
    "D02_channel_mix_is_stable"
    "D03_payment_method_mix_is_stable"
    "D04_decline_reason_mix_is_stable"
    "D05_merchant_segments_are_stable"
    "D06_hour_of_day_is_stable"
    "D07_weekdays_are_stable"
    "D08_approval_rate_is_stable"
    "D09_approval_of_segments_is_stable"
    "D10_first_digits_are_stable"
    "D11_cents_are_stable"
    "D12_no_amount_jumps"
    "D13_fee_yield_is_stable"
    "D14_network_cost_is_stable"
    "D15_no_merchant_jumps"
    "D16_average_ticket_is_stable"
    "D17_card_brand_mix_is_stable"
    "D18_funding_mix_is_stable"
    "D19_recurring_and_3ds_are_stable"
    "D20_merchant_sizes_are_stable"
    "D21_customer_segments_are_stable"
    "D22_approval_of_channels_is_stable"
    "D23_no_customer_jumps"
    "D24_no_merchant_dominates"
    "A01_no_customer_is_tested"
    "A02_no_merchant_is_enumerated"
    "A03_no_merchant_day_explodes"
    "A05_no_hour_is_silent"
    "A06_no_hour_declines_everything"
};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::relation;
    use super::*;

    /// Tables and views that a check may read besides the shared aggregates.
    const TABLES: [&str; 58] = [
        "account_managers",
        "campaigns",
        "customers",
        "merchants",
        "transactions",
        "refunds",
        "disputes",
        "dim_calendar",
        "response_codes",
        "raw_files",
        "raw_columns",
        "raw_contents",
        "qa_quarantine",
        "qa_baseline",
        "qa_manifest",
        "mart_kpi_daily",
        "mart_kpi_monthly",
        "mart_kpi_weekly",
        "mart_industry_heatmap",
        "mart_merchant_cohorts",
        "mart_top_merchants",
        "mart_decline_drivers",
        "mart_payments_daily",
        "mart_merchant_week",
        "fct_acceptance_daily",
        "fct_declines_daily",
        "fct_retried_attempts",
        "fct_refunds",
        "fct_disputes",
        "fct_dispute_lags",
        "fct_merchant_churn",
        "fct_merchant_mix_month",
        "mart_acceptance_monthly",
        "mart_decline_classes",
        "mart_decline_recovery",
        "mart_retry_compliance",
        "mart_money_monthly",
        "mart_refund_triangle",
        "mart_dispute_triangle",
        "mart_chargebacks_monthly",
        "mart_dispute_reasons",
        "mart_scheme_monitor",
        "mart_activation_monthly",
        "mart_gpv_retention",
        "mart_revenue_retention",
        "mart_churn_monthly",
        "mart_concentration_monthly",
        "mart_account_manager_scorecard",
        "mart_unit_economics",
        "mart_unit_economics_monthly",
        "mart_growth_bridge",
        "mart_yield_bridge",
        "mart_dispute_reserve",
        "mart_merchant_survival",
        "mart_acquirer_monitor",
        "mart_enumeration_monthly",
        "mart_ach_returns",
        "fct_enumerated_days",
    ];

    #[test]
    fn every_file_is_embedded_and_parses() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/sql/checks");
        let on_disk: BTreeSet<String> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        let embedded: BTreeSet<String> = FILES.iter().map(|(file, _)| format!("{file}.sql")).collect();
        assert_eq!(on_disk, embedded);
        for (file, text) in FILES {
            Rule::parse(file, text).unwrap();
        }
    }

    #[test]
    fn every_check_has_a_test_that_makes_it_fail() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/test/sql/checks");
        let tests: String = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "test"))
            .map(|path| std::fs::read_to_string(path).unwrap())
            .collect();
        for rule in rules() {
            let asked = format!("qa_checks(checks := '{}')\n----\nfail", rule.check_id);
            assert!(tests.contains(&asked), "no test makes {} fail", rule.check_id);
        }
    }

    #[test]
    fn ids_and_names_are_unique() {
        let ids: BTreeSet<&str> = rules().iter().map(|rule| rule.check_id.as_str()).collect();
        let names: BTreeSet<&str> = rules().iter().map(|rule| rule.name.as_str()).collect();
        assert_eq!((ids.len(), names.len()), (rules().len(), rules().len()));
    }

    #[test]
    fn checks_read_tables_that_exist() {
        for rule in rules() {
            for table in &relation::sources(&rule.statement.tables, &[]) {
                assert!(TABLES.contains(&table.as_str()), "{} reads {table}", rule.check_id);
            }
            assert!(!rule.statement.tables.is_empty(), "{} reads no table", rule.check_id);
        }
    }
}

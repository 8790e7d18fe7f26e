"""The detectors on the default world, on one without incidents, on one damaged by hand, and on none at all.

1,000,000 attempts of the default seed: planted incidents of the stated size are found, and little else is.
"""

import unittest

from scorecard import ask, false_findings, found

ROWS = 1_000_000
# No more than one discovery in a thousand is to be false on any day and metric: a year of four metrics may have 1.5.
MOST_FALSE = 3

# Half of the attempts by Visa in APAC fail for six hours, with a code that is otherwise rare.
DAMAGE = """
update transactions
set approved = false, response_code = '96', decline_reason = 'network_error'
from merchants
where
    transactions.merchant_id = merchants.merchant_id
    and merchants.region = 'APAC'
    and transactions.card_brand = 'visa'
    and transactions.ts between timestamp '2024-05-14 02:00:00' and timestamp '2024-05-14 08:00:00'
    and transactions.txn_id % 2 = 0
"""


class PlantedIncidents(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        queries = ["from incidents", "from judged", "from churn_scores('all')"]
        files = ["score_incidents.sql", "score_churn.sql"]
        cls.incidents, cls.findings, cls.churn = ask(queries, files, rows=ROWS, seed=42)

    def test_incidents_of_the_stated_size_are_found(self):
        large = [incident for incident in self.incidents if incident["is_of_stated_size"]]
        missed = [incident["description"] for incident in large if incident not in found(large)]
        self.assertGreaterEqual(len(large), 15)
        self.assertEqual(missed, [])

    def test_every_incident_has_one_finding_and_little_else_is_found(self):
        named = [finding["incident_id"] for finding in self.findings if finding["incident_id"] is not None]
        self.assertEqual(len(named), len(set(named)))
        self.assertLessEqual(len(false_findings(self.findings)), MOST_FALSE)

    def test_a_finding_names_the_segment_and_its_moment_lies_in_the_incident(self):
        hits = found(self.incidents)
        exact = [incident for incident in hits if incident["is_exact"]]
        self.assertGreaterEqual(len(exact), 0.9 * len(hits))
        early = [incident["description"] for incident in hits if incident["hours_to_detection"] < 0]
        self.assertEqual(early, [])

    def test_the_churn_watch_orders_merchants_better_than_the_baselines(self):
        auc = {row["score"]: row["auc"] for row in self.churn}
        self.assertGreater(auc["risk"], 0.78)
        self.assertGreater(auc["risk"], auc["drop in four weeks"])
        self.assertGreater(auc["risk"], auc["size alone"])


class QuietWorld(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        watch = "select * exclude (account_manager_name) from churn_watch(date '2024-06-30') order by merchant_id"
        queries = [
            "from judged",
            watch,
            "delete from transactions where ts >= timestamp '2024-07-01'",
            watch,
            DAMAGE,
            "from v_anomalies where first_day >= date '2024-05-01'",
        ]
        answers = ask(queries, ["score_incidents.sql"], rows=ROWS, seed=42, incidents="false")
        cls.findings, cls.watch, _, cls.watch_on_the_day, _, cls.after_damage = answers

    def test_without_incidents_next_to_nothing_is_found(self):
        self.assertLessEqual(len(false_findings(self.findings)), MOST_FALSE)

    def test_the_churn_watch_of_a_day_knows_nothing_of_later_days(self):
        self.assertGreater(len(self.watch), 500)
        self.assertEqual(self.watch, self.watch_on_the_day)

    def test_an_outage_made_by_hand_is_found_once_with_its_segment_code_and_hour(self):
        (outage,) = [finding for finding in self.after_damage if finding["likely_cause"] == "outage"]
        self.assertEqual(outage["segment"], "region APAC, visa")
        self.assertEqual(outage["response_code"], "96")
        self.assertEqual((outage["first_day"], outage["last_day"]), ("2024-05-14", "2024-05-14"))
        self.assertRegex(outage["detected_at"], "^2024-05-14 0[2-7]:")


class NoData(unittest.TestCase):
    def test_no_attempts_give_no_findings_and_no_error(self):
        answers = ask(["from v_anomalies", "from v_churn_watch"], [], rows=0, merchants=10, customers=10)
        self.assertEqual(answers, [[], []])


if __name__ == "__main__":
    unittest.main()

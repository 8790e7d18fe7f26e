"""How good the detectors are, on worlds that they were not tuned on: prints the tables of docs/detectors.md.

It makes a year of 2,000,000 attempts for each seed, which takes three minutes: python test/detectors/scorecard.py
Seeds may be given; without, they are 11 to 20. The detectors were tuned on 1 to 5 and 42.
"""

import collections
import json
import os
import pathlib
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = "test/detectors"
DUCKDB = os.environ.get("DUCKDB", ".venv/bin/duckdb")
EXTENSION = os.environ.get("PAYMENTS_EXTENSION", "build/payments.duckdb_extension")


def ask(queries, files, **variables):
    """The rows of each query after a world and some files; every value stands for itself."""
    command = [DUCKDB, "-no-init", "-batch", "-unsigned", "-json", "-cmd", f"LOAD '{EXTENSION}'"]
    for name, value in {"rows": 2_000_000, "incidents": "true", **variables}.items():
        command += ["-cmd", f"SET VARIABLE {name} = '{value}'"]
    script = "".join(f".read {HERE}/{file}\n" for file in ["world.sql", *files])
    for place, query in enumerate(queries):
        script += f"select '#{place}' as part;\n{query};\n"
    result = subprocess.run(command, cwd=ROOT, input=script, capture_output=True, text=True)
    if result.returncode != 0 or "Error" in result.stderr:
        raise RuntimeError(result.stdout + result.stderr)
    _, *answers = result.stdout.split('[{"part":"#')
    return [json.loads(answer.split("}]", 1)[1].strip() or "[]") for answer in answers]


def incidents_and_findings(**variables):
    return ask(["from incidents", "from judged"], ["score_incidents.sql"], **variables)


def found(incidents):
    return [incident for incident in incidents if incident["anomaly_id"] is not None]


def false_findings(findings):
    """What is neither a planted incident nor a merchant that truly left."""
    return [finding for finding in findings if finding["incident_id"] is None and not finding["is_true_leaver"]]


def main(seeds):
    incidents, findings, quiet, churn = [], [], [], collections.defaultdict(list)
    for seed in seeds:
        print(f"seed {seed}", file=sys.stderr, flush=True)
        planted, judged = incidents_and_findings(seed=seed)
        incidents += [{"seed": seed, **row} for row in planted]
        findings += [{"seed": seed, **row} for row in judged]
        subsets = ["all", "gone", "fading", "leaves within 30 days"]
        answers = ask([f"from churn_scores('{subset}')" for subset in subsets], ["score_churn.sql"], seed=seed)
        for subset, rows in zip(subsets, answers):
            for row in rows:
                churn[subset, row["score"]].append(row)
    for seed in seeds[:3]:
        quiet += [{"seed": seed, **row} for row in incidents_and_findings(seed=seed, incidents="false")[1]]
    print(f"Seeds {', '.join(map(str, seeds))}.\n")
    print_incidents(incidents)
    print_findings(findings, quiet, len(seeds), len(seeds[:3]))
    print_churn(churn)


def print_incidents(incidents):
    large = [incident for incident in incidents if incident["is_of_stated_size"]]
    print("| kind | planted | of stated size | found of these | recall | exact attribution | median hours | while on |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for kind in [*sorted({incident["kind"] for incident in incidents}), "all"]:
        all_of_kind = [incident for incident in incidents if kind in (incident["kind"], "all")]
        of_size = [incident for incident in large if kind in (incident["kind"], "all")]
        hits = found(of_size)
        prompt = [incident for incident in hits if not incident["is_retrospective"]]
        hours = statistics.median(incident["hours_to_detection"] for incident in prompt) if prompt else float("nan")
        cells = [
            kind, len(all_of_kind), len(of_size), len(hits), f"{len(hits) / max(len(of_size), 1):.3f}",
            f"{share(hits, 'is_exact'):.2f}", f"{hours:.1f}", f"{share(hits, 'is_detected_while_on'):.2f}",
        ]  # fmt: skip
        print("| " + " | ".join(map(str, cells)) + " |")
    print(f"\nRecall of all, whatever their size: {len(found(incidents)) / len(incidents):.3f}. Missed:\n")
    for incident in incidents:
        if incident["anomaly_id"] is None:
            print(f"- seed {incident['seed']}, {incident['attempts_touched']:.0f} attempts: {incident['description']}")


def print_findings(findings, quiet, worlds, quiet_worlds):
    planted = sum(finding["incident_id"] is not None for finding in findings)
    wrong = false_findings(findings)
    leavers = len(findings) - planted - len(wrong)
    print(f"\n{len(findings)} findings in {worlds} worlds: {planted} planted incidents,", end=" ")
    print(f"{leavers} merchants that truly left, {len(wrong)} false. Precision {1 - len(wrong) / len(findings):.3f};", end=" ")
    print(f"{planted / len(findings):.3f} if only planted incidents count.")
    print("False were:\n")
    print_false(wrong)
    print(f"\nIn {quiet_worlds} worlds without incidents there are {len(false_findings(quiet))} false findings:\n")
    print_false(false_findings(quiet))


def print_false(findings):
    for finding in findings:
        what = finding["response_code"] or finding["metric"]
        print(f"- seed {finding['seed']}, {finding['first_day']}: {what}, {finding['segment']}, "
              f"{finding['numerator']} instead of {finding['expected']:.1f}")  # fmt: skip


def print_churn(churn):
    print("\n| merchants that | score | AUC | least of the seeds | precision in top decile | capture |")
    print("| --- | --- | --- | --- | --- | --- |")
    for (subset, score), rows in sorted(churn.items()):
        means = [statistics.mean(row[name] for row in rows) for name in ("auc", "precision", "capture")]
        least = min(row["auc"] for row in rows)
        print(f"| {subset} | {score} | {means[0]:.3f} | {least:.3f} | {means[1]:.3f} | {means[2]:.3f} |")
    watched, leaving = (sum(row[name] for row in churn["all", "risk"]) for name in ("merchants", "leaving"))
    print(f"\n{watched:,} merchant days watched, {leaving:,} of merchants that leave.")


def share(rows, name):
    return sum(row[name] is True for row in rows) / max(len(rows), 1)


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(range(11, 21)))

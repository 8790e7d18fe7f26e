"""One night as an Airflow DAG. Everything that happens stands in the Makefile; here is only when, and in which order.

PAYMENTS_HOME is the checkout on the worker. A night catches up over missed ones by itself, so the DAG does not.
"""

import os

import pendulum
from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG

HOME = os.environ.get("PAYMENTS_HOME", "/srv/payments")

with DAG(
    dag_id="payments_nightly",
    schedule="15 2 * * *",
    start_date=pendulum.datetime(2026, 1, 1, tz="UTC"),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 1, "retry_delay": pendulum.duration(minutes=10)},
    tags=["payments"],
    doc_md=__doc__,
):
    build = BashOperator(task_id="build", bash_command="make build", cwd=HOME)
    night = BashOperator(task_id="night", bash_command="make night", cwd=HOME)
    # Also after a night that was stopped: its alerts say why.
    alerts = BashOperator(task_id="alerts", bash_command="make alerts", cwd=HOME, trigger_rule="all_done", retries=0)
    build >> night >> alerts

"""Every tracked file of the three tools as text, and what the linters find in them."""

import catalogue as catalogues
import lookml
import lookml_lint
import studio
import tableau
import tableau_lint

CARRIERS = ("hyper", "csv")


def texts(description):
    """File name below dashboards -> text of everything that is tracked."""
    files = {"catalogue.csv": catalogues.print_csv(description.tables)}
    for carrier in CARRIERS:
        files[f"tableau/{description.name}_{carrier}.twb"] = tableau.workbook(description, carrier)
    files |= {f"looker/{name}": text for name, text in lookml.project(description).items()}
    files["looker_studio/field_map.csv"] = studio.field_map(description)
    files["looker_studio/pages.csv"] = studio.pages(description)
    return files


def check(description, files):
    """What the linters find in the texts."""
    findings = []
    for name, text in files.items():
        if name.endswith(".twb"):
            findings += [f"{name}: {finding}" for finding in tableau_lint.lint(text, description.tables)]
    project = {name.removeprefix("looker/"): text for name, text in files.items() if name.startswith("looker/")}
    return findings + [f"looker: {finding}" for finding in lookml_lint.lint(project, description.tables)]

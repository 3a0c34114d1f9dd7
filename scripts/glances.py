"""Writes sessions/glances.txt, what the first page shows of the plans that ship, from the plans themselves.

For developers only, after a plan was changed:

    .venv/bin/python scripts/glances.py
"""

from dp_facilitator.model.glance import glance
from dp_facilitator.paths import shipped_plans_dir
from dp_facilitator.store.glances import NAME, glances_text
from dp_facilitator.store.plans import PlanFile, list_plans


def main() -> None:
    """Writes the file anew."""
    folder = shipped_plans_dir()
    plans = (one for one in list_plans(folder, folder / "nobody's") if isinstance(one, PlanFile))
    (folder / NAME).write_text(glances_text((one.text, glance(one.plan)) for one in plans), "utf-8")


if __name__ == "__main__":
    main()

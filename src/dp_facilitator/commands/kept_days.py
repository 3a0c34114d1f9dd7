"""How long sessions are kept, as the settings of this person say, and whether their data can be got at."""

import sys

from dp_facilitator.paths import Places


def check_data(places: Places) -> None:
    """Raises StoreError where the data folder is one that this person may not look into."""
    from dp_facilitator.store.looking import is_there

    is_there(places.sessions)


def keep_days(places: Places) -> int:
    """So many days. What is wrong with the settings is said on stderr; the usual ones hold then."""
    from dp_facilitator.store.settings import read_settings

    settings, notices = read_settings(places.settings)
    for notice in notices:
        print(notice, file=sys.stderr)
    return settings.keep_days

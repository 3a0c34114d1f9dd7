"""What is wrong with a plan, each mistake in words and at the card or row it belongs to."""

from dp_facilitator.model.draft import Path
from dp_facilitator.model.editing import Editing

from .plans_values import mistake_words, phase_of, route_of, segment_of

Problems = dict[Path, str]
"""Words by the path of a phase, of a part, or () for the plan as a whole."""


def sorted_problems(editing: Editing) -> Problems:
    """The mistakes of a plan by where they are shown. A stated total that is off has a place of its own."""
    found: dict[Path, list[str]] = {}
    if editing.off_s and editing.sketch() is not None:
        return {}
    for mistake in editing.problems():
        path = editing.where(mistake)
        place = phase_of(path) or segment_of(path) or route_of(path)
        title = str(editing.value((*place, "title"))) if place else ""
        words = mistake_words(mistake, path, title)
        if words not in found.setdefault(place, []):
            found[place].append(words)
    return {place: " ".join(words) for place, words in found.items()}

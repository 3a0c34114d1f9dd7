"""What can be done with a part of a plan by one press, and where one stands afterwards."""

from dp_facilitator.model.draft import Path
from dp_facilitator.model.editing import Editing
from dp_facilitator.words import tr


def done(editing: Editing, verb: str, path: Path) -> tuple[Editing, Path]:
    """The plan after a verb, and the place to go on from; where nothing can be done, as it was."""
    match verb:
        case "up" | "down":
            to = editing.neighbour(path, -1 if verb == "up" else 1)
            return (editing.move(path, to), to) if to else (editing, path)
        case "duplicate":
            return editing.duplicate(path), (*path[:-1], int(path[-1]) + 1)
        case "remove":
            return editing.remove(path), _near(editing, path)
        case "add phase":
            new = (*path, "phases", editing.count((*path, "phases")))
            return editing.add_phase(new), new
        case "phase below":
            new = (*path[:-1], int(path[-1]) + 1)
            return editing.add_phase(new), new
        case "add part":
            new = (*path, editing.count(path))
            return editing.add_segment(new), new
        case "add break":
            new = (*path, editing.count(path))
            return editing.add_break(new, tr("Break")), new
        case "limit":
            return editing.write((*path, "rounds"), editing.value(("people", "usual"))), path
        case "choose cues":
            return editing.choose_cues(path), path
        case "usual cues":
            return editing.usual_cues(path), path
        case "add cue":
            return editing.add_cue(path), path
        case "add role":
            return editing.add_role(), path
        case "add card":
            return editing.add_card(), path
        case "add route":
            grown, route = editing.add_route(tr("Another way on"))
            return grown, ("routes", route, "segments", 0, "phases", 0)
        case "remove route":
            return editing.remove_route(str(path[1])), ("segments", 0, "phases", 0)
        case "add note":
            return editing.add_capture(path), path
    raise ValueError(f"there is nothing called {verb!r}")


def _near(editing: Editing, path: Path) -> Path:
    """What is close to something that goes: the one after it, else the one before."""
    n = int(path[-1])
    return path if n + 1 < editing.count(path[:-1]) else (*path[:-1], max(0, n - 1))

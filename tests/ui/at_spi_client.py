"""What a screen reader does: finds the program, reads its tree, presses Next, hears what is announced.

Run with the system's own Python, which has pyatspi; prints one JSON object.
"""

import json
import sys
import threading
import time

import pyatspi

FOUND = {"tree": [], "pressed": "", "announced": [], "trouble": ""}
BUTTONS = ("push button", "button")


def application():
    give_up = time.monotonic() + 30
    while time.monotonic() < give_up:
        for app in pyatspi.Registry.getDesktop(0):
            if app is not None and app.childCount and "dp-facilitator" in app.name:
                return app
        time.sleep(0.3)
    raise RuntimeError("the program is not on the bus")


def tree(node, depth=0):
    if node is None or depth > 40:
        return
    node.clearCache()  # what was read before the press is kept for a while
    states = node.getState()
    yield node, node.getRoleName(), node.name, states.contains(pyatspi.STATE_SHOWING)
    for at in range(node.childCount):
        yield from tree(node.getChildAtIndex(at), depth + 1)


def drive():
    try:
        app = application()
        time.sleep(1.5)
        FOUND["tree"] = [(role, name, showing) for _, role, name, showing in tree(app)]
        wanted = [n for n, role, name, on in tree(app) if role in BUTTONS and on and name.startswith(("Start", "Next"))]
        if not wanted:
            raise RuntimeError("there is no Next")
        FOUND["pressed"] = wanted[0].name
        actions = wanted[0].queryAction()
        FOUND["action"] = actions.getName(0)
        actions.doAction(0)
        time.sleep(3)
        FOUND["after"] = [name for _, role, name, on in tree(app) if role in BUTTONS and on]
    except Exception as trouble:
        FOUND["trouble"] = repr(trouble)
    finally:
        pyatspi.Registry.stop()


def hear(event):
    FOUND["announced"].append(str(event.any_data))


pyatspi.Registry.registerEventListener(hear, "object:announcement")
threading.Thread(target=drive, daemon=True).start()
pyatspi.Registry.start()
json.dump(FOUND, sys.stdout)

#!/usr/bin/env bash
# Sets up what is missing and starts the app. With arguments it passes them on: scripts/run.sh timetable --help
set -euo pipefail
. "$(dirname -- "${BASH_SOURCE[0]}")/setup.sh"

set_up run

PLAN=deliberate-practice-90
if [ $# -gt 0 ]; then
    exec "$PY" -m dp_facilitator "$@"
fi
if [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "There is no screen here, so the session is rehearsed off-screen, at speed. Where it is left is said at the end."
    export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
    exec "$PY" -m dp_facilitator rehearse "$PLAN" --out "$ROOT/rehearsal"
fi
exec "$PY" -m dp_facilitator "$PLAN"

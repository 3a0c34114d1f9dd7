#!/usr/bin/env bash
# Takes the pictures in docs and README, and every other page and state: scripts/shots.sh [FOLDER [ALL]], off-screen.
set -euo pipefail
. "$(dirname -- "${BASH_SOURCE[0]}")/setup.sh"

set_up test
cd -- "$ROOT"
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
exec "$PY" scripts/shots.py "$@"

#!/usr/bin/env bash
# Sets up what is missing and runs the tests, with full coverage asked of the model and the store.
# With arguments it only runs pytest with them: scripts/test.sh -k journal
set -euo pipefail
. "$(dirname -- "${BASH_SOURCE[0]}")/setup.sh"

set_up test
cd -- "$ROOT"
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}

if [ $# -gt 0 ]; then
    exec "$PY" -m pytest "$@"
fi
# Files go to as many workers as there are cores; the long thorough ones run with -m slow.
"$PY" -m pytest -n auto --dist loadfile -m "not slow" \
    --cov=dp_facilitator.model --cov=dp_facilitator.store --cov-report=
echo "Coverage of the model and the store, where 100 % is asked:"
"$PY" -m coverage report --include='*/dp_facilitator/model/*,*/dp_facilitator/store/*' --fail-under=100

#!/usr/bin/env bash
# Plays the sounds through the real library into a sink that plays to nobody, records them there and prints what was
# measured. Needs PulseAudio's programs: apt-get install pulseaudio pulseaudio-utils
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

for program in pulseaudio parec pactl; do
    command -v "$program" >/dev/null || {
        echo "$program is missing: please install the packages pulseaudio and pulseaudio-utils, then try again." >&2
        exit 1
    }
done
. scripts/setup.sh
set_up test
exec "$PY" -m pytest -s tests/live/test_null_sink.py tests/test_sounds_files.py

#!/usr/bin/env bash
# Writes the words of the program down for translators: src/dp_facilitator/locale/dp_facilitator.pot.
# After that, each translation that is there takes the new words over and is compiled.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

python=.venv/bin/python
[ -x "$python" ] || { echo "There is no .venv yet: run scripts/test.sh once." >&2; exit 1; }
locale=src/dp_facilitator/locale
mkdir -p "$locale"
found=$(mktemp)
trap 'rm -f "$found"' EXIT
printf 'msgid ""\nmsgstr ""\n"%s\\n"\n"%s\\n"\n"%s\\n"\n\n' "MIME-Version: 1.0" \
    "Content-Type: text/plain; charset=UTF-8" "Content-Transfer-Encoding: 8bit" > "$locale/dp_facilitator.pot"
# Without dates, places in files and line numbers, so that it changes only where words do.
"$python" -m babel.messages.frontend -q extract --no-wrap --no-location --sort-output --omit-header \
    --no-default-keywords -k tr -k marked -k ntr:1,2 -o "$found" src/dp_facilitator
cat "$found" >> "$locale/dp_facilitator.pot"
for po in "$locale"/*/LC_MESSAGES/dp_facilitator.po; do
    [ -e "$po" ] || continue
    language=$(basename "$(dirname "$(dirname "$po")")")
    "$python" -m babel.messages.frontend -q update -i "$locale/dp_facilitator.pot" -d "$locale" -D dp_facilitator -l "$language"
    "$python" -m babel.messages.frontend -q compile -d "$locale" -D dp_facilitator -l "$language"
done
echo "$(($(grep -c '^msgid "' "$locale/dp_facilitator.pot") - 1)) messages in $locale/dp_facilitator.pot"

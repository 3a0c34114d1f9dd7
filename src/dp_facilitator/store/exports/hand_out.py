"""One leader's hand-out: a single HTML file that opens anywhere and holds nothing by name of anybody else.

No script, no picture, no address: whatever was typed in is text and stays text.
"""

from __future__ import annotations

import html
from collections.abc import Iterable

from dp_facilitator.model.durations import minutes_and_seconds
from dp_facilitator.model.review import Answer, LeaderReview, StepTimes, TurnTimes
from dp_facilitator.model.sheet import Sheet
from dp_facilitator.store.exports.look import style
from dp_facilitator.store.exports.words import PERSONAL, day, grouped, remarks, title, turn_titles, used
from dp_facilitator.words import language, tr

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_BAR = 100  # width of the longest bar


def hand_out(review: LeaderReview) -> str:
    """The text of the file, in UTF-8."""
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="' + _safe(language()) + '">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{_safe(review.name)}: {_safe(review.plan_title)}</title>",
            f"<style>{style(tr(PERSONAL))}</style>",
            "</head>",
            "<body>",
            *_head(review),
            "<main>",
            *_sheet(review.sheet),
            *_feedback(review),
            *_change(review),
            *_own(review),
            *_group(review),
            *_times(review.times),
            "</main>",
            f"<footer><p>{_safe(tr(PERSONAL))}. {_safe(tr('Nobody else’s feedback is in this file.'))}</p></footer>",
            "</body>",
            "</html>",
            "",
        )
    )


def _head(review: LeaderReview) -> Iterable[str]:
    when = ", ".join(filter(None, (day(review.opened), review.opened.clock())))
    yield f'<header><h1 dir="auto">{_safe(review.name)}</h1>'
    yield f'<p class="muted"><bdi>{_safe(review.plan_title)}</bdi> · {when}</p></header>'


def _sheet(sheet: Sheet) -> Iterable[str]:
    yield _section(tr("What you practised"))
    told = [
        (word, text)
        for word, text in ((tr("Area"), sheet.area), (tr("Aim"), sheet.aim), (tr("You spoke to"), sheet.audience))
        if text
    ]
    if told:
        yield "<dl>"
        yield from (f'<div><dt>{_safe(word)}</dt><dd dir="auto">{_safe(text)}</dd></div>' for word, text in told)
        yield "</dl>"
    else:
        yield _line(tr("Area, aim and audience were not written down."))
    if sheet.criteria:
        yield f"<h3>{_safe(tr('Your success criteria'))}</h3>"
        yield '<ul class="criteria">'
        yield from (
            f'<li><b>{_safe(tr("Criterion {n}").format(n=n))}</b> <span dir="auto">{_safe(text)}</span></li>'
            for n, text in enumerate(sheet.criteria, 1)
        )
        yield "</ul>"
    else:
        yield _line(tr("No success criteria were written down."))
    yield "</section>"


def _feedback(review: LeaderReview) -> Iterable[str]:
    yield _section(tr("What you heard"))
    if not review.feedback:
        yield f"{_line(tr('This kind of session writes down no feedback.'))}</section>"
        return
    yield '<div class="columns">'
    for answer in review.feedback:
        yield f"<div><h3>{_safe(title(answer.title, review.name))}</h3>"
        yield from _notes(answer)
        yield "</div>"
    yield "</div></section>"


def _notes(answer: Answer) -> Iterable[str]:
    if not answer.lines:
        yield _line(tr("Nothing was written down here."))
    for group in grouped(answer):
        if group.giver:
            side = tr("From {giver}").format(giver=_side(group.giver, len(group.texts)))
            yield f'<p class="from">{_safe(side)}</p>'
        yield '<ul class="notes">'
        yield from (f'<li dir="auto">{_safe(text)}</li>' for text in group.texts)
        yield "</ul>"


def _side(giver: str, count: int) -> str:
    return tr("your peers") if giver == tr("a peer") and count > 1 else giver


def _change(review: LeaderReview) -> Iterable[str]:
    if review.one_change is None and not review.may_choose:
        return
    if review.one_change is None:
        yield f"{_section(tr('The one change'))}{_line(tr('You did not choose one.'))}</section>"
    else:
        yield f'<section class="change"><h2>{_safe(tr("The one change you chose"))}</h2>'
        yield f'<p dir="auto">{_safe(review.one_change)}</p></section>'


def _own(review: LeaderReview) -> Iterable[str]:
    if review.own:
        yield _section(tr("Looking back, in your own words"))
        for answer in review.own:
            yield f"<h3>{_safe(title(answer.title, review.name))}</h3>"
            yield from _notes(answer)
        yield "</section>"


def _group(review: LeaderReview) -> Iterable[str]:
    if review.group:
        yield _section(tr("What the group wrote"))
        for answer in review.group:
            yield f"<h3>{_safe(title(answer.title, review.name))}</h3>"
            yield from _notes(answer)
        yield "</section>"


def _times(turns: tuple[TurnTimes, ...]) -> Iterable[str]:
    yield _section(tr("Your time, planned and used"))
    if not turns:
        yield _line(tr("You did not lead a round in this session."))
    longest = max((max(step.planned_s, step.used_s or 0) for turn in turns for step in turn.steps), default=1)
    for heading, turn in zip(turn_titles(turns), turns, strict=True):
        part, planned, used_up, also = (
            f'<th scope="col">{_safe(word)}</th>' for word in (tr("Part"), tr("Planned"), tr("Used"), tr("Also"))
        )
        yield f'<table><caption dir="auto">{_safe(heading)}</caption><thead><tr>{part}'
        yield f"{planned}{used_up}<td></td>{also}</tr>"
        yield "</thead><tbody>"
        yield from (_row(step, longest) for step in turn.steps)
        yield "</tbody></table>"
    yield "</section>"


def _row(step: StepTimes, longest: int) -> str:
    planned = step.planned_s * _BAR / longest
    taken = (step.used_s or 0) * _BAR / longest
    return (
        f'<tr><th scope="row" dir="auto">{_safe(step.title)}</th>'
        f"<td>{minutes_and_seconds(step.planned_s)}</td><td>{_safe(used(step))}</td><td>"
        f'<svg class="bar" viewBox="0 0 102 12" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect x="1" y="1" width="{planned:.1f}" height="10" fill="#C9DDF3"/>'
        f'<rect x="1" y="3" width="{taken:.1f}" height="6" fill="#0052B0"/></svg>'
        f"</td><td>{_safe(remarks(step))}</td></tr>"
    )


def _section(heading: str) -> str:
    return f"<section><h2>{_safe(heading)}</h2>"


def _line(words: str) -> str:
    return f"<p>{_safe(words)}</p>"


def _safe(text: str) -> str:
    """Text as HTML that cannot become anything else; signs that HTML forbids are replaced."""
    visible = "".join(c if c in "\n\t" or c.isprintable() or ord(c) > 0x9F else "\ufffd" for c in text)
    return html.escape(visible.encode("utf-8", "replace").decode())

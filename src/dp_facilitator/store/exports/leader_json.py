"""One leader's hand-out as JSON, for other programs: the same as in the HTML file."""

from __future__ import annotations

import json
from typing import Any

from dp_facilitator.model.review import Answer, LeaderReview
from dp_facilitator.store.exports.words import PERSONAL, grouped, title, turn_titles
from dp_facilitator.store.summary import iso
from dp_facilitator.words import tr


def leader_json(review: LeaderReview) -> str:
    """The text of the file. Times in whole seconds; `used_s` is null for a step that was not run."""
    sheet = review.sheet
    tree = {
        "notice": tr(PERSONAL),
        "session": review.session,
        "plan": review.plan_title,
        "date": iso(review.opened),
        "name": review.name,
        "area": sheet.area,
        "aim": sheet.aim,
        "audience": sheet.audience,
        "criteria": sheet.criteria,
        "feedback": [_answer(answer, review.name) for answer in review.feedback],
        "one_change": review.one_change,
        "group": [_answer(answer, review.name) for answer in review.group],
        "own": [_answer(answer, review.name) for answer in review.own],
        "times": [
            {
                "title": heading,
                "steps": [
                    {
                        "title": step.title,
                        "planned_s": step.planned_s,
                        "fitted_s": step.fitted_s,
                        "used_s": step.used_s,
                        "added_s": step.added_s,
                        "paused_s": step.paused_s,
                        "over_s": step.over_s,
                    }
                    for step in turn.steps
                ],
            }
            for heading, turn in zip(turn_titles(review.times), review.times, strict=True)
        ],
    }
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def _answer(answer: Answer, name: str) -> dict[str, Any]:
    return {
        "title": title(answer.title, name),
        "notes": [{"text": text, "from": group.giver or None} for group in grouped(answer) for text in group.texts],
    }

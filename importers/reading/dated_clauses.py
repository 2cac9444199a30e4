"""A sentence of a schedule → its dated clauses, each with who acts in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from importers.reading.actors import Actors, actors_of, acts_alone
from importers.reading.anchors import Anchor, anchors_in, is_date_alone
from importers.reading.outline import cut_outside_brackets, split_outside_brackets

_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
_OPENING_WORDS = re.compile(r"^(?:并且|且|并|其中|同时|另外?)")


@dataclass(frozen=True, slots=True)
class DatedClause:
    """A clause with its date phrases, and who acts in it.

    ``plain`` is false where the sentence does not settle who acts: nobody is named, or
    somebody only further on, or several act.
    """

    text: str
    phrases: tuple[str, ...]
    actors: Actors | None
    plain: bool
    issues: tuple[str, ...] = ()


def dated_clauses(text: str) -> list[DatedClause]:
    """The dated clauses of ``text``, in order; what stands in brackets after its clause."""
    found: list[DatedClause] = []
    for sentence in split_outside_brackets(text, "。;；"):
        found += _of_sentence(sentence)
    return found


def undated_sentences(text: str) -> list[str]:
    """The sentences of ``text`` in which no date says when something is due."""
    sentences = split_outside_brackets(text, "。;；")
    return [sentence for sentence in sentences if not _of_sentence(sentence)]


def _of_sentence(sentence: str) -> list[DatedClause]:
    """The clauses of one sentence: each begins where a part with a date begins."""
    groups: list[list[str]] = []
    dated = False
    for part in cut_outside_brackets(sentence, ",，"):
        has_date = bool(_outside(part))
        if not groups or (has_date and dated):
            groups.append([])
            dated = False
        groups[-1].append(part)
        dated = dated or has_date
    clauses: list[DatedClause] = []
    for parts in groups:
        outer = _clause(parts) if any(_outside(part) for part in parts) else None
        clauses += [outer] if outer else []
        clauses += _bracketed("".join(parts), outer.actors if outer else None)
    return clauses


def _outside(part: str) -> list[Anchor]:
    """The dates of ``part`` that stand outside brackets, or fill a bracket of their own."""
    shut = [m.span() for m in _BRACKETS.finditer(part) if not is_date_alone(m[1])]
    return [a for a in anchors_in(part) if not any(s <= a.start < e for s, e in shut)]


def _clause(parts: Sequence[str]) -> DatedClause:
    """The clause of ``parts``, one of which at least holds a date."""
    at = next(index for index, part in enumerate(parts) if _outside(part))
    anchors = [anchor for part in parts for anchor in _outside(part)]
    actors, plain = _acting(parts, at)
    others = _others(parts[at + 1 :], actors)
    issues = []
    if actors is None:
        issues.append("没有写明由谁负责。")
    if others:
        issues.append(f"后文另有“{'、'.join(others)}”，请核对分工。")
    text = _OPENING_WORDS.sub("", "".join(parts))
    phrases = tuple(anchor.phrase for anchor in anchors)
    return DatedClause(text, phrases, actors, plain and not others, tuple(issues))


def _acting(parts: Sequence[str], at: int) -> tuple[Actors | None, bool]:
    """Who acts, and whether the words right before or after the date say it."""
    anchor = _outside(parts[at])[0]
    before, after = parts[at][: anchor.start], parts[at][anchor.end :]
    if names := acts_alone(before):
        return Actors(names), True
    if actors := actors_of(before) or actors_of(after):
        return actors, True
    for distance, part in enumerate(parts[at + 1 :]):
        if actors := actors_of(part):
            return actors, distance == 0 and not after.strip(" ,，")
    for part in parts[:at]:
        if actors := actors_of(part):
            return actors, False
    return None, False


def _others(parts: Sequence[str], actors: Actors | None) -> list[str]:
    """Bodies that act in later parts and are not among ``actors``."""
    known = {*actors.lead, *actors.coop} if actors else set()
    named = [name for part in parts if (found := actors_of(part)) for name in found.lead]
    return [name for name in dict.fromkeys(named) if name not in known]


def _bracketed(text: str, actors: Actors | None) -> list[DatedClause]:
    """What brackets in ``text`` add with a date of its own; the clause's actors do it."""
    found = []
    for match in _BRACKETS.finditer(text):
        if is_date_alone(match[1]):
            continue
        for inner in dated_clauses(match[1]):
            parts = cut_outside_brackets(inner.text, ",，")
            first = next(index for index, part in enumerate(parts) if anchors_in(part))
            words = _OPENING_WORDS.sub("", "".join(parts[first:]))
            issues = ("写在括号里，责任单位按所在句子理解。",)
            found.append(DatedClause(words, inner.phrases, inner.actors or actors, False, issues))
    return found

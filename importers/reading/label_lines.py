"""The lines of a paper with every label in one form: 牵头单位：甲.

Offices also write 【牵头单位】甲 without a colon, **牵头单位：**甲 in bold, （1）牵头单位：甲 or
—牵头单位：甲 as if labels were items, and the value on the line after its label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from importers.reading.fields.labels import label_of
from importers.reading.fields.persons import person_fitness
from importers.reading.numbering import Style, leading_number
from importers.reading.outline import Line
from importers.reading.party_labels import labelled
from importers.reading.party_lists import are_surely_bodies, is_due
from importers.reading.script import compact, simplify
from importers.reading.trailers import bare_trailer

_LENS = re.compile(
    r"[【\[〔［]\s*([\u3400-\u9fff]{2,10}(?:[（(][\u3400-\u9fff]{1,4}[）)])?)\s*[】\]〕］]\s*[:：]?\s*"
    r"(?=[^\s、，,；;。【】\[\]〔〕])"
)
_GAP = re.compile(r"(?:[ \u00a0]{2,}|[\u3000\t]+)(?=[^\s:：]{2,16}[:：])")
_COLON = re.compile(r"[:：]")
_BULLET = re.compile(r"^[\s—–•·●○◎■□◆◇▪►▶※★☆*>-]+")
_AFTER_SENTENCE = re.compile(r"(?:^|[。；;！!：:])\s*$")
_ALONE = re.compile(r"[【\[〔［（(]?\s*([^:：【】\[\]〔〕［］]{2,12}?)\s*[】\]〕］）)]?\s*[:：]?$")
_OF_BODIES = re.compile(r"(?:单位|部门|主体|机构|\))$")
_SMALL: frozenset[Style] = frozenset(("1.", "（1）", "1）", "①"))
_LONGEST_VALUE = 200
_A_PERSON = 0.8


def with_plain_labels(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with their labels in the plain form, each with its value on its own line."""
    apart = [part for line in lines for part in _apart(line)]
    return list(_with_values([replace(line, text=text) for line, text in _plain(apart)]))


def _apart(line: Line) -> Iterator[Line]:
    """疏浚护城河　时限：6月底 as two lines: words, and the labels that a gap holds apart."""
    gap = next((m for m in _GAP.finditer(line.text) if _is_labels(line.text[m.end() :])), None)
    words = line.text[: gap.start()] if gap else ""
    if gap is None or _COLON.search(words):
        yield line
        return
    yield replace(line, text=words)
    yield replace(line, text=line.text[gap.end() :])


def _plain(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    styles: list[Style] = []
    for line in lines:
        text = _without_lenses(line.text)
        number, rest = leading_number(text)
        goes_under = number and number.style in _SMALL and styles and styles[-1] != number.style
        if goes_under and _is_labels(rest):
            yield line, rest
            continue
        if number is not None:
            styles.append(number.style)
        bare = _BULLET.sub("", text)
        yield line, bare if bare != text and _is_labels(bare) else text


def _without_lenses(text: str) -> str:
    """【牵头单位】甲【配合单位】乙 as 牵头单位：甲；配合单位：乙.

    区绿化局【牵头单位】 says something of the name before it and stays.
    """
    found = [match for match in _LENS.finditer(text) if label_of(f"{match[1]}:")[0]]
    if not found:
        return text
    if not _AFTER_SENTENCE.search(text[: found[0].start()]) and len(found) < 2:
        return text
    parts = [text[: found[0].start()]]
    ends = [*(match.start() for match in found[1:]), len(text)]
    for match, end in zip(found, ends, strict=True):
        joint = "" if _AFTER_SENTENCE.search(parts[-1]) else "；" if len(parts) > 1 else "。"
        parts += [f"{joint}{match[1]}：{text[match.end() : end].rstrip(' ；;，,。')}"]
    return "".join(parts)


def _is_labels(text: str) -> bool:
    """Is ``text`` nothing but labels that say who or by when?"""
    return bare_trailer(text) is not None


def _with_values(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, a label that stands alone put together with its value below."""
    held: Line | None = None
    for line in lines:
        if held is not None and (joined := _joined(held.text, line.text)):
            yield Line(joined, held.location.through(line.location))
            held = None
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _joined(above: str, below: str) -> str | None:
    """``above`` with ``below`` as its value; None where they are no label and its value."""
    match = _ALONE.fullmatch(above)
    if match is None or len(below) > _LONGEST_VALUE or leading_number(below)[0]:
        return None
    label = compact(match[1])
    role = label_of(f"{label}:")[0]
    joined = f"{label}：{below}"
    if role == "schedule":
        fits = is_due(below)
    elif role == "leader":
        fits = person_fitness(below) >= _A_PERSON
    else:
        fits = bool(role and _OF_BODIES.search(simplify(label)) and _names_bodies(joined))
    return joined if fits else None


def _names_bodies(words: str) -> bool:
    parties = labelled(words)
    return parties is not None and are_surely_bodies(parties)

"""What was read of one head in several places, weighed into one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from importers.reading.document import Block
from importers.reading.draft import PlanHead
from importers.reading.heads.organs import in_full, issuers_before_verb
from importers.reading.heads.signatures import Signature
from importers.reading.heads.titles import plan_title, read_period
from importers.reading.issued import DocNumber, Issued, read_doc_number, read_issue_date
from importers.reading.script import compact

NO_ISSUER = "未找到印发机关，请补填。"
NO_DATE = "未找到印发日期，请补填。"
NO_TITLE = "未找到标题，暂用首行，请补填。"
NAMED_BY_FILE = "未找到标题，暂用文件名，请补填。"
FROM_SIGNATURE = "印发机关和日期取自落款，请核对。"


@dataclass(frozen=True)
class Findings:
    """Where each fact of a head may stand: the words of its title, and what lies about.

    ``day`` is the line beside title or number, ``stated`` the front matter's facts;
    ``doubts`` are for the reviewer.
    """

    words: str
    issuers: tuple[str, ...] = ()
    letterhead: tuple[str, ...] = ()
    number: DocNumber | None = None
    day: str | None = None
    stated: Mapping[str, str] = field(default_factory=dict)
    signatures: Sequence[Signature] = ()
    doubts: tuple[str, ...] = ()


def weigh(found: Findings, body: Sequence[Block]) -> PlanHead:
    """The head, with an issue for every repair and every fact that is missing."""
    title, repaired = plan_title(found.words, body)
    number = found.number or read_doc_number(found.stated.get("doc_number", ""))
    issued, undated = _issued(found)
    issuer = _issuer(found)
    repairs = [fact.repair for fact in (number, issued) if fact is not None and fact.repair]
    return PlanHead(
        title=title,
        doc_number=number.value if number else None,
        issued_on=issued.value if issued else None,
        issuer=issuer,
        period=read_period(title),
        issues=(*found.doubts, *repaired, *repairs, *undated, *_about_issuer(found, issuer)),
    )


def _about_issuer(found: Findings, issuer: str | None) -> list[str]:
    """That there is none, or that only a signature outside a letter tells who it is."""
    if issuer is None:
        return [NO_ISSUER]
    named = found.issuers or found.letterhead or found.stated.get("issuer")
    return [] if named or found.signatures[0].in_letter else [FROM_SIGNATURE]


def title_words(stated: str) -> tuple[tuple[str, ...], str]:
    """Organs and words of a title that the front matter states."""
    issuers, words = issuers_before_verb(stated)
    return issuers, words or compact(stated)


def _issued(found: Findings) -> tuple[Issued | None, list[str]]:
    """The day that can be read, beside the title first; else why there is none."""
    signed = [one.day for one in found.signatures if not one.is_imprint]
    beside = [day for day in (found.day, found.stated.get("issued")) if day]
    printed = [*beside, *_agreeing(signed)]
    if not printed and not signed:
        printed = [one.day for one in found.signatures[:1]]
    read = [issued for day in printed if (issued := read_issue_date(day))]
    if not read:
        doubtful = [*printed, *signed]
        return None, [f"印发日期无法确定：{compact(doubtful[0])}" if doubtful else NO_DATE]
    days = dict.fromkeys(issued.value.isoformat() for issued in read)
    return read[0], [f"几处日期不一致：{'、'.join(days)}，请核对。"] if len(days) > 1 else []


def _agreeing(days: Sequence[str]) -> Sequence[str]:
    """``days``, where all that can be read are the same day."""
    read = {issued.value for day in days if (issued := read_issue_date(day))}
    return days if len(read) <= 1 else ()


def _issuer(found: Findings) -> str | None:
    stated = _parts(found.stated.get("issuer", ""))
    signed = found.signatures[0].issuers if found.signatures else ()
    others = (*stated, *found.letterhead, *signed)
    names = found.issuers or found.letterhead or stated or signed
    return "、".join(in_full(name, others) for name in names) or None


def _parts(stated: str) -> tuple[str, ...]:
    """The organs that the front matter states, parted by spaces, commas or 、."""
    return tuple(part for part in stated.replace("，", " ").replace("、", " ").split() if part)

"""Words in a trailer that name nobody: 下同, and 除滨河区外, which takes somebody out."""

from __future__ import annotations

import re

_SAME_BELOW = re.compile(r"[,，;；、。\s]*(?:以下相同|下同)[。.]?$")
_EXCEPT = re.compile(
    r"(?:除|不含|不包括)[^,，;；。()（）〔〕]{2,20}?以?外[,，]?|[(（〔](?:除|不含)[^()（）〔〕]{1,20}[)）〕]"
)
_BRACKETS = "(（〔"

SAME_BELOW = "写有“下同”，其后没有写责任单位的任务请核对。"


def without_asides(content: str) -> tuple[str, tuple[str, ...], str | None]:
    """``content`` without asides, what is to be said of it, and why its names are in doubt.

    Whom 除…外 takes out of a collective cannot be told from the plan alone.
    """
    plain = _SAME_BELOW.sub("", content)
    issues = (SAME_BELOW,) if plain != content else ()
    match = _EXCEPT.search(plain)
    if match is None:
        return plain, issues, None
    doubt = f"“{match[0].strip(',，()（）〔〕')}”不在其内，请核对。"
    if match[0][0] not in _BRACKETS:
        plain = plain[: match.start()] + plain[match.end() :]
    return plain, issues, doubt

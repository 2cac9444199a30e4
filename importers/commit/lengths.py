"""Words that are longer than their column: cut, with a sign that they were."""

from __future__ import annotations


def cut(words: str, most: int) -> str:
    """``words``, or their beginning and … where they are longer than ``most``.

    The whole text stays in the draft of the import row.
    """
    return words if len(words) <= most else f"{words[: most - 1]}…"

"""Refusals: each names the place and the mend."""

from __future__ import annotations


class SourceError(Exception):
    """A file that cannot be read as a plan, with where and what to do about it.

    ``place`` is the file's name, with ``:line`` where a line is to blame.
    """

    def __init__(self, place: str, problem: str, mend: str) -> None:
        super().__init__(f"{place}: {problem}{mend}")
        self.place = place
        self.problem = problem
        self.mend = mend


class SecretError(SourceError):
    """A file that bears a mark of secrecy: it is refused, and nothing of it may be kept."""

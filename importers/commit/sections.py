"""The headings of a plan: found by path, made level by level, dropped when left empty."""

from __future__ import annotations

from collections.abc import Iterable

from importers.commit.lengths import cut
from tasks.models import Plan, Section

Path = tuple[str, ...]


class Sections:
    """The tree of one plan's headings; one query to load, one insert a level to add."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._rows = {row.pk: row for row in Section.objects.filter(plan=plan)}
        self._by_path = {self._path(row): row for row in self._rows.values()}

    def ensure(self, paths: Iterable[Path]) -> None:
        """Make the headings that are missing, in the order of their first appearance."""
        wanted = dict.fromkeys(
            clean[:depth] for clean in map(_clean, paths) for depth in range(1, len(clean) + 1)
        )
        order = {path: position for position, path in enumerate(wanted, len(self._by_path))}
        missing = [path for path in wanted if path not in self._by_path]
        for depth in sorted({len(path) for path in missing}):
            self._make([path for path in missing if len(path) == depth], order)

    def at(self, path: Path) -> Section | None:
        """The heading at the end of ``path``; None for a task under no heading."""
        return self._by_path[clean] if (clean := _clean(path)) else None

    def drop_emptied(self, left: Iterable[int], used: Iterable[int]) -> None:
        """Delete headings that tasks left, and those above, where nothing is under them."""
        keep = {pk for one in used for pk in self._upwards(one)}
        gone = {pk for one in left for pk in self._upwards(one)} - keep
        above = {row.parent_id for pk, row in self._rows.items() if pk not in gone}
        gone = {pk for pk in gone if pk not in above}
        if gone:
            Section.objects.filter(pk__in=gone).delete()

    def _make(self, paths: list[Path], order: dict[Path, int]) -> None:
        made = Section.objects.bulk_create(
            Section(
                plan=self._plan,
                parent=self._by_path.get(path[:-1]),
                title=path[-1],
                order=order[path],
            )
            for path in paths
        )
        self._by_path.update(zip(paths, made, strict=True))
        self._rows.update((row.pk, row) for row in made)

    def _path(self, row: Section) -> Path:
        return tuple(self._rows[pk].title for pk in reversed(self._upwards(row.pk)))

    def _upwards(self, pk: int) -> list[int]:
        """The heading and those above it, nearest first."""
        chain: list[int] = []
        above: int | None = pk
        while above is not None and above not in chain:
            chain.append(above)
            above = self._rows[above].parent_id
        return chain


def _clean(path: Path) -> Path:
    return tuple(cut(title, 300) for title in path if title)

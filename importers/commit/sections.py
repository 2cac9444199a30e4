"""The headings of a plan: found by path, made level by level, dropped when left empty."""

from __future__ import annotations

from collections.abc import Iterable

from importers.bulk import update_columns
from importers.commit.lengths import cut
from tasks.models import Plan, Section

Path = tuple[str, ...]


class Sections:
    """The tree of one plan's headings; one query to load, one insert a level to add."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._rows = {row.pk: row for row in Section.objects.filter(plan=plan)}
        self._by_path = {self.path_of(row.pk): row for row in self._rows.values()}
        self._grew = False

    def ensure(self, paths: Iterable[Path]) -> None:
        """Make the headings that are missing, in the order of their first appearance."""
        wanted = dict.fromkeys(
            whole[:depth] for whole in map(clean, paths) for depth in range(1, len(whole) + 1)
        )
        order = {path: position for position, path in enumerate(wanted, len(self._by_path))}
        missing = [path for path in wanted if path not in self._by_path]
        for depth in sorted({len(path) for path in missing}):
            self._make([path for path in missing if len(path) == depth], order)

    def at(self, path: Path) -> Section | None:
        """The heading at the end of ``path``; None for a task under no heading."""
        return self._by_path[whole] if (whole := clean(path)) else None

    def path_of(self, pk: int | None) -> Path:
        """The titles from the top down to the heading; empty for a task under none."""
        if pk is None:
            return ()
        return tuple(self._rows[one].title for one in reversed(self._upwards(pk)))

    def arrange(self, used: Iterable[int]) -> None:
        """Where headings came, order all as they appear over ``used`` (keys, in printed order)."""
        if not self._grew:
            return
        seen = dict.fromkeys(pk for one in used for pk in reversed(self._upwards(one)))
        moved = [
            row for order, row in enumerate(self._rows[pk] for pk in seen) if row.order != order
        ]
        for order, pk in enumerate(seen):
            self._rows[pk].order = order
        update_columns(moved, ["order"])

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
        self._grew = True

    def _upwards(self, pk: int) -> list[int]:
        """The heading and those above it, nearest first."""
        chain: list[int] = []
        above: int | None = pk
        while above is not None and above not in chain:
            chain.append(above)
            above = self._rows[above].parent_id
        return chain


def clean(path: Path) -> Path:
    """The headings that say something, each no longer than its column."""
    return tuple(cut(title, 300) for title in path if title)

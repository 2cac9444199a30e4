"""Cells in words that people read: what stood, what stands, what the paper says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.translation import gettext as _

from accounts.models import Department, DepartmentGroup, Leader
from importers.commit.cells import ROLES, Cells, targets_of

Keys = dict[int, str]
_PARTIES: Final = frozenset(ROLES)


@dataclass(frozen=True, slots=True)
class Names:
    """Who is meant by the keys of departments, groups and leaders."""

    departments: Keys = field(default_factory=dict)
    groups: Keys = field(default_factory=dict)
    leaders: Keys = field(default_factory=dict)

    @classmethod
    def of(cls, several: Iterable[Mapping[str, Any]]) -> Names:
        """The names that these cells (whole or some) need; three queries."""
        listed = list(several)
        parties = [one for cells in listed for name in _PARTIES for one in cells.get(name, ())]
        leaders = [one for cells in listed for one in cells.get("leaders", ())]
        return cls(
            _names(Department, (one[1] for one in parties)),
            _names(DepartmentGroup, (one[2] for one in parties)),
            _names(Leader, (one[1] for one in leaders)),
        )


def _names(model: Any, keys: Iterable[int | None]) -> Keys:
    wanted = {key for key in keys if key}
    return dict(model._default_manager.filter(pk__in=wanted).values_list("pk", "name"))


def pair(field: str, before: Any, after: Any, names: Names) -> tuple[str, str]:
    """Both in words; parties printed alike are told apart by whom they mean."""
    plainly = words(field, before, names), words(field, after, names)
    if plainly[0] != plainly[1]:
        return plainly
    return words(field, before, names, meant=True), words(field, after, names, meant=True)


def words(field: str, value: Any, names: Names, *, meant: bool = False) -> str:
    """The cell in words, empty where it is; ``meant`` adds whom a printed name means."""
    if field == "order":
        return str(_("第 %d 行") % (value + 1))
    if field == "path":
        return " › ".join(map(str, value))
    if field in _WORDED:
        between = "；" if field in ("schedule", "targets") else "、"
        return between.join(_WORDED[field](one, names, meant) for one in value)
    return str(value)


def _party(one: Sequence[Any], names: Names, meant: bool) -> str:
    printed, department, group = one
    name = names.departments.get(department) or names.groups.get(group) or ""
    return _named(printed, name, meant)


def _leader(one: Sequence[Any], names: Names, meant: bool) -> str:
    return _named(one[0], names.leaders.get(one[1], ""), meant)


def _named(printed: str, name: str, meant: bool) -> str:
    if not meant or not printed:
        return str(printed or name)
    whom = _("即%s") % name if name else _("未对应")
    return f"{printed}（{whom}）"


def _milestone(one: Sequence[Any], _names: Names, _meant: bool) -> str:
    label, raw, _kind, start, due, _precision, _rule = one
    said = f"{label} {raw}".strip()
    days = "–".join(dict.fromkeys(day for day in (start, due) if day))
    return f"{said}（{days}）" if said and days else said or days


def _target(one: Sequence[Any], _names: Names, _meant: bool) -> str:
    return str(targets_of({"targets": [one]})[0])


_WORDED: Final[dict[str, Callable[[Sequence[Any], Names, bool], str]]] = {
    **dict.fromkeys(_PARTIES, _party),
    "leaders": _leader,
    "schedule": _milestone,
    "targets": _target,
}


def printed_cells(draft: Mapping[str, Any]) -> Cells:
    """The cells of a new task that are shown: as printed, whoever is meant."""
    return {
        "path": draft["path"],
        "lead": [[name, None, None] for name in draft["lead"]],
        "coop": [[name, None, None] for name in draft["coop"]],
        "leaders": [[name, None] for name in draft["leaders"]],
        "schedule": [
            [one["label"], one["raw"], one["kind"], one["start"], one["due"], one["precision"], ""]
            for one in draft["schedule"]
        ],
    }

"""Tables of every make, written by chance: the printed truth, and the text it becomes.

An office may print a table in many ways: with serials or without, headings in a column or
across the page, departments on lines, with commas or each a paragraph of its own, empty
cells marked or not, equal cells merged. ``table(seed)`` picks one of them and tells what
the printed page says.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

_OBJECTS = (
    "黑臭河道", "口袋公园", "老旧小区", "供水管网", "慢行步道", "社区食堂", "托育园点",
    "智能工厂", "特色商街", "农贸市场", "公共车位", "充电设施", "数据平台", "信用体系",
    "人才公寓", "科普场馆", "森林防火", "防汛泵站",
)  # fmt: skip
_DEEDS = (
    "完成{0}年度建设任务，同步完善管理养护机制。",
    "组织开展{0}专项排查，对发现的问题限期整改。",
    "编制{0}三年行动计划并分解到各责任单位落实。",
    "推进{0}提质扩面，力争群众满意度比上年提高。",
    "建立{0}联席会议制度，定期通报工作进展情况。",
)
_ORGANS = (
    "区发改委", "区财政局", "区水务局", "区住建委", "区生态环境局", "区绿化市容局",
    "区民政局", "区教育局", "区卫生健康委", "区科委", "区商务委", "区人社局",
    "区文化旅游局", "公安临溪分局", "区城管执法局", "临溪城投集团",
)  # fmt: skip
_COLLECTIVES = ("各街道", "各镇", "区各有关部门")
_HEADINGS = ("改善城乡环境", "推动产业升级", "保障改善民生", "提升治理效能", "筑牢安全底线")
_LEADERS = ("顾明澜", "陆一舟", "江若水", "程守拙")
_DATES = ("2026年6月底前", "2026年底前", "2026年第三季度", "2026年10月", "持续推进")
_TITLES = {
    "path": ("重点工作", "工作类别", "专项名称"),
    "text": ("任务分解", "主要任务", "工作内容", "具体举措"),
    "leader": ("分管领导", "责任领导"),
    "lead": ("责任部门", "牵头单位", "牵头部门"),
    "coop": ("配合部门", "协同单位", "配合单位"),
    "schedule": ("完成时限", "时间节点"),
}
_STYLES = ("lines", "commas", "spaces", "paragraphs", "paragraphs with commas")


@dataclass(frozen=True, slots=True)
class Printed:
    """A row as a reader of the printed page sees it."""

    heading: str
    text: str
    leader: str
    lead: tuple[str, ...]
    coop: tuple[str, ...]
    schedule: str


@dataclass(frozen=True, slots=True)
class Make:
    """How a table is printed."""

    columns: tuple[str, ...]
    titles: tuple[str, ...]
    has_serials: bool
    headings_across: bool
    style: str
    marks_empty: bool
    merges: float


@dataclass(frozen=True, slots=True)
class Generated:
    """A table's make, its rows, and the paragraphs that it becomes, title and header first."""

    make: Make
    rows: tuple[Printed, ...]
    paragraphs: tuple[str, ...]


def table(seed: int) -> Generated:
    """The table of this seed; the same seed gives the same table."""
    chance = random.Random(seed)
    rows = tuple(_rows(chance))
    make = _make(chance)
    if "coop" not in make.columns:
        rows = tuple(_without_support(row) for row in rows)
    body = _paragraphs(chance, make, rows)
    return Generated(make, rows, ("临溪区重点任务分工表", *make.titles, *body))


def _rows(chance: random.Random) -> Iterator[Printed]:
    deeds = [deed.format(thing) for deed in _DEEDS for thing in _OBJECTS]
    texts = iter(chance.sample(deeds, len(deeds)))
    for heading, leader in zip(_HEADINGS, _LEADERS * 2, strict=False):
        shared: tuple[tuple[str, ...], tuple[str, ...]] | None = None
        for _ in range(chance.randint(2, 9)):
            names = chance.sample(_ORGANS, 6)
            leads, helpers = chance.choice((1, 1, 1, 2, 3)), chance.choice((0, 1, 1, 2, 3))
            coop = names[leads : leads + helpers]
            if helpers == 1 and chance.random() < 0.3:
                coop = [chance.choice(_COLLECTIVES)]
            if shared is None or chance.random() < 0.6:
                shared = tuple(names[:leads]), tuple(coop)
            yield Printed(heading, next(texts), leader, *shared, chance.choice(_DATES))


def _make(chance: random.Random) -> Make:
    columns = ["path", "text", "lead"]
    if chance.random() < 0.75:
        columns.append("coop")
    if chance.random() < 0.5:
        columns.append("schedule")
    if chance.random() < 0.4:
        columns.insert(2, "leader")
    if chance.random() < 0.4:
        chance.shuffle(columns)
    serials, across = chance.random() < 0.7, chance.random() < 0.4
    titles = [chance.choice(_TITLES[c]) for c in columns if not (c == "path" and across)]
    return Make(
        columns=tuple(columns),
        titles=(*(("序号",) if serials else ()), *titles),
        has_serials=serials,
        headings_across=across,
        style=chance.choice(_STYLES),
        marks_empty=chance.random() < 0.5,
        merges=chance.choice((0.0, 0.5, 0.9)),
    )


def _without_support(row: Printed) -> Printed:
    return Printed(row.heading, row.text, row.leader, row.lead, (), row.schedule)


def _paragraphs(chance: random.Random, make: Make, rows: tuple[Printed, ...]) -> Iterator[str]:
    before: Printed | None = None
    for number, row in enumerate(rows, 1):
        new_heading = before is None or before.heading != row.heading
        same = before is not None and (before.lead, before.coop) == (row.lead, row.coop)
        merged = same and not new_heading and chance.random() < make.merges
        if make.headings_across and new_heading:
            yield row.heading
        if make.has_serials:
            yield str(number)
        for column in make.columns:
            yield from _cell(make, row, column, new_heading=new_heading, merged=merged)
        before = row


def _cell(
    make: Make, row: Printed, column: str, *, new_heading: bool, merged: bool
) -> Iterator[str]:
    """The paragraphs that one cell leaves; none where it is merged into the one above."""
    if column in ("lead", "coop"):
        if not merged:
            yield from _names(make, row.lead if column == "lead" else row.coop)
    elif column == "path":
        if new_heading and not make.headings_across:
            yield row.heading
    elif column == "leader":
        if new_heading:
            yield row.leader
    else:
        yield row.text if column == "text" else row.schedule


def _names(make: Make, names: tuple[str, ...]) -> Iterator[str]:
    if not names:
        if make.marks_empty:
            yield "\u00a0"
    elif make.style == "paragraphs":
        yield from names
    elif make.style == "paragraphs with commas":
        yield from (f"{name}、" for name in names[:-1])
        yield names[-1]
    else:
        yield {"lines": "\n", "commas": "、", "spaces": "\u00a0\u00a0\u00a0 "}[make.style].join(
            names
        )

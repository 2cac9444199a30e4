"""The sample's responsibility table as it is printed: a grid with merged cells.

`flatten` loses what a dump of a web page loses (the grid, and every merged cell but
its first), in any order of columns, under any headings, with any rows left out;
`truth` says what a reader of the printed page would know all the same.
"""

# ruff: noqa: E501 (one printed row a line)

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Json = dict[str, Any]
Column = Literal["serial", "path", "text", "leader", "lead", "coop", "schedule"]

COLUMNS: tuple[Column, ...] = ("serial", "path", "text", "leader", "lead", "coop", "schedule")
TITLES: Mapping[Column, str] = {
    "serial": "序号",
    "path": "工作类别",
    "text": "工作内容",
    "leader": "分管领导",
    "lead": "牵头单位",
    "coop": "配合单位",
    "schedule": "完成时限",
}
NBSP = "\N{NO-BREAK SPACE}"

ABOVE = None
"""The cell is the lower part of the one above it, and leaves no trace."""
EMPTY = ""
"""The cell is printed empty, and leaves a no-break space."""
LOST = "\N{REPLACEMENT CHARACTER}"
"""The cell is printed empty and leaves no trace: nobody can tell it from ABOVE."""

PAGE_ENDS_AFTER = 15


@dataclass(frozen=True, slots=True)
class Row:
    """One printed row; a line feed in a cell is a paragraph of its own in the dump."""

    no: str
    path: str
    text: str
    leader: str | None
    lead: str | None
    coop: str | None
    schedule: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the dump, and the row that it belongs to (None for a heading cell)."""

    text: str
    row: str | None


A, B, C = "优化营商环境", "推动产业升级", "改善城乡环境"
D, E, F = "保障改善民生", "提升治理效能", "筑牢安全底线"

ROWS: tuple[Row, ...] = (
    Row("1", A, "开设企业开办一窗受理专区,推行全程网上办理。", "顾明澜", "区数据局", "区市场监管局、区税务局", "3月底前"),
    Row("2", A, "编制惠企政策清单并主动推送,兑现平台上线运行。", ABOVE, "区发改委", "区财政局、区经信委", "2026年6月底前"),
    Row("3", A, "建立重点企业服务专员制度。", ABOVE, ABOVE, ABOVE, "2026年4月底前完成"),
    Row("4", A, "压减工程建设项目审批时限,推行联合验收。", ABOVE, "区住建委", EMPTY, "9月底前"),
    Row("5", A, "公布各镇街营商环境评价结果。", ABOVE, "区发改委", "区统计局", "每季度"),
    Row("6", B, "建成智能装备产业园一期厂房3万平方米。", "顾明澜、陆一舟", "区经信委", "区自然资源局、区住建委", "2026年12月底前"),
    Row("7", B, "培育专精特新企业12家。", ABOVE, ABOVE, ABOVE, "2026年11月底前"),
    Row("8", B, "实施规模以上工业企业数字化诊断。", ABOVE, "区经信委、区数据局", EMPTY, "2026年第三季度起实施,2027年完成"),
    Row("9", B, "举办临溪竹编文化节,带动乡村消费。", ABOVE, "区文旅局", "区商务局、青石镇", "2026年10月底前"),
    Row("10", B, "完成老商场改造方案论证。", ABOVE, "区商务局", LOST, "2026年11月25日前"),
    Row("11", C, "整治柳浦河等5条河道,消除劣五类水体。", "陆一舟", "区水务局", "区生态环境局、柳浦镇、青石镇", "2026年8月底前"),
    Row("12", C, "更新改造供水管网20公里。", ABOVE, ABOVE, ABOVE, "2026年12月底前"),
    Row("13", C, "新建口袋公园6个。", ABOVE, "区城管局", "各镇街", "2026年9月底前"),
    Row("14", C, "推进生活垃圾分类收运体系建设。", ABOVE, "区城管局", "各镇街", "长期坚持"),
    Row("15", C, "开展扬尘污染专项治理。", ABOVE, "区生态环境局", "区住建委、区城管局、\n区交通局", "2026年11月底前"),
    Row("16", D, "新增普惠托育托位300个。", "江若水", "区卫健委", "区教育局、区民政局", "2026年11月底前"),
    Row("17", D, "改造社区长者食堂8处。", ABOVE, "区民政局", "各镇街", "2026年10月底前"),
    Row("18", D, "实施500户家庭适老化改造。", ABOVE, ABOVE, ABOVE, "2026年12月10日前"),
    Row("19", D, "建成柳浦小学新校区并投入使用。", ABOVE, "区教育局", "区发改委、区财政局、\n区自然资源局", "2026年8月底前"),
    Row("20", D, "开展高校毕业生就业帮扶行动。", ABOVE, "区人社局", "区教育局", "2026年7月起实施,2026年12月底前完成"),
    Row("21", E, "完善城市运行事件联动处置机制。", "程守拙", "区城管局、区应急局", "各镇街", "20266月底前"),
    Row("22", E, "完成老旧电梯安全评估120台。", ABOVE, "区市场监管局", LOST, "2026年9月底前"),
    Row("23", E, "建设区级公共数据目录,归集率达到90%以上。", ABOVE, "区数据局", "区各有关部门", "2026年12月底前"),
    Row("24", E, "开展行政执法案卷评查。", ABOVE, "区司法局", EMPTY, "2027年3月底前"),
    Row("25", E, "健全重大决策听证制度。", ABOVE, "区司法局", "区府办", "2027年6月底前"),
    Row("26", F, "开展燃气用户入户安检全覆盖。", "程守拙", "区住建委", "区应急局、区市场监管局、各镇街", "2026年11月30日前"),
    Row("27", F, "更新森林防火瞭望设施。", ABOVE, "区应急局", "区农业农村局", "2026年5月底前"),
    Row("28", F, "组织防汛应急演练。", ABOVE, ABOVE, ABOVE, "2026年5月15日前"),
    Row("29", F, "完善医疗应急物资储备。", ABOVE, "区卫健委(中医药办)", "区财政局", "2027年1月起实施"),
    Row("30", F, "落实安全生产网格化巡查。", ABOVE, "区应急局", "各镇街", "每月"),
)  # fmt: skip

Times = list[tuple[str, str | None, str | None, str | None]]

SCHEDULES: Mapping[str, Times] = {
    "3月底前": [("complete", None, "2026-03-31", None)],
    "2026年6月底前": [("complete", None, "2026-06-30", None)],
    "2026年4月底前完成": [("complete", None, "2026-04-30", None)],
    "9月底前": [("complete", None, "2026-09-30", None)],
    "每季度": [("recurring", None, None, "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1")],
    "2026年12月底前": [("complete", None, "2026-12-31", None)],
    "2026年11月底前": [("complete", None, "2026-11-30", None)],
    "2026年第三季度起实施,2027年完成": [
        ("start", "2026-07-01", None, None),
        ("complete", None, "2027-12-31", None),
    ],
    "2026年10月底前": [("complete", None, "2026-10-31", None)],
    "2026年11月25日前": [("complete", None, "2026-11-25", None)],
    "2026年8月底前": [("complete", None, "2026-08-31", None)],
    "2026年9月底前": [("complete", None, "2026-09-30", None)],
    "长期坚持": [("ongoing", None, None, None)],
    "2026年12月10日前": [("complete", None, "2026-12-10", None)],
    "2026年7月起实施,2026年12月底前完成": [
        ("start", "2026-07-01", None, None),
        ("complete", None, "2026-12-31", None),
    ],
    "20266月底前": [("complete", None, "2026-06-30", None)],
    "2027年3月底前": [("complete", None, "2027-03-31", None)],
    "2027年6月底前": [("complete", None, "2027-06-30", None)],
    "2026年11月30日前": [("complete", None, "2026-11-30", None)],
    "2026年5月底前": [("complete", None, "2026-05-31", None)],
    "2026年5月15日前": [("complete", None, "2026-05-15", None)],
    "2027年1月起实施": [("start", "2027-01-01", None, None)],
    "每月": [("recurring", None, None, "FREQ=MONTHLY;BYMONTHDAY=-1")],
}
"""What each phrase means: kind, first day, last day, recurrence (RFC 5545)."""


def flatten(
    columns: Sequence[Column] = COLUMNS,
    titles: Mapping[Column, str] = TITLES,
    without: Sequence[str] = (),
    page_ends_after: int | None = PAGE_ENDS_AFTER,
) -> list[Paragraph]:
    """The dump of the table: its paragraphs in order, header first.

    ``without`` are the numbers of rows to leave out; a merged cell that began in one of
    them begins in the next row that is left. The header stands again after the row
    ``page_ends_after``, and so do the cells that go on over the page's end.
    """
    header = [Paragraph(titles[column], None) for column in columns]
    found = list(header)
    above: dict[Column, int] = {}
    for index, row in enumerate(ROWS):
        if row.no in without:
            continue
        if page_ends_after is not None and above and _turns(index, page_ends_after, without):
            found += header
            above = {}
        for column in columns:
            found += _cell(index, column, above)
    return found


def _turns(index: int, last: int, without: Sequence[str]) -> bool:
    """Is this the first row left after row number ``last``?"""
    return index == next((i for i in range(last, len(ROWS)) if ROWS[i].no not in without), None)


def _cell(index: int, column: Column, above: dict[Column, int]) -> Iterator[Paragraph]:
    """What a cell leaves in the dump: nothing where it belongs to the cell above."""
    first = _first_row(index, column)
    if above.get(column) == first:
        return
    above[column] = first
    value = _value(ROWS[first], column)
    if value != LOST:
        for line in (value or NBSP).split("\n"):
            yield Paragraph(line, ROWS[index].no)


def _first_row(index: int, column: Column) -> int:
    """The row in which the cell that covers ``index`` begins."""
    if column == "path":
        return next(i for i, row in enumerate(ROWS) if row.path == ROWS[index].path)
    while _value(ROWS[index], column) is ABOVE:
        index -= 1
    return index


def _value(row: Row, column: Column) -> str | None:
    return row.no if column == "serial" else getattr(row, column)


def text(paragraphs: Sequence[Paragraph]) -> str:
    """The paragraphs as a plain text file has them: apart by empty lines."""
    return "\n\n".join(paragraph.text for paragraph in paragraphs) + "\n"


def truth(columns: Sequence[Column] = COLUMNS, without: Sequence[str] = ()) -> list[Json]:
    """The tasks of the printed table, in the shape of the schema (without places).

    ``certain`` is what a careful reader of the dump can decide.
    """
    return [_task(i, columns) for i, row in enumerate(ROWS) if row.no not in without]


def _task(index: int, columns: Sequence[Column]) -> Json:
    def names(column: Column) -> list[str]:
        value = _value(ROWS[_first_row(index, column)], column) if column in columns else ""
        return [name for name in re.split(r"[、\n]+", value or "") if name not in ("", LOST)]

    row = ROWS[index]
    return {
        "no": row.no if "serial" in columns else None,
        "path": [row.path] if "path" in columns else [],
        "text": row.text,
        "leaders": names("leader"),
        "lead": names("lead"),
        "coop": names("coop"),
        "schedule": _schedule(row.schedule) if "schedule" in columns else [],
        "targets": [],
        "certain": dict.fromkeys(("text", "leaders", "lead", "schedule"), True)
        | {"coop": row.coop != LOST},
    }


def _schedule(raw: str) -> list[Json]:
    parts = raw.split(",")
    return [
        {"raw": part, "kind": kind, "start": start, "due": due, "rrule": rrule}
        for part, (kind, start, due, rrule) in zip(parts, SCHEDULES[raw], strict=True)
    ]

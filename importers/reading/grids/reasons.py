"""Why a field of a grid's row is flagged, and what of a grid is left out, in words."""

from __future__ import annotations

from typing import Final

BLANK_LEAD: Final = "牵头栏是空格，按与上一行相同读，请核对"
BLANK_SUPPORT: Final = "牵头、配合两栏都是空格，按与上一行相同读；配合也可能为空"
PART_BLANK: Final = "同类的几栏中有一栏是空格，可能与上一行合并"
LEAD_CROSSES: Final = "牵头栏是空格，按标题以上的行读，请核对"
NO_LEAD: Final = "牵头栏是空格"
ONE_CELL: Final = "“{titles}”两栏合为一格，职责不明"
TWO_LEADS: Final = "“{titles}”都是责任单位，没有写明谁牵头，按第一栏牵头读"
LEADERS_ARE_UNITS: Final = "“{title}”栏写的是单位，按单位读"
CONTINUED: Final = "本行从上一页接续，请核对是否同一行"
JOINED: Final = "同一任务占几行，各行的单位合在一起读"
REST: Final = "任务栏是空格的一行并入本行，请核对"
FROM_HEADING: Final = "任务栏是空格，取“{title}”栏的文字为任务"
ITEMS_AND_LINES: Final = "任务分{count}项，单位也有{count}行，可能逐项对应，请核对"
WHOLE_FOR_EACH: Final = "任务按编号分为{count}项，本栏没有编号，各项都取全格"
TOTAL: Final = "第 {row} 行“{words}”是合计，未列为任务。"
NO_TASK: Final = "第 {row} 行“{words}”没有任务内容，未列为任务。"

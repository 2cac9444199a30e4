"""Why a field is flagged, in words for the reviewer."""

from __future__ import annotations

from typing import Final

CROSSES: Final = "责任单位承自上一标题或上一页的行，请核对是否同一合并格"
EMPTY_LEAD: Final = "牵头栏印为空格"
SUPPORT_OR_MERGED: Final = "配合栏没有印出：可能为空，也可能与上一行合并{above}"
LEAD_OR_SUPPORT: Final = "本行只印出一格单位，相邻的行没有单位：它可能是牵头，也可能是配合"
NO_BORDER: Final = "单位逐个分行印出，牵头与配合的分界不明"
BOTH_MERGED: Final = "牵头和配合都没有印出，按与上一行合并读；配合也可能为空"
TEXT_BETWEEN: Final = "牵头栏与配合栏之间隔着任务栏，合并格的归属不明"
LEADER_MERGED: Final = "分管领导没有印出，请核对是否与上文合并"
SCHEDULE_MERGED: Final = "时限没有印出，按与上一行合并读"
SCHEDULE_MISSING: Final = "时限没有印出"
JOINED_TEXT: Final = "任务由几段文字合成，请核对是否为几项任务"
LEAD_MISSING: Final = "没有读到责任单位"
NO_TEXT: Final = "本行没有读到任务内容，请核对原文"
AFTER_TABLE: Final = "本行没有序号和单位，可能是表后的说明文字"
UNKNOWN_ROLE: Final = "“{title}”栏也是单位，职责不明"
NO_LEAD_COLUMN: Final = "表头没有牵头或责任一栏"
RARE_SINGLE: Final = "多数行印有牵头、配合两格，本行只有一格：它可能是牵头，也可能是配合"
SEVERAL_YEARS: Final = "方案跨多年，时限没有写年份，请核对"
NO_MARK: Final = "各格连写，本格与相邻格的分界不明，请核对"
GLUED_UNITS: Final = "牵头与配合连写，按一格一分读，请核对"
NO_HEADER: Final = "没有表头，行末的单位按责任单位读"
NO_ROW: Final = "本行没有分出各格，请核对原文"
LEFT_OUT: Final = "第 {line} 行“{words}”不成一行任务，未列入。"

"""Every way to write a time, as a table: phrase → kind, start, due (plan year 2018)."""

from __future__ import annotations

import datetime as dt

import pytest

from importers.reading.fields.dates import read_schedule

PLAN_YEAR = 2018

# phrase | kind | start | due, with - for none; all of these are certain.
SURE = r"""
2016年10月完成|complete|-|2016-10-31
2016年10月底前完成|complete|-|2016-10-31
2016年10月|complete|-|2016-10-31
2016年10月底|complete|-|2016-10-31
2016年10月末|complete|-|2016-10-31
2016年2月|complete|-|2016-02-29
2017年2月底前|complete|-|2017-02-28
201610月完成|complete|-|2016-10-31
20161月完成|complete|-|2016-01-31
20169月底前|complete|-|2016-09-30
2016年6月15日前|complete|-|2016-06-15
2016年6月15日|complete|-|2016-06-15
2024 年 6 月 30 日|complete|-|2024-06-30
２０２４年６月３０日|complete|-|2024-06-30
二〇二四年六月三十日|complete|-|2024-06-30
二○二四年十二月廿五日前|complete|-|2024-12-25
2024.6.30|complete|-|2024-06-30
2024-06-30前|complete|-|2024-06-30
2024/6/30|complete|-|2024-06-30
2024.6|complete|-|2024-06-30
2018年616日|complete|-|2018-06-16
2018616日前|complete|-|2018-06-16
615日前|complete|-|2018-06-15
75日前|complete|-|2018-07-05
710日前|complete|-|2018-07-10
820日前|complete|-|2018-08-20
1231日前|complete|-|2018-12-31
6月15日前|complete|-|2018-06-15
3月5号前|complete|-|2018-03-05
6月15日之前完成|complete|-|2018-06-15
6月底|complete|-|2018-06-30
8月底前|complete|-|2018-08-31
拟于8月底前|complete|-|2018-08-31
力争9月底前完成|complete|-|2018-09-30
9月底前|complete|-|2018-09-30
十二月底前|complete|-|2018-12-31
11月份完成|complete|-|2018-11-30
6月上旬|complete|-|2018-06-10
6月中旬|complete|-|2018-06-20
2018年6月下旬|complete|-|2018-06-30
2016年底|complete|-|2016-12-31
2016年年底|complete|-|2016-12-31
2016年末|complete|-|2016-12-31
2016底前完成|complete|-|2016-12-31
2017年底前\n完成|complete|-|2017-12-31
2017年內完成|complete|-|2017-12-31
年底前|complete|-|2018-12-31
年底前完成|complete|-|2018-12-31
年内完成|complete|-|2018-12-31
年末|complete|-|2018-12-31
截至年底|complete|-|2018-12-31
2020年完成|complete|-|2020-12-31
2020完成|complete|-|2020-12-31
2020年基本完成|complete|-|2020-12-31
2020年|complete|-|2020-12-31
到2020年|complete|-|2020-12-31
2020年度|complete|-|2020-12-31
2020年全面完成|complete|-|2020-12-31
今年底前|complete|-|2018-12-31
明年底前|complete|-|2019-12-31
明年6月底前|complete|-|2019-06-30
明年一季度|complete|-|2019-03-31
本年度完成|complete|-|2018-12-31
第三季度|complete|-|2018-09-30
三季度末|complete|-|2018-09-30
2018年第四季度完成|complete|-|2018-12-31
2018年4季度|complete|-|2018-12-31
二季度底前|complete|-|2018-06-30
Q3|complete|-|2018-09-30
2025年6月30日24时前|complete|-|2025-06-30
上半年|complete|-|2018-06-30
下半年|complete|-|2018-12-31
2019年上半年完成|complete|-|2019-06-30
上半年底前|complete|-|2018-06-30
“十三五”末|complete|-|2020-12-31
十四五末|complete|-|2025-12-31
“十四五”期末完成|complete|-|2025-12-31
6.30前|complete|-|2018-06-30
6.30日前|complete|-|2018-06-30
6/30前完成|complete|-|2018-06-30
2024.6.30|complete|-|2024-06-30
2024-06-30前|complete|-|2024-06-30
2024/6/30|complete|-|2024-06-30
20240630|complete|-|2024-06-30
2024.06|complete|-|2024-06-30
持續辦理|ongoing|-|-
持续整改|ongoing|-|-
2016年底\n组建区管委会|complete|-|2016-12-31
2016年12月底前建成并投入使用|complete|-|2016-12-31
方案制定:3月底前|complete|-|2018-03-31
完成时限：2018年6月底前|complete|-|2018-06-30
2016年底前启动|complete|-|2016-12-31
2016年底启动|complete|-|2016-12-31
2017年起实施|start|2017-01-01|-
2017年起\n实施|start|2017-01-01|-
2017年起|start|2017-01-01|-
自2017年起|start|2017-01-01|-
2016年第三季度起实施|start|2016-07-01|-
2016年第三季度起實施|start|2016-07-01|-
2016年第四季度起實施|start|2016-10-01|-
2016年启动|start|2016-01-01|-
2016年启动实施|start|2016-01-01|-
2016年啟動實施|start|2016-01-01|-
2016\n啟動實施|start|2016-01-01|-
2016年1月1日起施行|start|2016-01-01|-
从2016年1月开始|start|2016-01-01|-
2016年9月起逐步推广|start|2016-09-01|-
下半年启动|start|2018-07-01|-
2016年开始试点|start|2016-01-01|-
4-6月|span|2018-04-01|2018-06-30
4—6月|span|2018-04-01|2018-06-30
4月至6月|span|2018-04-01|2018-06-30
四至六月|span|2018-04-01|2018-06-30
2024年6-9月|span|2024-06-01|2024-09-30
2024年6月至9月|span|2024-06-01|2024-09-30
2024年6月-2025年3月|span|2024-06-01|2025-03-31
2024年6月1日至6月15日|span|2024-06-01|2024-06-15
6月1-15日|span|2018-06-01|2018-06-15
4-6月完成评估|span|2018-04-01|2018-06-30
4-6月完成|complete|2018-04-01|2018-06-30
即日起至2024年12月31日|span|-|2024-12-31
6月—9月集中整治|span|2018-06-01|2018-09-30
贯穿全年|span|2018-01-01|2018-12-31
2025.6-2025.12|span|2025-06-01|2025-12-31
2017年6月至年底|span|2017-06-01|2017-12-31
全年|span|2018-01-01|2018-12-31
2019年全年|span|2019-01-01|2019-12-31
“十三五”期间|span|2016-01-01|2020-12-31
「十三五」期間|span|2016-01-01|2020-12-31
十四五时期|span|2021-01-01|2025-12-31
2014-2016年|span|2014-01-01|2016-12-31
2016-2020年|span|2016-01-01|2020-12-31
2016年至2020年|span|2016-01-01|2020-12-31
20162020年|span|2016-01-01|2020-12-31
自2016年起至2020年|span|2016-01-01|2020-12-31
2016年至2020年持续推进|span|2016-01-01|2020-12-31
2018年持续推进|span|2018-01-01|2018-12-31
一至三季度|span|2018-01-01|2018-09-30
1-2季度|span|2018-01-01|2018-06-30
长期坚持|ongoing|-|-
長期堅持|ongoing|-|-
长期|ongoing|-|-
持续推进|ongoing|-|-
常态化推进|ongoing|-|-
长期坚持，持续推进|ongoing|-|-
常态长效|ongoing|-|-
常年开展|ongoing|-|-
每季度|recurring|-|-
每月25日前|recurring|-|-
每年|recurring|-|-
2016年起每年6月、12月底前报送|recurring|2016-01-01|-
"""


def _rows(table: str) -> list[list[str]]:
    return [line.replace("\\n", "\n").split("|") for line in table.strip().splitlines()]


def _date(text: str) -> dt.date | None:
    return None if text == "-" else dt.date.fromisoformat(text)


@pytest.mark.parametrize(("phrase", "kind", "start", "due"), _rows(SURE))
def test_a_plain_phrase_is_one_certain_milestone(
    phrase: str, kind: str, start: str, due: str
) -> None:
    (milestone,) = read_schedule(phrase, PLAN_YEAR)
    read = (milestone.kind, milestone.start, milestone.due)
    assert read == (kind, _date(start), _date(due))
    assert milestone.certain, milestone.issues


# phrase | due or - | a word of the issue
DOUBTFUL = r"""
4月初|2018-04-10|月初
6月中|2018-06-20|月中
年初|2018-03-31|年初
2019年中|2019-06-30|年中
2020年前|2019-12-31|前
2017年6月前|2017-05-31|前
第三季度前|2018-06-30|前
2017年实施|2017-12-31|起始还是完成
2016年底起|-|起始日不明
25日前|-|缺月份
15日|-|缺月份
111日前|-|读法不唯一
112日|-|读法不唯一
999日前|-|不是日期
2月30日|-|不存在
10-3月|-|不合理
2020年至2016年|-|不合理
2020年6月至2016年3月|-|早于
春节前|-|每年不同
即日起|-|起始日不明
立即|-|没有写明日期
尽快完成|-|没有写明日期
按时间节点推进|-|没有写明日期
按照市级部署推进|-|没有写明日期
已完成|-|不是期限
待定|-|没有写明日期
30日内|-|相对期限
10个工作日内完成|-|相对期限
三年内|-|相对期限
加强组织领导|-|没有读出时间
区科委|-|没有读出时间
16年底前|2016-12-31|按2016年理解
24年6月|2024-06-30|按2024年理解
24.6.30前|2024-06-30|按2024年理解
107年6月|2018-06-30|按2018年理解
民國107年6月底前|2018-06-30|按2018年理解
113年底|2024-12-31|按2024年理解
民国113年|2024-12-31|按2024年理解
次年3月|2019-03-31|按2019年理解
6.30|2018-06-30|按6月30日理解
国庆节前|2018-09-30|按2018年9月30日
2019年国庆前|2019-09-30|按2019年9月30日
元旦前完成|2018-12-31|按2018年12月31日
2019年元旦前|2018-12-31|按2018年12月31日
五一前|2018-04-30|按2018年4月30日
立行立改|-|没有写明日期
即知即改|-|没有写明日期
5个工作日|-|相对期限
15日内|-|相对期限
收到通知后5个工作日内|-|相对期限
30天|-|相对期限
2个月|-|相对期限
13.5|-|没有读出时间
6.31前|-|不存在
2016年13月|-|没有读出时间
持续推进改革,基本建立制度|-|没有读出时间
若干事项2016年|2016-12-31|未能理解
2016年的有关情况|2016-12-31|未能理解
“十三五”中期|-|没有确定
"""


@pytest.mark.parametrize(("phrase", "due", "word"), _rows(DOUBTFUL))
def test_a_phrase_that_does_not_decide_is_marked_and_says_why(
    phrase: str, due: str, word: str
) -> None:
    (milestone,) = read_schedule(phrase, PLAN_YEAR)
    assert not milestone.certain
    assert milestone.due == _date(due)
    assert word in "".join(milestone.issues)


@pytest.mark.parametrize(
    "phrase", ["6月底前", "年底前", "第三季度", "上半年", "全年", "明年一季度", "615日前", "五一前"]
)
def test_without_any_year_there_is_no_date(phrase: str) -> None:
    (milestone,) = read_schedule(phrase)
    assert (milestone.start, milestone.due, milestone.certain) == (None, None, False)
    assert "未写明年份" in milestone.issues


@pytest.mark.parametrize(
    ("phrase", "repair"),
    [
        ("201610月完成", "补“年”：201610月→2016年10月"),
        ("615日前", "补“月”：615日→6月15日"),
        ("2018616日", "补“月”：616日→6月16日"),
        ("2016启动实施", "补“年”：2016→2016年"),
        ("2016底", "补“年”：2016底→2016年底"),
        ("20162020年", "补“-”：20162020年→2016-2020年"),
    ],
)
def test_a_repair_with_one_reading_is_made_and_told(phrase: str, repair: str) -> None:
    (milestone,) = read_schedule(phrase, PLAN_YEAR)
    assert milestone.issues == (repair,)
    assert milestone.certain

"""How much a text looks like a cell of deadlines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.reading.fields.dates import schedule_fitness


@pytest.mark.parametrize(
    "text",
    [
        "2016年10月完成",
        "201610月完成",
        "615日前",
        "4月初",
        "4-6月",
        "拟于8月底前",
        "2017年起实施",
        "2016年第三季度起實施,2020年完成",
        "2016年啟動,2020年完成",
        "2017年底前\n完成",
        "年底前",
        "6月底",
        "上半年",
        "一季度、三季度",
        "三、四季度",
        "每季度",
        "每月25日前",
        "全年",
        "“十三五”期间",
        "长期坚持",
        "持续推进",
        "常态化推进",
        "2014-2016年",
        "明年一季度",
        "立即",
        "2024 年 6 月 30 日",
        "２０２４年６月",
        "二〇二四年六月三十日",
        "2024.6.30",
        "2026—2028年",
        "及时",
        "按省统一部署",
        "定期",
        "汛期前",
        "国庆节前",
        "本月底前",
        "月底前",
        "2026Q2",
        "6/30前",
        "印发后30日内",
        "规划期内",
    ],
)
def test_a_deadline_and_nothing_else_fits(text: str) -> None:
    assert schedule_fitness(text) >= 0.85


@pytest.mark.parametrize(
    "text",
    [
        "完成",
        "啟動實施",
        "季度起實施,",
        "2016",
        "2016年底组建区管委会",
        "2020年底前完成50%,2021年全部完成",
    ],
)
def test_half_a_phrase_or_a_phrase_with_more_in_it_is_in_between(text: str) -> None:
    assert 0.3 <= schedule_fitness(text) <= 0.7


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "12",
        "1.10",
        "247",
        "区科委",
        "区财政局、\n区科委",
        "周海鹰",
        "",
        " \u00a0",
        "加强能耗监测和监督检查",
        "广泛发动全社会参与低碳实践",
        "责任部门",
        "推进10-12个楼宇实施节能技术改造",
        "到2020年，建成覆盖全区的公共服务平台，形成一批具有影响力的产业集群，实现能级提升，完善各项保障措施和工作机制",
    ],
)
def test_serials_names_and_prose_do_not_fit(text: str) -> None:
    assert schedule_fitness(text) < 0.3


@given(st.text(max_size=80))
def test_fitness_is_a_share_for_any_text(text: str) -> None:
    assert 0.0 <= schedule_fitness(text) <= 1.0

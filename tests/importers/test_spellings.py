"""Spellings of one name have one form in common; names of two bodies never do."""

from __future__ import annotations

import pytest

from importers.spellings import spelling


@pytest.mark.parametrize(
    "names",
    [
        "区发展和改革委员会 区发展改革委员会 区发展改革委 区发改委",
        "区人力资源和社会保障局 区人力资源社会保障局 区人社局",
        "区市场监督管理局 区市场监管局",
        "区应急管理局 区应急局",
        "区科学技术委员会 区科委",
        "区商务委员会 区商务委",
        "区卫生健康委员会 区卫健委",
        "区卫生和计划生育委员会 区卫生计生委",
        "区人民政府办公室 区政府办公室 区政府办 区府办",
        "区人民政府外事办公室 区府外事办",
        "区妇女联合会 区妇联",
        "区工商业联合会 区工商联",
        "区团委 团区委 共青团区委",
        "南塘街道办事处 南塘街道",
        "彭浦镇人民政府 彭浦镇政府 彭浦镇",
        "市公安局临溪分局 公安临溪分局 区公安分局",
        "区国家安全分局 安全临溪分局",
        "区人民法院 区法院",
    ],
)
def test_one_body_has_one_spelling(names: str) -> None:
    assert len({spelling(name, "区", "临溪") for name in names.split()}) == 1


@pytest.mark.parametrize(
    "names",
    [
        "区委 团区委 区政府 区委办",
        "区科委 区科协 区科技局",
        "区建委 区建交委 区建管委",
        "区文化局 区文化广播影视管理局",
        "公安东河分局 区公安分局",
        "区安监局 区安全分局",
        "南塘街道 区街道办",
        "区城管执法局 区城管局",
        "市发改委 区发改委",
        "区卫健委 区卫生计生委",
    ],
)
def test_two_bodies_have_two(names: str) -> None:
    listed = names.split()
    assert len({spelling(name, "区", "临溪") for name in listed}) == len(listed)


def test_without_an_area_a_branch_is_left_as_it_is() -> None:
    assert spelling("公安临溪分局") == "公安临溪分局"

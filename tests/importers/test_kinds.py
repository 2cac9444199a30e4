"""The sort of a department is guessed from its name."""

from __future__ import annotations

import pytest

from accounts.models import Department
from importers.kinds import guess_kind

Kind = Department.Kind


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (
            Kind.BUREAU,
            "区财政局 区发展改革委 区政府办公室 市商务委员会 区法院 公安静安分局 区财政局(国资办)",
        ),
        (Kind.STREET, "江宁路街道 彭浦镇 石门二路街道办事处 彭浦镇人民政府 南塘鄉"),
        (Kind.COMPANY, "静工集团 上海某某(集团)有限公司 北方建设银行"),
        (
            Kind.PARTY,
            "区委办公室 区委宣传部 团区委 区总工会 区妇联 区工商联 区红十字会 区政协 區科協",
        ),
        (Kind.PARK, "市北高新园区 临空园区办公室 苏河湾管委会 高新区管理委员会"),
        (Kind.OTHER, "某某协会 区图书馆"),
    ],
    ids=lambda value: value.value if isinstance(value, Kind) else "",
)
def test_the_name_tells_the_sort(kind: Department.Kind, names: str) -> None:
    assert {name: guess_kind(name) for name in names.split()} == dict.fromkeys(names.split(), kind)

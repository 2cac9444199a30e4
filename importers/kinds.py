"""What sort of body a department is, guessed from its name."""

from __future__ import annotations

import re
from typing import Final

from accounts.models import Department
from importers.reading.script import compact, fold

_PARTY = (
    r"纪委|监委|组织部|宣传部|统战部|政法委|老干部局|党校|党工委|机关工委|文明办|编办|机构编制|台办|侨办"
    r"|总工会|妇联|妇女联合会|团[省市区县]委|[省市区县]团委|共青团|工商联|工商业联合会|残联|残疾人联合会|科协|科学技术协会"
    r"|文联|侨联|红十字会|人大|政协|武装部|信访办|党史|巡察|网信办"
)
_PARK = r"(?:园区?|开发区|高新区|功能区|试验区|新城)"
_OFFICE = r"(?:管委会|管理委员会|管理办公室|办公室|办)"
_BUREAU = r"(?:局|委|办|厅|署|委员会|办公室|办公厅|法院|检察院|总?[支大]?队|政府|中心)"

# Asked in this order: 街道 before 办事处, 区委 before 委.
_KINDS: Final = (
    (Department.Kind.STREET, re.compile(r"(?:街道|街镇|镇|乡)(?:办事处|人民政府|政府|党工委)?$")),
    (Department.Kind.COMPANY, re.compile(r"(?:公司|集团|银行|企业|投资中心)$|集团")),
    (Department.Kind.PARK, re.compile(rf"{_PARK}{_OFFICE}?$|管委会$|管理委员会$")),
    (Department.Kind.PARTY, re.compile(rf"{_PARTY}|^(?:中共)?[省市区县]委(?!会)")),
    (Department.Kind.BUREAU, re.compile(rf"{_BUREAU}$")),
)


def guess_kind(name: str) -> Department.Kind:
    """The sort of body that goes by ``name``; ``OTHER`` where the name does not tell."""
    plain = re.sub(r"\([^()]*\)$", "", compact(fold(name)))
    for kind, pattern in _KINDS:
        if pattern.search(plain):
            return kind
    return Department.Kind.OTHER


_WORDS: Final = (
    (Department.Kind.STREET, re.compile(r"街道|街镇|镇街|乡镇|[镇乡]")),
    (Department.Kind.COMPANY, re.compile(r"企业|国企|公司|集团")),
    (Department.Kind.PARK, re.compile(r"园区|开发区|功能区|管委会")),
    (Department.Kind.PARTY, re.compile(r"党群|党委|群团|人民团体|党务|党政群")),
    (
        Department.Kind.BUREAU,
        re.compile(r"委办局|委办|政府(?:工作)?部门|(?:行政)?机关|组成部门|[局委办]"),
    ),
    (Department.Kind.OTHER, re.compile(r"其[他它]|事业单位")),
)


def kind_of(words: str) -> Department.Kind | None:
    """The sort of body that the words of a column 类别 mean; None where they tell none."""
    plain = compact(fold(words))
    return next((kind for kind, pattern in _WORDS if pattern.search(plain)), None)

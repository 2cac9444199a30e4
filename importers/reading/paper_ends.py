"""What stands under a paper and is none of its items: annexes, copies to, a gazette's imprint."""

from __future__ import annotations

import re
from collections.abc import Sequence

from importers.reading.anchors import is_date_alone
from importers.reading.outline import Line
from importers.reading.script import compact, fold

_CLOSES = re.compile(r"附[件表录]|抄送|抄报|[(]?此件|特此通知|[(]联系人")
_IMPRINT = re.compile(
    r"(?:抄送|抄报|主送|编辑|编印|编审|出版|印刷|印制|印数|发行|主编|责任编辑|准印证?号?|刊号|邮编|网址)"
    r"[\u3400-\u9fff]{0,6}[:：]|.{2,24}\d{4}年\d{1,2}月\d{1,2}日印发$"
    r"|[上下]一[篇条][:：]|.*(?:ICP备|网站标识码|公网安备)|(?:版权所有|技术支持|访问量|打印本页|关闭窗口|分享到)"
)
_PUBLISHER = re.compile(
    r"(?:主办|承办|主管)(?:单位)?[:：].*(?:人民政府|政府)(?:办公室|办公厅)?$|(?:主办|承办|主管)[:：]"
)
_ORGAN = re.compile(r"[\u3400-\u9fff]{2,30}(?:人民政府|委员会|办公室|办公厅|[局委厅])$")


def is_imprint(lines: Sequence[Line], index: int) -> bool:
    """Is the line part of a gazette's imprint or of the list of those who get copies?"""
    text = compact(fold(lines[index].text))
    if _IMPRINT.match(text):
        return True
    beside = [*lines[max(0, index - 2) : index], *lines[index + 1 : index + 3]]
    if not _PUBLISHER.match(text):
        return False
    ends_so = re.search(r"政府(?:办公室|办公厅)?$", text) is not None
    return ends_so or any(_IMPRINT.match(compact(fold(line.text))) for line in beside)


def before_close(lines: Sequence[Line]) -> Sequence[Line]:
    """``lines`` up to where the paper closes: an annex, a date, or the organ over its date."""
    texts = [compact(fold(line.text)) for line in lines]
    for index, text in enumerate(texts):
        following = texts[index + 1] if index + 1 < len(texts) else ""
        signed = _ORGAN.fullmatch(text) and is_date_alone(following)
        if _CLOSES.match(text) or is_date_alone(text) or signed:
            return lines[:index]
    return lines

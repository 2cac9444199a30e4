"""The words around a time: 拟于 … 前, … 起实施, … 完成 (simplified, no white space)."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

SEPARATORS: Final = ",、;。.()[]:-/"
_LEAD_IN = (
    r"(?:原则上|计划|预计|力争|争取|确保|务必|拟定?|应|须|需|并|其中|分别|不晚于|不迟于|最迟|最晚|截至|截止到?"
    r"|贯穿|于|在|到|至|由|待|约|和|及|以及|与)"
)
LEAD_IN: Final = re.compile(rf"(?:{_LEAD_IN}|[,、;。])*(?P<since>自|从)?")
LEAD_IN_AT_END: Final = re.compile(rf"(?:[,、;。]|{_LEAD_IN}|自|从)*$")
_TAIL: Final = re.compile(
    r"(?P<about>前后|左右|上下)?"
    r"(?P<before>(?:之|以)?前)?(?:内|之内|以内|期间)?(?P<until>为止|截止|止)?"
    r"(?P<since>开始|起步|以来|(?P<after>之后|以后|后)|起|始)?[,、:)]*(?P<words>.*)",
    re.DOTALL,
)
_DONE: Final = re.compile(
    r"(?:(?:要|应|须|争取|力争|确保|基本|全部|全面|初步|按时|按期|如期)*"
    r"(?:完成|完工|竣工|办结|结束|到位|完成任务|完成目标|完成工作|落实|落实到位)(?:全部|各项)?(?:任务|工作|目标)?)"
)
_BEGUN: Final = re.compile(
    r"(?:正式|全面|逐步|陆续)*(?:启动|开始|开工|动工|起步|试点|试行)(?:实施|推进|建设)?"
)
_RUNNING: Final = re.compile(
    r"(?:正式|全面|逐步|陆续|组织|分步|有序)*(?:实施|推进|开展|执行|施行|推行|推广|落实|进行)"
)
# What a plan has done: completed, built, issued …
VERBS: Final = re.compile(
    r"(?:基本|全面|全部|初步|正式|逐步|陆续|力争|确保|争取|组织|继续|持续|进一步|前|将|并|再|各|共)*"
    r"(?:完成|建成|形成|出台|制定|制订|编制|编写|印发|发布|启动|开展|推进|实施|落实|建立|组建|成立|召开|报送|报告|提交|上报|达到|实现"
    r"|投入|竣工|完工|开工|动工|验收|通过|开通|上线|运行|试运行|试行|投用|公布|组织|举办|举行|覆盖|取得|结束|总结|评估|提出|明确"
    r"|签订|签约|修订|搭建|打造|推广|推行|拓展|健全|完善|优化|创建|申报|调整|改造|新增|配合|做好|培育|引进|设立|挂牌|办结|交付|移交"
    r"|整改|到位|见效|审议|征求|起草|部署|动员|汇总|检查|督查|考核|公示|公开|更新|升级|接入|联网|安装|建设|筹建|筹备|招标|选址|立项"
    r"|批复|封顶|入驻|开园|开业|运营|巩固|深化|扩大|加强|强化|提升|提高|减少|降低|下降|增长|淘汰|关闭|搬迁|拆除|清理|整治|治理|纳入"
    r"|解决|消除|突破|超过|力争|确保|布置|整理|核实|通报|反馈|会同|进行|执行|施行|构建|培训|宣传|编报|汇报|试点|集中|建)"
)
# Words of time that no form has read: what they are about is not known.
_STRAY_TIME: Final = re.compile(
    r"(?:19|20)\d\d|\d[月日号]|季度|年[初中底末]|国庆|春节|即日|[上下]半年"
)


class Tail(NamedTuple):
    """What stands after a time: small words, then what is to happen (``at`` its place).

    ``is_about``: 前后 or 左右; ``is_after``: 后, of which it is open whether the time counts.
    """

    before: bool
    since: bool
    words: str
    at: int
    is_about: bool = False
    is_after: bool = False

    @property
    def is_done(self) -> bool:
        """The words say no more than that it is finished."""
        return _DONE.fullmatch(self.words) is not None

    @property
    def is_begun(self) -> bool:
        """The words say that it starts."""
        return _BEGUN.match(self.words) is not None

    @property
    def is_begun_only(self) -> bool:
        """The words say no more than that it starts."""
        return _BEGUN.fullmatch(self.words) is not None

    @property
    def is_running_only(self) -> bool:
        """The words say no more than that it is under way."""
        return _RUNNING.fullmatch(self.words) is not None

    @property
    def is_lasting(self) -> bool:
        """The words say that it goes on."""
        return self.words.startswith(("持续", "长期", "常态", "滚动", "不断"))

    @property
    def is_understood(self) -> bool:
        """The words open with a verb of plans: what follows is what is due."""
        if _STRAY_TIME.search(self.words) or self.words.endswith(("为", "至", "到", "由")):
            return False
        return not self.words or self.is_lasting or VERBS.match(self.words) is not None


def tail_of(text: str) -> Tail:
    """The words after a time taken apart."""
    match = _TAIL.fullmatch(text.rstrip(",、;。.()[]:-/"))
    assert match is not None, "the pattern fits any text"
    return Tail(
        before=bool(match["before"]),
        since=bool(match["since"]),
        words=match["words"],
        at=match.start("words"),
        is_about=bool(match["about"]),
        is_after=bool(match["after"]),
    )


# No date, and none meant.
ONGOING: Final = re.compile(
    r"(?:全年|年度|实行|需要?|要)?(?:长期|常年|持续|常态化?|经常性?|日常|不间断|始终|长效|滚动|贯穿全程|全程|不断)"
    r"(?:性|化|地|管理|工作|任务|坚持|推进|办理|整改|开展|实施|落实|进行|执行|抓好|深化|改进|推动|保持|机制|跟踪|长效|长期|持续|常态|、|,|并)*"
)
_AND_ON: Final = re.compile(r"[,;。、](?:并|且|再|之?后)?|并|后")
_LONGEST_ONGOING: Final = 24


def going_on_in(text: str) -> tuple[int, int] | None:
    """Where ``text`` says at its end that something goes on (完成,并长期坚持): the joint."""
    for joint in _AND_ON.finditer(text, max(0, len(text) - _LONGEST_ONGOING)):
        if ONGOING.fullmatch(text[joint.end() :].strip(SEPARATORS)):
            return joint.span()
    return None


# What a deadline may come before, and no calendar tells when it is.
_EVENT: Final = (
    r"(?<!国庆)(?<!春)(?<!劳动)(?<!中秋)(?<!端午)(?<!元旦)节(?:日|假日)?|汛期?|两会|会议|开学|放假|[寒暑]假"
    r"|入[冬夏秋春汛]|供暖[季期]?|采暖[季期]?|[冬夏春秋]季|高考|验收"
)
# No date, though one is owed: the reviewer must ask.
WITHOUT_DATE: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("是状态，不是期限", re.compile(r"已(?:经|全部|基本)?(?:完成|办结|建成|实施|落实|启动)")),
    ("没有写明日期", re.compile(
        r"(?:立行立改|即知即改|立[知查整]立改|即[查整]即改|边[查整]边改|立即|尽快|及时|适时|即时|近期|当前|马上|随时|限期|如期|按期|按时|同步)(?:完成|推进|实施|启动|办理|落实|整改|开展)?"
        r"|(?:按照?|根据|结合|视)(?:.{0,12})(?:节点|计划|进度|要求|部署|安排|情况|实际|方案|规定|时限|时间)(?:推进|完成|实施|开展|落实|执行|进行)*"
        r"|不?定期(?:完成|推进|实施|开展|落实|报送|通报|检查|更新|公布)?|不定时|按需"
        rf"|\D{{0,4}}(?:{_EVENT})(?:来临|到来|召开|开始)?(?:之|以)?前(?:完成|落实|到位)?"
        r"|待定|另行通知|视情(?:况)?|待.{1,10}(?:后|明确)")),
    ("是相对期限，起算日不明", re.compile(
        r"\D{0,10}?(?:\d{1,3}|[一二三四五六七八九十两半]{1,3})个?(?:工作|自然)?(?:日|天|周|月|年|星期)(?:之|以)?内(?:.{0,12})"
        r"|(?:[自从收接].{0,8}[起后])?(?:\d{1,3}|[一二三四五六七八九十两半]{1,3})(?:个(?:工作日|自然日|月|星期)|工作日|自然日|天|周)"
        r"|[一二三两半]年|\d年")),
)  # fmt: skip


def without_date(text: str) -> str | None:
    """Why a text that sets no date sets none, or None where it is not of that kind."""
    for reason, pattern in WITHOUT_DATE:
        if pattern.fullmatch(text):
            return reason
    return None

"""Divisions of work among leaders (领导分工), and who stands in for whom."""

from __future__ import annotations

import pytest

from importers.reading.deputies import Remark, read_deputies
from importers.reading.division import read_division
from importers.reading.document import Location
from importers.reading.draft import Body, LeaderDraft
from tests.reading.build import segment

TITLE = "区长、副区长工作分工"


def leaders(*texts: str, title: str = TITLE) -> tuple[LeaderDraft, ...]:
    return read_division(segment(*texts, title=title))


def names(bodies: tuple[Body, ...]) -> list[str]:
    return [body.name for body in bodies]


# --- the two shapes --------------------------------------------------------------------


def test_clauses_under_a_heading_line_are_the_leaders() -> None:
    (leader,) = leaders(
        "李明副区长:",
        "负责教育、文化等工作。",
        "分管区教育局、区文旅局(区文物局)。",
        "协助分管区财政局。",
        "联系区总工会、团区委。",
    )
    assert (leader.name, leader.title) == ("李明", "副区长")
    assert leader.supervises == (Body("区教育局"), Body("区文旅局", ("区文物局",)))
    assert leader.assists == (Body("区财政局"),)
    assert leader.liaises == (Body("区总工会"), Body("团区委"))
    assert leader.location == Location(1, 9)
    assert leader.raw.split("\n")[0] == "李明副区长:"
    assert leader.raw.split("\n")[-1] == "联系区总工会、团区委。"


def test_one_paragraph_may_hold_all_that_is_a_leaders() -> None:
    (leader,) = leaders(
        "王小红同志,分管区民政局(社会组织局、老龄办)、街道(镇),负责乡村振兴等工作,"
        "协助分管区审计局,联系区残联。"
    )
    assert (leader.name, leader.title) == ("王小红", "")
    assert leader.supervises == (
        Body("区民政局", ("社会组织局", "老龄办")),
        Body("街道", ("镇",)),
    )
    assert names(leader.assists) == ["区审计局"]
    assert names(leader.liaises) == ["区残联"]


@pytest.mark.parametrize(
    ("heading", "name", "title"),
    [
        pytest.param("陈安区长:", "陈安", "区长", id="district"),
        pytest.param("陈安常务副市长：", "陈安", "常务副市长", id="city, full width"),
        pytest.param("陈安副县长", "陈安", "副县长", id="county, no colon"),
        pytest.param("副州长 陈安:", "陈安", "副州长", id="post first"),
        pytest.param("陈  安副镇长:", "陈安", "副镇长", id="padded name"),
        pytest.param("陈安(市委常委、常务副市长):", "陈安", "市委常委、常务副市长", id="brackets"),
        pytest.param("欧阳文安副区长:", "欧阳文安", "副区长", id="four characters"),
        pytest.param("阿依古丽·买买提副区长:", "阿依古丽·买买提", "副区长", id="middle dot"),
        pytest.param("陈安党组成员:", "陈安", "党组成员", id="party group"),
        pytest.param("一、陈安副区长:", "陈安", "副区长", id="numbered"),
        pytest.param(
            "陈安副区长兼任区公安分局局长:", "陈安", "副区长兼任区公安分局局长", id="two posts"
        ),
        pytest.param("陳安副區長:", "陳安", "副區長", id="traditional"),
    ],
)
def test_name_and_title_are_told_apart(heading: str, name: str, title: str) -> None:
    (leader,) = leaders(heading, "分管区财政局。")
    assert (leader.name, leader.title) == (name, title)


@pytest.mark.parametrize(
    ("paragraph", "name", "title"),
    [
        pytest.param("刘洋同志协助市长负责教育工作,分管市教育局。", "刘洋", "", id="同志, no mark"),
        pytest.param(
            "王伟（市委常委、副市长）：分管市教育局。", "王伟", "市委常委、副市长", id="brackets"
        ),
        pytest.param(
            "县委常委、副县长李四同志：分管县教育局。", "李四", "县委常委、副县长", id="post first"
        ),
        pytest.param("1.赵刚副州长:分管州教育局。", "赵刚", "副州长", id="numbered"),
    ],
)
def test_the_name_may_open_the_paragraph_of_clauses(paragraph: str, name: str, title: str) -> None:
    (leader,) = leaders(paragraph)
    assert (leader.name, leader.title) == (name, title)
    assert [body.name[1:] for body in leader.supervises] == ["教育局"]


def test_every_leader_has_the_clauses_under_the_own_heading() -> None:
    found = leaders("甲明区长:", "主持全面工作。", "乙亮副区长:", "分管区科委。")
    assert [(leader.name, names(leader.supervises)) for leader in found] == [
        ("甲明", []),
        ("乙亮", ["区科委"]),
    ]


# --- bodies ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("clause", "supervised"),
    [
        pytest.param("分管区财政局、区审计局。", ["区财政局", "区审计局"], id="a list"),
        pytest.param("分管：市财政局，市审计局。", ["市财政局", "市审计局"], id="colon and comma"),
        pytest.param("分管县财政局和县审计局。", ["县财政局", "县审计局"], id="joined by 和"),
        pytest.param("分管区发展和改革委员会。", ["区发展和改革委员会"], id="和 inside a name"),
        pytest.param("分管区财政局、区审计局等部门。", ["区财政局", "区审计局"], id="等部门"),
        pytest.param("分管财政、税务、统计等工作。", [], id="matters"),
        pytest.param("负责财政、区财政局监督等工作。", [], id="负责 is no supervising"),
        pytest.param("主持区政府全面工作。", [], id="主持 is no supervising"),
        pytest.param("协助区长分管区审计局。", [], id="assisting is no supervising"),
        pytest.param(
            "分管区财政局,抓好安全生产。", ["区财政局"], id="a clause of matters after it"
        ),
        pytest.param("分管区财政局；主管区统计局。", ["区财政局", "区统计局"], id="two verbs"),
    ],
)
def test_only_bodies_are_supervised(clause: str, supervised: list[str]) -> None:
    (leader,) = leaders("李明副区长:", clause)
    assert names(leader.supervises) == supervised


def test_a_list_inside_brackets_does_not_part_the_body() -> None:
    (leader,) = leaders("李明副区长:", "分管区科委(信息委、知识产权局)、区商务委。")
    assert leader.supervises == (Body("区科委", ("信息委", "知识产权局")), Body("区商务委"))


def test_full_width_brackets_do_as_well() -> None:
    (leader,) = leaders("李明副区长：", "分管区科委（信息委）。")
    assert leader.supervises == (Body("区科委", ("信息委",)),)


def test_a_body_named_twice_counts_once() -> None:
    (leader,) = leaders("李明副区长:", "分管区科委。", "分管区科委、区商务委。")
    assert names(leader.supervises) == ["区科委", "区商务委"]


# --- what is no division ---------------------------------------------------------------


def test_without_a_word_of_division_nothing_is_read() -> None:
    assert leaders("李明副区长:", "分管区财政局。", title="关于加强安全生产的通知") == ()


@pytest.mark.parametrize("title", ["关于部门责任分工的通知", "任务分工方案"])
def test_a_division_among_departments_is_none_among_leaders(title: str) -> None:
    assert leaders("李明副区长:", "分管区财政局。", title=title) == ()


@pytest.mark.parametrize("words", ["各位副区长分管区财政局。", "有关副区长:"])
def test_a_post_without_a_name_is_no_leader(words: str) -> None:
    assert leaders(words, "分管区审计局。") == ()


def test_a_heading_without_clauses_is_no_leader() -> None:
    assert leaders("李明副区长", "2026年3月1日") == ()


def test_members_of_a_group_are_no_leaders() -> None:
    assert leaders("组长:李明同志任组长。", "成员:王小红、赵刚。") == ()


# --- deputies --------------------------------------------------------------------------

PEOPLE = ["李明", "王小红", "赵刚", "陈安"]


@pytest.mark.parametrize(
    ("words", "deputies"),
    [
        pytest.param(
            "李明副区长、王小红副区长的分工互为AB角;赵刚副区长、陈安副区长的分工互为AB角。",
            {"李明": ("王小红",), "王小红": ("李明",), "赵刚": ("陈安",), "陈安": ("赵刚",)},
            id="AB pairs",
        ),
        pytest.param(
            "代为分工名单为:李明同志与王小红同志,王小红同志与赵刚同志。",
            {"李明": ("王小红",), "王小红": ("李明", "赵刚"), "赵刚": ("王小红",), "陈安": ()},
            id="one in two pairs",
        ),
        pytest.param(
            "李明出差期间,由王小红代为负责。",
            {"李明": (), "王小红": (), "赵刚": (), "陈安": ()},
            id="named in two clauses: not decided",
        ),
        pytest.param(
            "李明的工作由王小红代为负责。",
            {"李明": ("王小红",), "王小红": (), "赵刚": (), "陈安": ()},
            id="one way",
        ),
        pytest.param(
            "李明、王小红、赵刚互为AB角。",
            {"李明": (), "王小红": (), "赵刚": (), "陈安": ()},
            id="three are no pair",
        ),
        pytest.param(
            "李明、王小红共同负责招商工作。",
            {"李明": (), "王小红": (), "赵刚": (), "陈安": ()},
            id="no word of deputies",
        ),
    ],
)
def test_pairs_of_deputies(words: str, deputies: dict[str, tuple[str, ...]]) -> None:
    assert read_deputies(PEOPLE, [Remark(words)]).deputies == deputies


def test_a_pair_with_somebody_unknown_is_left_out() -> None:
    found = read_deputies(["李明"], [Remark("李明、孙九的分工互为AB角。")])
    assert found.deputies == {"李明": ()}
    assert found.unread == {"李明": ("“李明、孙九的分工互为AB角”中谁替谁没有读出，请核对。",)}


def test_the_pairs_are_found_after_the_leaders() -> None:
    found = leaders(
        "李  明同志,分管区财政局。", "王小红同志,分管区教育局。", "李明、王小红互为AB角。"
    )
    assert [leader.deputy for leader in found] == [("王小红",), ("李明",)]


@pytest.mark.parametrize(
    ("words", "deputies"),
    [
        pytest.param("其工作由王小红同志代管。", {"李明": ("王小红",), "王小红": ()}, id="one way"),
        pytest.param(
            "外出期间由王小红代为负责。", {"李明": ("王小红",), "王小红": ()}, id="while away"
        ),
        pytest.param(
            "与王小红同志互为AB角。", {"李明": ("王小红",), "王小红": ("李明",)}, id="both ways"
        ),
        pytest.param(
            "A角：李明；B角：王小红。", {"李明": ("王小红",), "王小红": ("李明",)}, id="A and B"
        ),
        pytest.param("孙九与王小红互为AB角。", {"李明": (), "王小红": ()}, id="somebody unknown"),
        pytest.param("李明、王小红、赵刚互为AB角。", {"李明": (), "王小红": ()}, id="three"),
    ],
)
def test_a_leaders_own_part_may_say_who_stands_in(
    words: str, deputies: dict[str, tuple[str, ...]]
) -> None:
    found = leaders(
        "王小红副区长:", "分管区教育局。", "赵刚副区长:", "分管区民政局。", "李明副区长:",
        "分管区财政局。", words,
    )  # fmt: skip
    got = {leader.name: leader.deputy for leader in found}
    assert {name: got[name] for name in deputies} == deputies
    told = any("谁替谁没有读出" in issue for leader in found for issue in leader.issues)
    assert told is not any(deputies.values())


# --- names and posts in other places ---------------------------------------------------


@pytest.mark.parametrize(
    ("paragraph", "name", "title"),
    [
        pytest.param("副市长王小五：负责文教。分管市科技局。", "王小五", "副市长", id="post first"),
        pytest.param("副市长王小五负责文教，分管市科技局。", "王小五", "副市长", id="no mark"),
        pytest.param(
            "副市长（援派、挂职）王小五：分管市科技局。", "王小五", "副市长(援派、挂职)", id="lent"
        ),
        pytest.param(
            "王小五副市长（援派、挂职）：分管市科技局。",
            "王小五",
            "副市长(援派、挂职)",
            id="lent, behind",
        ),
        pytest.param("市政府秘书长王小五：分管市科技局。", "王小五", "市政府秘书长", id="秘书长"),
        pytest.param(
            "王小五\n市委副书记、市长\n分管：市科技局。",
            "王小五",
            "市委副书记、市长",
            id="two lines",
        ),
        pytest.param(
            "副市长\n王小五\n分管：市科技局。", "王小五", "副市长", id="post on the first"
        ),
    ],
)
def test_names_of_three_characters_are_whole_wherever_they_stand(
    paragraph: str, name: str, title: str
) -> None:
    (leader,) = leaders(paragraph, title="关于市长、副市长工作分工的通知")
    assert (leader.name, leader.title) == (name, title)
    assert names(leader.supervises) == ["市科技局"]
    assert leader.issues == ()


@pytest.mark.parametrize("line", ["市委副书记、市长", "区政府党组成员", "副区长兼区公安分局局长"])
def test_a_post_is_nobodys_name(line: str) -> None:
    assert leaders(line, "分管区审计局。") == ()


# --- verbs -----------------------------------------------------------------------------


def test_what_is_no_longer_supervised_is_told_and_not_listed() -> None:
    (leader,) = leaders("李明副区长:", "分管区财政局,不再分管区科委、区商务委。")
    assert names(leader.supervises) == ["区财政局"]
    assert leader.issues == ("“不再分管区科委、区商务委”没有列入分工。",)


def test_what_is_supervised_for_another_is_listed_and_told() -> None:
    (leader,) = leaders("李明副区长:", "分管区财政局。", "暂时代管区科委。")
    assert names(leader.supervises) == ["区财政局", "区科委"]
    assert leader.issues == ("“暂时代管区科委”按分管理解，请核对。",)


@pytest.mark.parametrize("verb", ["联系", "联络", "聯絡", "并联系", "负责联系"])
def test_words_for_liaising(verb: str) -> None:
    (leader,) = leaders("李明副区长:", f"{verb}区总工会。")
    assert names(leader.liaises) == ["区总工会"]


def test_spaces_part_bodies() -> None:
    (leader,) = leaders("李明副区长:", "分管区财政局 区审计局　区统计局。")
    assert names(leader.supervises) == ["区财政局", "区审计局", "区统计局"]


def test_words_that_are_no_body_are_told() -> None:
    (leader,) = leaders("李明副区长:", "分管区财政局、招商引资。")
    assert names(leader.supervises) == ["区财政局"]
    assert leader.issues == ("“招商引资”不像单位名称，没有列入分工，请核对。",)


def test_a_clause_without_any_body_is_told() -> None:
    (leader,) = leaders("李明副区长:", "分管区财政局。", "联系群众。")
    assert leader.liaises == ()
    assert leader.issues


def test_clauses_after_an_interruption_go_on_and_are_told() -> None:
    (leader,) = leaders("李明副区长:", "分管区财政局。", "统筹全区事项。", "联系区总工会。")
    assert names(leader.liaises) == ["区总工会"]
    assert leader.issues == ("“联系区总工会。”与前文隔断，按李明的分工理解，请核对。",)


def test_a_portfolio_of_nobody_is_told() -> None:
    (leader,) = leaders("李明副区长:", "分管区财政局。", "另有一人,分管区科委。")
    assert leader.issues == ("“另有一人,分管区科委。”没有读出是谁的分工，请核对。",)


def test_whom_to_ask_is_no_liaising() -> None:
    (leader,) = leaders("李明副区长:", "分管区财政局。", "联系人:赵刚,电话110。")
    assert leader.liaises == ()

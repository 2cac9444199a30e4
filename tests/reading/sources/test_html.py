"""A web page is read as a browser shows it, and what stands around the paper is left out."""

from __future__ import annotations

import time

import pytest

from importers.reading.document import NBSP
from importers.reading.errors import SourceError
from importers.reading.sources import html, read_source
from tests.reading.sources.shown import texts

PAPER = "临溪区发展改革局要会同有关部门抓好落实，" * 12


def read(body: str, head: str = "") -> list[str]:
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return texts(html.read("方案.html", "0", page.encode()))


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param("<p>甲</p><p>乙</p>", ["甲", "乙"], id="paragraphs"),
        pytest.param("甲<div>乙<span>丙</span></div>丁", ["甲", "乙丙", "丁"], id="loose words"),
        pytest.param("<p>甲<br>乙</p>", ["甲\n乙"], id="a line break"),
        pytest.param("<p>甲<br><br>乙</p>", ["甲", "乙"], id="an empty line"),
        pytest.param("　　甲<br>　　乙<br>丙", ["甲", "乙\n丙"], id="an indented line"),
        pytest.param("<p>&nbsp;&nbsp;甲&nbsp;</p><p>&nbsp;</p>", ["甲"], id="no-break spaces"),
        pytest.param("<p>陈&nbsp;丰 &lt;A&gt; &#20020;</p>", ["陈\u00a0丰 <A> 临"], id="entities"),
        pytest.param("<p>临溪\n  区</p>", ["临溪区"], id="a line end between Han characters"),
        pytest.param("<p>AB\n  CD   区</p>", ["AB CD 区"], id="a line end between words"),
        pytest.param("<pre>甲\n  乙</pre>", ["甲\n乙"], id="preformatted"),
        pytest.param("<p>甲<!-- 注 --><script>x</script>乙</p>", ["甲乙"], id="scripts, comments"),
        pytest.param("<p>甲<span style='display: none'>密</span>乙</p>", ["甲乙"], id="hidden"),
        pytest.param("<p hidden>甲</p><p>乙</p>", ["乙"], id="hidden by attribute"),
        pytest.param("<p>甲<del>乙</del>丙</p>", ["甲丙"], id="deleted"),
        pytest.param("<template>甲</template><noscript>丙</noscript>乙", ["乙"], id="templates"),
        pytest.param("<select><option>甲</select><p>乙</p>", ["乙"], id="controls of forms"),
        pytest.param("<ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"], id="an ordered list"),
        pytest.param("<ol type=a start=3><li>甲</ol>", ["c. 甲"], id="letters from the third"),
        pytest.param("<ol><li value=7>甲<li>乙</ol>", ["7. 甲", "8. 乙"], id="a stated number"),
        pytest.param(
            "<ol style='list-style: cjk-ideographic'><li>甲</ol>", ["一、甲"], id="Han numbers"
        ),
        pytest.param("<ol style='list-style:none'><li>甲</ol>", ["甲"], id="no numbers"),
        pytest.param("<ul><li>甲<li>乙</ul>", ["甲", "乙"], id="a list without numbers"),
        pytest.param("<ruby>水<rt>shuǐ</rt></ruby>", ["水"], id="phonetic guide"),
        pytest.param(
            "<p class=MsoToc1>总则</p><p class=MsoNormal><span style='mso-list:Ignore'>1.</span>"
            "总则<o:p>&nbsp;</o:p></p>",
            ["1.总则"],
            id="saved by Word",
        ),
        pytest.param(
            "<p>甲<![if !supportLists]>（一）<![endif]>乙</p>", ["甲（一）乙"], id="Word's marks"
        ),
    ],
)
def test_words_are_read_as_a_browser_shows_them(body: str, lines: list[str]) -> None:
    assert read(body) == lines


MENU = "<a href=a>首页</a><a href=b>政务公开</a><a href=c>互动交流</a>"


@pytest.mark.parametrize(
    "around",
    [
        pytest.param(f"<nav>{MENU}</nav>", id="navigation"),
        pytest.param(f"<div class='top-menu'>菜单 {MENU}</div>", id="a menu by its name"),
        pytest.param(f"<div>{MENU}</div>", id="a list of links"),
        pytest.param(f"<table><tr><td>{MENU}</td></tr></table>", id="links in a table"),
        pytest.param("<div role=search>请输入关键字</div>", id="a search box"),
        pytest.param("<div class=crumb>首页 &gt; 公开</div>", id="a path by its name"),
        pytest.param("<div>您现在的位置：首页 &gt; 文件</div>", id="a path by its words"),
        pytest.param("<div>当前位置：首页</div>", id="another path"),
        pytest.param("<p>【打印】【关闭】</p>", id="print and close"),
        pytest.param("<p>字体：[大 中 小]</p>", id="size of letters"),
        pytest.param("<p>上一篇：关于植树的通知</p>", id="the paper before"),
        pytest.param("<p>扫一扫在手机打开当前页</p>", id="a code to scan"),
        pytest.param("<div class='share'>分享到：微信</div>", id="sharing"),
        pytest.param("<footer>主办单位：云州市人民政府</footer>", id="a footer"),
        pytest.param("<p>主办单位：云州市人民政府</p><p>云ICP备0001号</p>", id="one by its words"),
    ],
)
def test_what_stands_around_a_paper_is_left_out(around: str) -> None:
    assert read(f"<p>工作方案</p><p>{PAPER}</p>{around}") == ["工作方案", PAPER]


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        pytest.param(
            f"<div class=nav>{PAPER}</div>", [PAPER], id="a paper in an element named as a menu"
        ),
        pytest.param(
            "<div class=related><table><tr><td>任务</td><td>责任</td></tr><tr><td>"
            f"{'整治黑臭河道' * 6}</td><td>区水务局</td></tr></table></div><p>{PAPER}</p>",
            [f"任务|责任\n{'整治黑臭河道' * 6}|区水务局", PAPER],
            id="a table with a long text",
        ),
        pytest.param(
            f"<p>版权所有</p>{'<p>段落</p>' * 20}",
            ["版权所有", *["段落"] * 20],
            id="far from the end",
        ),
        pytest.param(
            f"<div>主站</div><main><p>{PAPER}</p></main><div>旁</div>", [PAPER], id="main alone"
        ),
        pytest.param(f"<main></main><p>{PAPER}</p>", [PAPER], id="a main that holds nothing"),
    ],
)
def test_a_paper_is_never_taken_for_what_stands_around(body: str, printed: list[str]) -> None:
    assert read(body) == printed


TITLE = "<title>2026年重点工作方案 - 云州市人民政府网</title>"
META = "<meta name=ArticleTitle content='云州市2026年工作要点'>"


@pytest.mark.parametrize(
    ("head", "body", "printed"),
    [
        pytest.param(TITLE, "<p>正文</p>", ["2026年重点工作方案", "正文"], id="of the page"),
        pytest.param(
            META + TITLE, "<p>正文</p>", ["云州市2026年工作要点", "正文"], id="of the paper"
        ),
        pytest.param(
            TITLE, "<h1>2026年<br>重点工作方案</h1>", ["2026年\n重点工作方案"], id="printed already"
        ),
        pytest.param("<title>无标题</title>", "<p>正文</p>", ["正文"], id="too short to be one"),
        pytest.param("", "<p>正文</p>", ["正文"], id="none"),
    ],
)
def test_a_title_that_only_the_head_states_comes_first(
    head: str, body: str, printed: list[str]
) -> None:
    assert read(body, head) == printed


WORDS = "<p>责任单位：区水务局、区财政局</p>"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(WORDS.encode(), id="UTF-8"),
        pytest.param(WORDS.encode("utf-8-sig"), id="UTF-8 with a mark"),
        pytest.param(f"<meta charset=gb2312>{WORDS}".encode("gbk"), id="GBK as declared"),
        pytest.param(f"<meta charset=gb2312>{WORDS}".encode(), id="UTF-8 declared as GB 2312"),
        pytest.param(f"<meta charset=big5>{WORDS}".encode("gbk"), id="GBK declared as Big5"),
        pytest.param(WORDS.encode("gbk"), id="GBK without a declaration"),
        pytest.param(WORDS.encode("utf-16"), id="UTF-16"),
        pytest.param(
            f"<meta charset=gb2312>\x01{WORDS}".encode("gbk"), id="GBK with a control character"
        ),
        pytest.param(f"<meta charset=wrong>{WORDS}".encode("gbk"), id="no such encoding"),
        pytest.param(f"<?xml version='1.0' encoding='x'?>{WORDS}".encode(), id="XML declaration"),
    ],
)
def test_the_same_words_come_out_of_every_encoding(data: bytes) -> None:
    assert texts(html.read("a.html", "0", data)) == ["责任单位：区水务局、区财政局"]


def test_big5_is_read_where_the_page_declares_it() -> None:
    data = "<meta charset=big5><p>責任單位：區水務局與財政局</p>".encode("big5")
    assert texts(html.read("a.html", "0", data)) == ["責任單位：區水務局與財政局"]


def test_a_page_saved_in_one_file_is_read() -> None:
    data = (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
        b"--b\r\nContent-Type: text/html; charset=gb2312\r\n"
        b"Content-Transfer-Encoding: 8bit\r\n\r\n" + WORDS.encode("gbk") + b"\r\n--b--\r\n"
    )
    document = read_source("方案.mht", data)
    assert texts(document) == ["责任单位：区水务局、区财政局"]
    assert document.warnings == ()


def test_a_saved_page_without_a_page_is_refused() -> None:
    with pytest.raises(SourceError, match="没有正文"):
        html.read_saved_page("a.mht", "0", b"MIME-Version: 1.0\r\n\r\nx")


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        pytest.param("<div>" * 300 + "区水务局", "嵌套过深", id="elements"),
        pytest.param("<table><tr><td>" * 21 + "甲", "嵌套超过 20 层", id="tables"),
        pytest.param("<table><tr>" + "<td>甲" * 257, "257 列", id="columns"),
    ],
)
def test_a_monstrous_page_is_refused(body: str, problem: str) -> None:
    with pytest.raises(SourceError, match=problem):
        read(body)


def test_spans_without_end_take_no_time() -> None:
    started = time.process_time()
    body = "<table>" + "<tr><td rowspan=65534 colspan=1000>甲</td></tr>" * 250 + "</table>"
    read(f"{body}<table><tr><td>甲</td><td>乙</td></tr></table>")
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("head", "body"),
    [
        pytest.param("", f"打印{NBSP * 19_000}水", id="a word of the site, then spaces"),
        pytest.param("", "字号：" + "大中小" * 6_000 + "水", id="sizes without end"),
        pytest.param(f"<title>-{'网' * 100_000}-水</title>", "水", id="a title without end"),
        pytest.param("", "<a>水</a>" * 50_000, id="links"),
        pytest.param("", "水<br>" * 100_000, id="lines"),
    ],
)
def test_no_page_takes_long(head: str, body: str) -> None:
    started = time.process_time()
    read(body, head)
    assert time.process_time() - started < 5

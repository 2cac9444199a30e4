"""The scorer itself, on invented answers: it must not be kinder than a reviewer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.reading import scoring
from tests.reading.answer_keys import Key, bare, read_key
from tests.reading.scoring import Rate, Score, score

TEXTS = {
    "1": "修缮东湖路老年活动室并开放",
    "2": "新增社区公共停车位两百个",
    "3": "完成南门市场外立面的改造",
}


def key(**changes: Any) -> Key:
    rows = [
        {
            "no": no,
            "text": text,
            "path": ["一、民生"],
            "lead": ["区民政局"],
            "coop": ["区财政局", "各街道"],
            "schedule": [{"kind": "complete", "start": None, "due": "2031-06-30"}],
        }
        | changes.get(f"row{no}", {})
        for no, text in TEXTS.items()
    ]
    found = read_key({"file": "a.txt", "table": "甲", "lines": [1, 99], "rows": rows})
    assert found
    return found


def task(number: str, **changes: Any) -> dict[str, Any]:
    sure = dict.fromkeys(("text", "leaders", "lead", "coop", "schedule"), True)
    base = {
        "no": number,
        "path": ["一、民生"],
        "text": TEXTS.get(number, "另有一件没有写过的事情"),
        "leaders": [],
        "lead": ["区民政局"],
        "coop": ["各街道", "区财政局"],
        "schedule": [{"kind": "complete", "start": None, "due": "2031-06-30"}],
        "targets": [],
        "certain": sure | changes.pop("certain", {}),
        "location": {"start": int(number), "end": int(number)},
    }
    return base | changes


def reading(*tasks: dict[str, Any]) -> dict[str, Any]:
    return {"source": {"name": "a.txt"}, "plans": [{"tables": [{"tasks": list(tasks)}]}]}


def scored(*tasks: dict[str, Any], **changes: Any) -> Score:
    return score(key(**changes), reading(*tasks))


def test_a_right_reading_scores_one_in_every_field_and_has_no_wrong_cell() -> None:
    one = scored(task("1"), task("2"), task("3"))
    assert one.fields == ("row", "lead", "coop", "start", "due", "path")
    assert [one.rate(field).f1 for field in one.fields] == [1.0] * 6
    assert one.wrong == []
    assert one.needless_share == 0


def test_a_wrong_cell_that_is_called_certain_is_a_silent_error() -> None:
    one = scored(task("1"), task("2", lead=["区教育局"]), task("3"))
    assert [(cell.row, cell.field) for cell in one.silent] == [("2", "lead")]
    assert one.rate("lead") == Rate(true=2, found=3, expected=3)


def test_a_wrong_cell_that_is_flagged_is_no_silent_error_and_not_among_the_certain() -> None:
    one = scored(task("1"), task("2", lead=["区教育局"], certain={"lead": False}), task("3"))
    assert one.silent == []
    assert one.rate("lead").f1 < 1
    assert one.rate("lead", certain_only=True).f1 == 1


@pytest.mark.parametrize(
    ("coop", "true", "found"),
    [
        pytest.param(["各街道"], 5, 5, id="one missing"),
        pytest.param(["各街道", "区财政局", "区审计局"], 6, 7, id="one too many"),
        pytest.param(["各街道 ", "区 财政局"], 6, 6, id="white space is nothing"),
        pytest.param(["各街道、区财政局"], 4, 5, id="two names run together"),
        pytest.param(["各街道", "區財政局"], 5, 6, id="another script is another name"),
    ],
)
def test_names_are_counted_one_by_one(coop: list[str], true: int, found: int) -> None:
    one = scored(task("1", coop=coop), task("2"), task("3"))
    assert one.rate("coop") == Rate(true, found, 6)


def test_a_missing_row_is_silent_and_its_names_are_missed() -> None:
    one = scored(task("1"), task("3"))
    assert [(cell.row, cell.field) for cell in one.silent] == [("2", "row")]
    assert one.rate("row").recall == pytest.approx(2 / 3)
    assert one.rate("lead").recall == pytest.approx(2 / 3)


def test_a_row_that_is_not_in_the_key_is_silent_in_all_that_it_claims() -> None:
    extra = task("9", location={"start": 2, "end": 2}, no=None)
    one = scored(task("1"), extra, task("2"), task("3"))
    assert {cell.field for cell in one.silent} == {"row", "lead", "coop", "due"}
    assert one.rate("row").precision == pytest.approx(3 / 4)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"text": TEXTS["1"] + TEXTS["2"]}, id="two rows run together"),
        pytest.param({"text": TEXTS["1"][:-4]}, id="the end is missing"),
        pytest.param({"text": "再说一遍：" + TEXTS["1"]}, id="something stands before it"),
        pytest.param({"no": "7"}, id="another number"),
    ],
)
def test_a_row_must_be_whole_and_bear_its_number(changes: dict[str, Any]) -> None:
    one = scored(task("1", **changes), task("2"), task("3"))
    assert [(cell.row, cell.field) for cell in one.silent] == [("1", "row")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1. 修缮东湖路老年活动室并开放。", id="numbering and full stop"),
        pytest.param("修缮“东湖路”老年活动室 并开放", id="restored quotation marks"),
        pytest.param("修缮东湖大路老年活动室并开放", id="one restored character"),
    ],
)
def test_what_a_repair_restores_does_not_make_another_row(text: str) -> None:
    assert scored(task("1", text=text), task("2"), task("3")).wrong == []


@pytest.mark.parametrize(
    ("schedule", "wrong"),
    [
        pytest.param([], ["due"], id="none"),
        pytest.param([{"start": None, "due": "2031-06-29"}], ["due"], id="a day early"),
        pytest.param([{"start": "2031-06-01", "due": "2031-06-30"}], ["start"], id="a start"),
    ],
)
def test_both_ends_of_a_schedule_are_held_against_the_key(
    schedule: list[dict[str, Any]], wrong: list[str]
) -> None:
    one = scored(task("1", schedule=schedule), task("2"), task("3"))
    assert [cell.field for cell in one.silent] == wrong


def test_flags_count_as_needless_only_where_the_key_can_decide() -> None:
    flagged = {"lead": False, "coop": False, "schedule": False}
    one = scored(
        task("1", certain=flagged), task("2"), task("3"), row1={"undecidable": ["lead", "coop"]}
    )
    assert [(cell.row, cell.field) for cell in one.needless] == [("1", "due")]
    assert one.needless_share == pytest.approx(1 / 9)


def test_an_undecidable_cell_that_is_called_certain_must_be_right_all_the_same() -> None:
    one = scored(
        task("1", lead=["区教育局"]), task("2"), task("3"), row1={"certain": {"lead": False}}
    )
    assert [cell.row for cell in one.silent] == ["1"]


def test_a_field_that_the_table_does_not_print_is_no_cell_unless_it_is_invented() -> None:
    invented = scored(task("1", leaders=["王五"]), task("2"), task("3"))
    assert [cell.field for cell in invented.silent] == ["leaders"]
    assert len(invented.flaggable) == 9


@pytest.mark.parametrize(
    ("path", "is_right"),
    [
        pytest.param(["民生"], True, id="numbering is nothing"),
        pytest.param([], False, id="lost"),
        pytest.param(["一、民生", "养老"], False, id="deeper"),
        pytest.param(["二、产业"], False, id="another heading"),
    ],
)
def test_headings_are_held_against_the_key(path: list[str], is_right: bool) -> None:
    one = scored(task("1", path=path), task("2"), task("3"))
    assert (one.rate("path").f1 == 1) is is_right


@pytest.mark.parametrize(
    ("found", "true"),
    [
        pytest.param({"op": ">=", "value": 200, "unit": "个"}, 1, id="as the key says"),
        pytest.param({"op": "=", "value": 200, "unit": "个"}, 1, id="the other way to say it"),
        pytest.param({"op": "<=", "value": 200, "unit": "个"}, 0, id="the wrong way round"),
        pytest.param({"op": ">=", "value": 20, "unit": "个"}, 0, id="another figure"),
        pytest.param({"op": ">=", "value": 200, "unit": "家"}, 0, id="another unit"),
    ],
)
def test_targets_are_held_against_the_key(found: dict[str, Any], true: int) -> None:
    wanted = {"targets": [{"op": "=|>=", "value": 200, "unit": "个"}]}
    one = scored(task("1"), task("2", targets=[found]), task("3"), row2=wanted)
    assert one.rate("targets") == Rate(true, 1, 1)


def test_a_unit_that_the_source_lost_is_not_held_against_a_reading() -> None:
    found = {"op": ">=", "value": 200, "unit": "个"}
    wanted = {"targets": [{"op": ">=", "value": 200}]}
    assert scored(task("1"), task("2", targets=[found]), task("3"), row2=wanted).wrong == []


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"text": "1、停车治理。新增车位。"}, id="in the text"),
        pytest.param({"text": "新增车位。", "path": ["民生", "1、停车治理"]}, id="in the path"),
    ],
)
def test_an_item_known_by_its_heading_may_keep_it_in_text_or_path(changes: dict[str, Any]) -> None:
    row = {"heading": "停车治理", "lead": ["区民政局"]}
    short = read_key({"file": "a.txt", "table": "乙", "lines": [1, 9], "rows": [row]})
    assert short
    found = task("2", coop=[], schedule=[]) | changes
    assert score(short, reading(found)).wrong == []


def test_tasks_outside_the_lines_of_the_key_are_another_tables() -> None:
    elsewhere = task("1", location={"start": 100, "end": 100})
    assert scored(elsewhere, task("1"), task("2"), task("3")).wrong == []


def test_a_key_without_rows_is_no_key_for_a_table() -> None:
    assert read_key({"seed": "a.txt", "lines": [1, 2], "pairs": []}) is None


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        pytest.param(Rate(0, 0, 0), (1, 1, 1), id="nothing to find and nothing found"),
        pytest.param(Rate(0, 2, 0), (0, 0, 0), id="found where nothing is"),
        pytest.param(Rate(0, 0, 2), (0, 0, 0), id="nothing found"),
        pytest.param(Rate(1, 2, 1), (0.5, 1, 2 / 3), id="half of it wrong"),
    ],
)
def test_rates(rate: Rate, expected: tuple[float, float, float]) -> None:
    assert (rate.precision, rate.recall, rate.f1) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("(十二) 推进“一网”", "推进一网", id="bracketed"),
        pytest.param("1.10 做好\xa0工作", "做好工作", id="two levels"),
        pytest.param("3、做好工作", "做好工作", id="with a comma"),
        pytest.param("3G网络", "3G网络", id="a figure that is no number"),
    ],
)
def test_bare_words(text: str, expected: str) -> None:
    assert bare(text) == expected


def test_the_report_names_every_wrong_cell_silent_ones_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "reading.json"
    tasks = [task("1", lead=[], certain={"lead": False}), task("2", lead=["区教育局"]), task("3")]
    file.write_text(json.dumps(reading(*tasks)), encoding="utf-8")
    monkeypatch.setattr(scoring, "load_keys", lambda: [key()])
    assert scoring.main([str(file)]) == 1
    wrong = capsys.readouterr().out.split("\n\n")[1].splitlines()
    assert wrong[0].startswith("a.t SILENT")
    assert wrong[0].endswith("2 lead: missing 区民政局, extra 区教育局")
    assert wrong[1].startswith("a.t flagged")

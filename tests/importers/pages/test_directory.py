"""Picking departments for a row, and saying once for all rows what a name means."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from accounts.models import Department, Jurisdiction
from importers.models import ImportBatch, ImportRow
from importers.reading.document import Location
from tests.factories import a_department
from tests.importers.pages.desks import (
    HTMX,
    a_certain_row,
    a_doubtful_row,
    an_administrator,
    on_the_desk,
    rows_of,
    signed_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def hers() -> Client:
    return signed_in(an_administrator())


@pytest.fixture
def batch() -> ImportBatch:
    """Three rows whose names the directory lacks; the first is in doubt."""
    return on_the_desk(a_doubtful_row(1), a_certain_row(2), a_certain_row(3))


@pytest.fixture
def housing(batch: ImportBatch) -> Department:
    """A department of the batch's area whose name the rows do not print."""
    area = Jurisdiction.objects.get(pk=batch.plans.get().jurisdiction_id)
    return a_department("区住房和城乡建设委员会", jurisdiction=area)


def pick(client: Client, row: ImportRow, **said: Any) -> Any:
    address = f"/imports/{row.batch_id}/rows/{row.pk}/pick/"
    return client.post(address, {"version": row.version, **said}, headers=HTMX)


# --- picking -----------------------------------------------------------------------------


def test_a_department_is_found_by_a_part_of_its_name(
    hers: Client, batch: ImportBatch, housing: Department
) -> None:
    row = rows_of(batch)[0]
    address = f"/imports/{batch.pk}/rows/{row.pk}/pick/?field=coop&q=住房"
    words = hers.get(address, headers={**HTMX, "HX-Target": "found"}).content.decode()
    assert words.startswith('<fieldset id="found"')
    assert f'value="{housing.pk}"' in words


def test_what_is_not_found_is_said(hers: Client, batch: ImportBatch) -> None:
    row = rows_of(batch)[0]
    address = f"/imports/{batch.pk}/rows/{row.pk}/pick/?field=coop&q=没有这个"
    assert "名录里没有像“没有这个”的部门" in hers.get(address).content.decode()


@pytest.mark.parametrize(
    ("which", "names"),
    [
        pytest.param("0", ["区住房和城乡建设委员会"], id="in its place"),
        pytest.param("add", ["区住建委", "区住房和城乡建设委员会"], id="behind"),
        pytest.param("9", ["区住建委", "区住房和城乡建设委员会"], id="no such place"),
    ],
)
def test_a_picked_department_settles_the_doubt(
    hers: Client, batch: ImportBatch, housing: Department, which: str, names: list[str]
) -> None:
    row = rows_of(batch)[0]
    assert pick(hers, row, field="coop", department=housing.pk, which=which).status_code == 200
    row.refresh_from_db()
    assert (row.draft["coop"], row.settled) == (names, ["coop"])


def test_a_department_may_be_picked_for_a_sure_field(
    hers: Client, batch: ImportBatch, housing: Department
) -> None:
    row = rows_of(batch)[1]
    pick(hers, row, field="lead", department=housing.pk, which="0")
    row.refresh_from_db()
    assert row.draft["lead"] == ["区住房和城乡建设委员会"]


@pytest.mark.parametrize("department", ["", "x", "999999"])
def test_nothing_picked_is_refused_in_the_dialog(
    hers: Client, batch: ImportBatch, department: str
) -> None:
    answer = pick(hers, rows_of(batch)[0], field="coop", department=department)
    assert answer.status_code == 422
    assert answer.headers["HX-Retarget"] == "#dialog"
    assert "还没有选部门" in answer.content.decode()


def test_a_page_that_is_out_of_date_picks_nothing(
    hers: Client, batch: ImportBatch, housing: Department
) -> None:
    row = rows_of(batch)[0]
    pick(hers, row, field="coop", department=housing.pk, which="0")
    late = pick(hers, row, field="coop", department=housing.pk, which="add")
    assert late.status_code == 409
    assert late.headers["HX-Retarget"] == "#row"


# --- splitting and adding ----------------------------------------------------------------


def test_a_row_is_split_where_its_lines_say(hers: Client) -> None:
    batch = on_the_desk(a_certain_row(1), a_doubtful_row(2))
    row = rows_of(batch)[0]
    text = row.draft["text"]
    said = {"version": row.version, "lines": f"{text[:4]}\n{text[4:]}"}
    answer = hers.post(f"/imports/{batch.pk}/rows/{row.pk}/split/", said, headers=HTMX)
    assert answer.status_code == 200
    assert [one.draft["text"] for one in rows_of(batch)[:2]] == [text[:4], text[4:]]


def test_a_split_that_changes_words_keeps_what_was_typed(hers: Client) -> None:
    row = rows_of(on_the_desk(a_certain_row(1)))[0]
    address = f"/imports/{row.batch_id}/rows/{row.pk}/split/"
    answer = hers.post(address, {"version": 0, "lines": "改了\n两行"}, headers=HTMX)
    assert answer.status_code == 422
    assert "改了\n两行</textarea>" in answer.content.decode()


def with_a_missed_line() -> ImportBatch:
    """A batch of one row, and a line of its source that no row is made of."""
    batch = on_the_desk(a_certain_row(1))
    for position, words in enumerate(("新建1处口袋公园", "另建2座桥")):
        place = Location(position + 1, position + 1)
        batch.lines.create(
            position=position,
            kind="paragraph",
            start=place.start,
            end=place.end,
            reach=position,
            text=words,
        )
    return batch


def test_a_line_that_was_passed_over_becomes_a_row(hers: Client) -> None:
    batch = with_a_missed_line()
    address = f"/imports/{batch.pk}/rows/{rows_of(batch)[0].pk}/missed/"
    words = hers.get(address).content.decode()
    assert re.findall(r'name="position" value="(\d+)"', words) == ["1"]
    assert hers.post(address, {"position": "1"}, headers=HTMX).status_code == 200
    made = rows_of(batch)[1]
    assert made.draft["text"] == "另建2座桥"
    assert "lead" in made.flagged


@pytest.mark.parametrize("position", ["", "x", "77"])
def test_no_line_is_no_row(hers: Client, position: str) -> None:
    batch = with_a_missed_line()
    address = f"/imports/{batch.pk}/rows/{rows_of(batch)[0].pk}/missed/"
    assert hers.post(address, {"position": position}, headers=HTMX).status_code == 422
    assert len(rows_of(batch)) == 1


# --- names -------------------------------------------------------------------------------


def say(client: Client, batch: ImportBatch, printed: str, way: str) -> Any:
    area = batch.plans.get().jurisdiction_id
    said = {"printed": printed, "area": area, "way": way, "page": "1"}
    return client.post(f"/imports/{batch.pk}/names/", said)


def names(client: Client, batch: ImportBatch, asked: str = "") -> str:
    answer = client.get(f"/imports/{batch.pk}/names/{asked}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_every_unknown_name_is_listed_with_how_often_it_is_printed(
    hers: Client, batch: ImportBatch
) -> None:
    words = names(hers, batch)
    assert "有 3 个名称不在名录里" in words
    found = re.findall(r"<h2>(\S+?)<|<h2>(\S+)</h2>", words)
    assert "区绿化市容局" in {one or other for one, other in found}
    assert "印在 2 处" in words


def test_a_name_is_said_once_for_all_rows(
    hers: Client, batch: ImportBatch, housing: Department
) -> None:
    answer = say(hers, batch, "区绿化市容局", f"d{housing.pk}")
    assert answer.headers["Location"] == f"/imports/{batch.pk}/names/?page=1"
    words = names(hers, batch)
    assert words.count('<span class="tag">已定</span>') == 1
    assert re.search(rf'value="d{housing.pk}" checked', words)


@pytest.mark.parametrize("way", ["new", "group", "leave"])
def test_a_name_may_be_new_a_group_or_nobody(hers: Client, batch: ImportBatch, way: str) -> None:
    say(hers, batch, "区绿化市容局", way)
    batch.refresh_from_db()
    (area,) = batch.names.values()
    assert [one["way"] for one in area.values()] == [way]


def test_what_was_said_is_taken_back(hers: Client, batch: ImportBatch) -> None:
    say(hers, batch, "区绿化市容局", "leave")
    say(hers, batch, "区绿化市容局", "back")
    assert "有 3 个名称不在名录里" in names(hers, batch)


@pytest.mark.parametrize("way", ["", "d", "dx", "d999999", "bless"])
def test_no_such_meaning_is_refused(hers: Client, batch: ImportBatch, way: str) -> None:
    answer = say(hers, batch, "区绿化市容局", way)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def test_a_name_is_looked_up_in_the_directory(
    hers: Client, batch: ImportBatch, housing: Department
) -> None:
    words = names(hers, batch, "?printed=区绿化市容局&q=住房")
    assert f'value="d{housing.pk}" checked' in words


def test_another_at_the_desk_keeps_the_names(hers: Client, batch: ImportBatch) -> None:
    hers.get(f"/imports/{batch.pk}/")
    his = signed_in(an_administrator("陆一舟"))
    assert say(his, batch, "区绿化市容局", "leave").status_code == 409
    assert "您可以看，不能改" in names(his, batch)

"""A file is handed in, read in a job, and becomes a batch to be reviewed; or says why not."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import connection
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from accounts.models import Jurisdiction, User
from accounts.roles import Role
from importers import tasks, upload_job
from importers.commit import commit_batch, record
from importers.models import ImportBatch, ImportRow, SourceLine, Upload
from importers.reading.sources.limits import MAX_FILE_BYTES
from importers.review import ReviewRefused
from importers.uploads import STALE_AFTER, Received, is_stale, receive, retry
from tests.factories import a_user
from tracker import celery

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 3, 1, 1, 30, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(seconds=20)
PLAN = """云州市临溪区人民政府关于印发临溪区2026年重点工作实施方案的通知

临政发〔2026〕3号

打通断头路两条。（责任单位：区交通局、区财政局）

新建口袋公园三个。（责任单位：区绿化局）

云州市临溪区人民政府

2026年2月11日
"""
Status = Upload.Status


@pytest.fixture
def by() -> User:
    return a_user(Role.ADMINISTRATOR)


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    keys: list[int] = []
    monkeypatch.setattr(tasks.read_upload, "delay", keys.append)
    return keys


def received(by: User, text: str = PLAN, **options: Any) -> Received:
    values = {"by": by, "at": NOW, "notice_accepted": True, **options}
    name = values.pop("name", "方案.txt")
    return receive(name, values.pop("data", text.encode()), **values)


def an_upload(by: User, text: str = PLAN, **options: Any) -> Upload:
    upload = received(by, text, **options).upload
    assert upload is not None
    return upload


def read(upload: Upload, *, at: dt.datetime = LATER) -> Upload:
    """What the worker does; the upload as it stands then."""
    upload_job.read(upload.pk, at=at, now=lambda: at)
    upload.refresh_from_db()
    return upload


# --- handing in --------------------------------------------------------------------------


def test_a_file_is_kept_and_sent_to_be_read(
    by: User, sent: list[int], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        upload = an_upload(by)
    assert sent == [upload.pk]
    assert (upload.status, upload.size, upload.by) == (Status.QUEUED, len(PLAN.encode()), by)
    assert bytes(Upload.objects.with_content().get().content) == PLAN.encode()


def test_nothing_is_sent_where_the_transaction_is_rolled_back(
    by: User, sent: list[int], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(ReviewRefused):
        received(by, "")
    assert sent == []


def test_without_a_broker_the_upload_waits(
    by: User,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    def no_broker(pk: int) -> None:
        raise OSError("no broker")

    monkeypatch.setattr(tasks.read_upload, "delay", no_broker)
    with django_capture_on_commit_callbacks(execute=True):
        received(by)
    upload = Upload.objects.get()
    assert upload.status == Status.QUEUED
    assert is_stale(upload, at=NOW + STALE_AFTER)


def test_the_bytes_stay_in_the_database_unless_asked_for(by: User) -> None:
    an_upload(by)
    assert "content" in Upload.objects.get().get_deferred_fields()
    assert "content" not in Upload.objects.with_content().get().get_deferred_fields()


def test_a_paste_is_a_text_file(by: User) -> None:
    upload = an_upload(by, pasted=True, name="")
    assert (upload.source_name, upload.pasted) == ("粘贴的文字.txt", True)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        pytest.param("C:\\下载\\方案.txt", "方案.txt", id="a folder of Windows"),
        pytest.param("../../etc/passwd", "passwd", id="a way out"),
        pytest.param("方\0案\ud800.txt", "方案?.txt", id="what cannot be kept"),
        pytest.param("长" * 300 + ".docx", "长" * 250 + ".docx", id="too long"),
    ],
)
def test_only_the_file_s_own_name_is_kept(by: User, name: str, kept: str) -> None:
    assert an_upload(by, name=name).source_name == kept


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param({"notice_accepted": False}, "没有确认保密提示", id="without the notice"),
        pytest.param({"text": " \n "}, "“方案.txt”是空的", id="an empty file"),
        pytest.param({"data": b"x" * (MAX_FILE_BYTES + 1)}, "超过 20 MB 的上限", id="too large"),
        pytest.param({"fallback": "某地"}, "“某地”不是行政区的全称", id="no area"),
    ],
)
def test_what_cannot_be_taken_is_refused(by: User, options: dict[str, Any], told: str) -> None:
    with pytest.raises(ReviewRefused, match=told) as caught:
        received(by, **options)
    assert caught.value.code == "invalid"
    assert caught.value.mend
    assert not Upload.objects.exists()


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.LIAISON, Role.AUDITOR, None])
def test_only_administrators_hand_files_in(role: Role | None) -> None:
    with pytest.raises(ReviewRefused, match="只有管理员可以导入") as caught:
        received(a_user(role))
    assert caught.value.code == "forbidden"


# --- the same file again -----------------------------------------------------------------


def test_a_file_that_is_being_read_is_not_read_twice(by: User) -> None:
    first = an_upload(by)
    again = received(by, at=LATER)
    assert (again.upload, again.batch) == (first, None)
    assert "正在读取" in again.already


def test_a_file_whose_reading_died_is_taken_anew(by: User) -> None:
    first = an_upload(by)
    again = received(by, at=NOW + STALE_AFTER)
    assert again.upload not in (None, first)


def test_a_file_under_review_leads_to_its_batch(by: User) -> None:
    batch = read(an_upload(by)).batch
    again = received(by, at=LATER)
    assert (again.upload, again.batch) == (None, batch)
    assert "正在复核" in again.already


def test_a_committed_file_leads_to_its_batch(by: User) -> None:
    batch = read(an_upload(by)).batch
    assert batch is not None
    commit_batch(batch, at=LATER)
    again = received(by, at=LATER)
    assert (again.upload, again.batch) == (None, batch)
    assert "已于 2026-03-01 09:30 入库" in again.already


def test_a_file_that_was_refused_may_be_handed_in_again(by: User) -> None:
    first = read(an_upload(by, "没有任务的文字"))
    assert received(by, "没有任务的文字", at=LATER).upload not in (None, first)


# --- reading -----------------------------------------------------------------------------


def test_a_file_becomes_a_batch_with_its_rows_and_lines(by: User) -> None:
    upload = read(an_upload(by))
    assert (upload.status, upload.step) == (Status.READ, Upload.Step.FINISHED)
    assert upload.batch is not None
    assert (upload.batch.status, upload.batch.imported_by) == (ImportBatch.Status.READ, by)
    assert (upload.done, upload.total) == (2, 2)
    assert upload.batch.rows.count() == 2
    assert "打通断头路两条。（责任单位：区交通局、区财政局）" in list(
        upload.batch.lines.values_list("text", flat=True)
    )


def test_a_file_without_an_area_gets_the_one_that_was_given(by: User) -> None:
    text = PLAN.replace("云州市临溪区", "").replace("临溪区", "")
    read(an_upload(by, text, fallback="云州市东河区"))
    assert ImportBatch.objects.get().jurisdiction == Jurisdiction.objects.get(short="东河区")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("没有任务的文字", "没有找到任务分工", id="no tasks"),
        pytest.param("打通断头路。（责任单位：区交通局）", "看不出属于哪个行政区", id="no area"),
    ],
)
def test_a_file_that_cannot_be_imported_says_where_why_and_what_to_do(
    by: User, text: str, told: str
) -> None:
    upload = read(an_upload(by, text))
    assert upload.status == Status.REFUSED
    assert told in upload.problem
    assert "方案.txt" in upload.place
    assert upload.mend
    assert not ImportBatch.objects.exists()


def test_nothing_is_kept_of_a_file_that_bears_a_mark_of_secrecy(by: User) -> None:
    upload = read(an_upload(by, f"机密★一年\n\n{PLAN}"))
    assert upload.status == Status.REFUSED
    assert "密级标志" in upload.problem
    assert bytes(Upload.objects.with_content().get().content) == b""
    with pytest.raises(ReviewRefused, match="不需要重新读取"):
        retry(upload, by=by, at=LATER)


def test_a_reading_without_end_is_stopped(by: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_given: object, **_options: object) -> None:
        raise SoftTimeLimitExceeded

    monkeypatch.setattr(upload_job, "read_document", endless)
    upload = read(an_upload(by))
    assert (upload.status, "读了120秒还没有读完" in upload.problem) == (Status.REFUSED, True)


def test_an_error_of_the_program_is_told_plainly_and_saves_nothing(
    by: User, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(upload_job, "_finish", broken)
    upload = read(an_upload(by))
    assert (upload.status, upload.problem) == (
        Status.REFUSED,
        "读取时程序出错，没有保存任何内容。",
    )
    assert "ZeroDivisionError" in caplog.text
    assert not ImportBatch.objects.exists()
    assert not ImportRow.objects.exists()


def test_the_job_s_limits_leave_time_to_say_so() -> None:
    job: Any = tasks.read_upload
    assert job.soft_time_limit == 120 < job.time_limit < STALE_AFTER.total_seconds()


def test_the_worker_knows_the_job() -> None:
    celery.app.loader.import_default_modules()
    assert tasks.read_upload.name in celery.app.tasks


def test_the_job_reads_what_its_key_names(by: User) -> None:
    upload = an_upload(by)
    tasks.read_upload(upload.pk)
    tasks.read_upload(0)
    assert list(Upload.objects.values_list("status", flat=True)) == [Status.READ]


# --- workers that die --------------------------------------------------------------------


def a_dying_worker(monkeypatch: pytest.MonkeyPatch, upload: Upload, at: dt.datetime) -> None:
    """A worker claims the upload and is killed in the middle."""

    class Killed(BaseException):
        pass

    def die(*_given: object, **_options: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(upload_job, "record", die)
        with pytest.raises(Killed):
            upload_job.read(upload.pk, at=at, now=lambda: at)


def test_a_job_that_comes_twice_reads_once(by: User) -> None:
    upload = read(an_upload(by))
    read(upload, at=LATER + STALE_AFTER)
    assert ImportBatch.objects.count() == 1
    assert upload.attempts == 1


def test_a_reading_is_left_to_a_worker_that_may_live(
    by: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = an_upload(by)
    a_dying_worker(monkeypatch, upload, NOW)
    assert read(upload, at=NOW + STALE_AFTER - dt.timedelta(seconds=1)).status == Status.READING


def test_a_reading_whose_worker_died_is_taken_over(
    by: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = an_upload(by)
    a_dying_worker(monkeypatch, upload, NOW)
    assert read(upload, at=NOW + STALE_AFTER).status == Status.READ
    assert SourceLine.objects.filter(batch=upload.batch).exists()


def test_a_file_of_which_workers_die_is_not_read_for_ever(
    by: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = an_upload(by)
    for number in range(upload_job.MOST_ATTEMPTS):
        a_dying_worker(monkeypatch, upload, NOW + number * STALE_AFTER)
    read(upload, at=NOW + 9 * STALE_AFTER)
    assert (upload.status, upload.problem) == (Status.REFUSED, "读了3次都中断了，不再重试。")


def test_a_worker_that_wakes_up_too_late_saves_nothing(
    by: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = an_upload(by)

    def overtaken(*given: Any, **options: Any) -> ImportBatch:
        Upload.objects.update(reading_since=LATER + STALE_AFTER)
        return record(*given, **options)

    monkeypatch.setattr(upload_job, "record", overtaken)
    assert read(upload).status == Status.READING
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize(
    ("status", "since", "stale"),
    [
        pytest.param(Status.READING, STALE_AFTER, True, id="reading for too long"),
        pytest.param(Status.READING, dt.timedelta(seconds=9), False, id="reading"),
        pytest.param(Status.QUEUED, STALE_AFTER, True, id="queued for too long"),
        pytest.param(Status.READ, STALE_AFTER, False, id="read"),
    ],
)
def test_an_upload_that_moves_no_more_is_stale(
    by: User, status: str, since: dt.timedelta, stale: bool
) -> None:
    upload = an_upload(by)
    upload.status, upload.reading_since = status, NOW
    assert is_stale(upload, at=NOW + since) is stale


# --- swept -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "since", "swept"),
    [
        pytest.param(Status.QUEUED, STALE_AFTER, True, id="queued for too long"),
        pytest.param(Status.QUEUED, dt.timedelta(seconds=9), False, id="queued"),
        pytest.param(Status.READING, STALE_AFTER, True, id="its worker died"),
        pytest.param(Status.READING, dt.timedelta(seconds=9), False, id="being read"),
        pytest.param(Status.READ, STALE_AFTER, False, id="read"),
    ],
)
def test_what_moves_no_more_is_left_behind(
    by: User, status: str, since: dt.timedelta, swept: bool
) -> None:
    upload = an_upload(by)
    Upload.objects.update(status=status, created_at=NOW, reading_since=NOW)
    assert upload_job.left_behind(at=NOW + since) == ([upload.pk] if swept else [])


def test_a_refused_upload_is_not_swept(by: User) -> None:
    upload = read(an_upload(by, "没有任务"))
    assert upload_job.left_behind(at=NOW + 99 * STALE_AFTER) == []
    assert upload.status == Status.REFUSED


def sweep(monkeypatch: pytest.MonkeyPatch, at: dt.datetime) -> None:
    """What beat asks for every minute; whatever it sends is done at once."""
    monkeypatch.setattr(timezone, "now", lambda: at)
    monkeypatch.setattr(tasks.read_upload, "delay", tasks.read_upload)
    tasks.sweep_uploads()


def test_an_upload_whose_job_was_lost_is_read_after_all(
    by: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = an_upload(by)
    sweep(monkeypatch, NOW + STALE_AFTER)
    upload.refresh_from_db()
    assert (upload.status, upload.attempts) == (Status.READ, 1)


def test_a_sweep_reads_what_a_dead_worker_left_and_gives_up_in_the_end(
    by: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = an_upload(by)
    for number in range(upload_job.MOST_ATTEMPTS):
        a_dying_worker(monkeypatch, upload, NOW + number * STALE_AFTER)
    sweep(monkeypatch, NOW + 3 * STALE_AFTER)
    upload.refresh_from_db()
    assert (upload.status, upload.problem) == (Status.REFUSED, "读了3次都中断了，不再重试。")
    assert upload_job.left_behind(at=NOW + 99 * STALE_AFTER) == []


def test_beat_sweeps_every_minute() -> None:
    entry: Any = settings.CELERY_BEAT_SCHEDULE["sweep-uploads"]
    assert entry["task"] == tasks.sweep_uploads.name
    assert entry["schedule"] == 60 > entry["options"]["expires"]


# --- once more ---------------------------------------------------------------------------


def test_an_interrupted_upload_is_read_again(
    by: User,
    sent: list[int],
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    upload = an_upload(by)
    a_dying_worker(monkeypatch, upload, NOW)
    with django_capture_on_commit_callbacks(execute=True):
        upload = retry(upload, by=by, at=NOW + STALE_AFTER)
    assert (sent, upload.status, upload.attempts) == ([upload.pk], Status.QUEUED, 0)
    assert read(upload, at=NOW + STALE_AFTER).status == Status.READ


def test_a_refused_upload_is_read_again(by: User) -> None:
    upload = retry(read(an_upload(by, "没有任务")), by=by, at=LATER)
    assert (upload.status, upload.problem) == (Status.QUEUED, "")


@pytest.mark.parametrize("done", [False, True], ids=["going on", "read"])
def test_an_upload_that_needs_no_retry_gets_none(by: User, done: bool) -> None:
    upload = an_upload(by)
    if done:
        read(upload)
    with pytest.raises(ReviewRefused, match="不需要重新读取") as caught:
        retry(upload, by=by, at=LATER)
    assert caught.value.code == "nothing"


def test_only_administrators_retry(by: User) -> None:
    upload = read(an_upload(by, "没有任务"))
    with pytest.raises(ReviewRefused, match="只有管理员"):
        retry(upload, by=a_user(Role.AUDITOR), at=LATER)


# --- what others see meanwhile -----------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_progress_is_seen_while_the_batch_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    by = a_user()
    by.is_superuser = True
    by.save()
    monkeypatch.setattr(tasks.read_upload, "delay", lambda pk: None)
    upload = an_upload(by)
    seen: list[tuple[str, int, int | None]] = []
    finish = upload_job._finish

    def look(*given: Any) -> None:
        seen.extend(_seen_from_outside(upload.pk))
        finish(*given)

    monkeypatch.setattr(upload_job, "_finish", look)
    assert read(upload).status == Status.READ
    assert seen == [("saving", 0, 2)]


def _seen_from_outside(pk: int) -> list[tuple[str, int, int | None]]:
    """The upload as another connection sees it; no batch is there yet."""
    outside = connection.copy()
    with outside.cursor() as cursor:
        cursor.execute("SELECT step, done, total FROM importers_upload WHERE id = %s", [pk])
        found = cursor.fetchall()
        cursor.execute("SELECT count(*) FROM importers_importbatch")
        assert cursor.fetchone() == (0,)
    outside.close()
    return list(found)

"""Whatever is in a file, it is read or refused in words, in little time and memory.

``make fuzz`` tries thousands (``tests/hostile/fuzz.py``).
"""

from __future__ import annotations

import pytest

from tests.hostile.cases import case
from tests.hostile.crafted import CRAFTED
from tests.hostile.fuzz import Reader, Told, summary, told
from tests.hostile.reader import MOST_SECONDS, outcome
from tests.hostile.seeds import FORMS, Form, seeds

SEED = 20_260_322
FILES = 150
TITLE = "云州市临溪区方案"


@pytest.fixture(scope="module")
def all_told() -> list[Told]:
    return list(told(SEED, range(FILES)))


@pytest.mark.slow
def test_every_hostile_file_is_read_or_refused(all_told: list[Told]) -> None:
    faults = [f"{one.case.number} {one.case.made}: {one.why}" for one in all_told
              if one.found == "fault"]  # fmt: skip
    assert faults == []


@pytest.mark.slow
def test_the_figures_of_a_run_add_up(all_told: list[Told]) -> None:
    figures = summary(SEED, all_told)
    assert figures["files"] == FILES == figures["read"] + figures["refused"]
    assert figures["slowest_s"] <= MOST_SECONDS


@pytest.mark.parametrize("form", FORMS)
def test_what_the_mutations_start_from_is_read(form: Form) -> None:
    for data in seeds(form):
        assert outcome(f"plan.{form}", data)["found"] == "read"


def test_the_same_number_gives_the_same_file() -> None:
    first, again = case(SEED, 7), case(SEED, 7)
    assert (first.name, first.data) == (again.name, again.data)


def test_every_maker_is_used_by_chance() -> None:
    made = {case(SEED, number).made for number in range(400)}
    assert len(made & {make.__name__ for make in CRAFTED}) > len(CRAFTED) // 2


def test_a_refusal_without_a_sentence_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str, data: bytes) -> None:
        from importers.reading import SourceError

        raise SourceError(name, "bad file", "请另存后再导入。")

    monkeypatch.setattr("tests.hostile.reader.read_bytes", refuse)
    told = outcome("plan.txt", TITLE.encode())
    assert (told["found"], told["why"]) == ("fault", "no sentence: 'bad file'")


def test_what_is_no_refusal_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def panic(name: str, data: bytes) -> None:
        raise BaseException("panic")

    monkeypatch.setattr("tests.hostile.reader.read_bytes", panic)
    assert outcome("plan.txt", b"x")["why"] == "builtins.BaseException: panic"


@pytest.mark.slow
def test_a_process_that_ends_is_told_and_begun_again(monkeypatch: pytest.MonkeyPatch) -> None:
    one = case(SEED, 1)
    with Reader() as reader:
        assert reader.read(one).found in {"read", "refused"}
        process = reader._process
        assert process is not None
        process.kill()
        process.wait()
        assert reader.read(one).found == "fault"
        assert reader.read(one).found in {"read", "refused"}

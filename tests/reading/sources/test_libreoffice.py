"""Old and open forms are turned by the real LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from importers.reading import Reading, read_bytes, read_file

SAMPLES = Path(__file__).parents[3] / "samples" / "formats"
SOFFICE = shutil.which("soffice")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice here (soffice)"),
]


def turned(sample: str, form: str, folder: Path) -> bytes:
    """The sample, saved by LibreOffice in another form."""
    command = [
        str(SOFFICE), f"-env:UserInstallation=file://{folder}/profile", "--headless",
        "--convert-to", form, "--outdir", str(folder), str(SAMPLES / sample),
    ]  # fmt: skip
    if sample.endswith("html"):
        command[3:3] = ["--infilter=HTML (StarWriter)"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / f"{Path(sample).stem}.{form.partition(':')[0]}").read_bytes()


def rows(reading: Reading) -> list[tuple[object, ...]]:
    return [
        (row.text, row.lead, row.coop, row.leaders, [one.due for one in row.schedule])
        for plan in reading.plans
        for table in plan.tables
        for row in table.tasks
    ]


@pytest.mark.parametrize(
    ("sample", "form", "name"),
    [
        pytest.param("linxi-2026-tasks.html", "doc:MS Word 97", "方案.doc", id="doc"),
        pytest.param("linxi-2026-tasks.html", "doc:MS Word 97", "方案.wps", id="wps"),
        pytest.param("linxi-2026-tasks.docx", "odt", "方案.odt", id="odt"),
        pytest.param("linxi-2026-tasks.docx", "rtf", "方案.rtf", id="rtf"),
        pytest.param("linxi-2026-tasks.xlsx", "ods", "方案.ods", id="ods"),
    ],
)
def test_it_gives_the_same_tasks_as_the_form_it_was_saved_from(
    sample: str, form: str, name: str, tmp_path: Path
) -> None:
    reading = read_bytes(name, turned(sample, form, tmp_path))
    assert rows(reading) == rows(read_file(SAMPLES / sample))
    assert any("LibreOffice" in words for words in reading.warnings)

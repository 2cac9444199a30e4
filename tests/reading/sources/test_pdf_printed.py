"""A table that a browser prints on several pages comes back as one grid."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.reading.sources.pdfs import grids, read, rows

CHROMIUM = shutil.which("chromium")

PRINTED = """<meta charset=utf-8><style>td,th{border:1px solid;padding:2pt 5pt}
table{border-collapse:collapse;width:100%}</style><h1>临溪区重点工作</h1><table><thead><tr>
<th>序号<th>任务<th>牵头单位<th>时限</tr></thead><tbody>"""


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="needs a browser that prints")
def test_a_page_printed_by_a_browser_gives_its_rows(tmp_path: Path) -> None:
    body = [["整治黑臭河道，建立长效管理机制。" * (n % 4 + 1), "6月底"] for n in range(60)]
    html = PRINTED + "".join(
        f"<tr><td>{n + 1}<td>{task}"
        + ("<td rowspan=2>区水务局" if n % 2 == 0 else "")
        + f"<td>{due}</tr>"
        for n, (task, due) in enumerate(body)
    )
    (tmp_path / "plan.html").write_text(html, encoding="utf-8")
    subprocess.run(
        [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu",
            f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={tmp_path / 'plan.pdf'}",
            (tmp_path / "plan.html").as_uri(),
        ],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    (grid,) = grids(read((tmp_path / "plan.pdf").read_bytes()))
    found = rows(grid)
    assert [[line[1], line[3]] for line in found[1:]] == body
    assert {line[2] for line in found[1::2]} == {"区水务局"}

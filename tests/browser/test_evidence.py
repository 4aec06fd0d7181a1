"""The file on a supplier's deficiencies is made and fetched on the supplier's page, and opens as a document."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.conftest import serve
from tests.browser.people import Worker, asked, own_home, visits

pytestmark = pytest.mark.browser
HIGHEST = "SELECT supplier_id FROM escalation_case k JOIN escalation_event e ON e.case_id = k.id WHERE e.to_step = 4"


@pytest.fixture(scope="module")
def home(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A municipality of this module's own: every file made is written in its log."""
    return own_home(sample_home, tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="module")
def own_address(home: Path) -> Iterator[str]:
    """Where it is served."""
    yield from serve(home)


@pytest.fixture
def worker(context: BrowserContext, own_address: str) -> Iterator[Worker]:
    """Legal counsel."""
    yield from visits(context, own_address, "iris.legal")


def test_the_file_is_made_and_opens_in_a_word_processor(worker: Worker, home: Path, tmp_path: Path) -> None:
    worker.open(f"/leverantor?id={asked(home, HIGHEST)[0][0]}&del=arenden")
    worker.press("Gör underlaget")

    word = fetched(worker, "Hämta som Word", tmp_path)
    archive = fetched(worker, "Hämta allt som ZIP", tmp_path)

    assert word.name in ZipFile(archive).namelist()
    assert "word/document.xml" in ZipFile(word).namelist()
    office = shutil.which("soffice")
    if office:
        profile = f"-env:UserInstallation=file://{tmp_path}/office"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(word)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        assert word.with_suffix(".pdf").stat().st_size > 10_000


def fetched(worker: Worker, label: str, folder: Path) -> Path:
    """Presses the button and gives the file that comes."""
    with worker.page.expect_download() as waiting:
        worker.page.get_by_role("button", name=label).click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file

"""Static files as they are gathered: the desk's scripts find each other."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders

from roznama.config.storage import StaticStorage

_NAMED = re.compile(r'"\./([^"]+\.(?:js|css))"')


@pytest.fixture(scope="module")
def gathered(tmp_path_factory):
    """The files of readers' pages, gathered as `roznama setup` does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "STATIC_ROOT", tmp_path_factory.mktemp("static"))
        storage = StaticStorage(location=settings.STATIC_ROOT, base_url="/static/")
        paths = {
            name: (source, name)
            for finder in get_finders()
            for name, source in finder.list([])
            if name.startswith(("desk/", "paper/"))
        }
        for name, (source, _) in paths.items():
            with source.open(name) as file:
                storage.save(name, file)
        for _, _, processed in storage.post_process(paths):
            assert not isinstance(processed, Exception), processed
    return storage


def test_every_address_in_the_desks_scripts_is_a_file_with_its_hash(gathered):
    names = [name for name in gathered.hashed_files.values() if name.endswith(".js")]
    assert len(names) >= 12
    for name in names:
        text = gathered.open(name).read().decode()
        assert text.strip()
        for other in _NAMED.findall(text):
            assert re.search(r"\.[0-9a-f]{12}\.(js|css)$", other), (name, other)
            assert gathered.exists(f"{name.rpartition('/')[0]}/{other}")


def test_what_is_served_has_no_remarks(gathered):
    name = gathered.hashed_files["desk/line.js"]
    text = gathered.open(name).read().decode()
    assert "export class Line" in text
    assert not re.search(r"^\s*//|^ ", text, re.MULTILINE)

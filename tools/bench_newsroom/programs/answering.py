"""What both programs share: a browser, a story's form as a browser sends it, and the stopwatch."""

import json
import random
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import bs4
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from wagtail import blocks
from wagtail.admin.rich_text import get_rich_text_editor_widget
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data

_GZIP = {"HTTP_ACCEPT_ENCODING": "gzip"}
chance = random.Random(7)


@dataclass
class Asking:
    """A request that is measured, and the answer that it must have."""

    address: str
    data: dict[str, Any] | None = None
    """What is posted; None for a GET."""

    headers: dict[str, str] = field(default_factory=dict)
    answer: int = 200
    leads: str = ""
    """How the address begins that a 302 leads to."""


Thing = Callable[[], Asking]


class Queries:
    """Counts queries, and the milliseconds until they were answered."""

    def __init__(self) -> None:
        self.count, self.ms = 0, 0.0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Run a query, as Django's wrappers do."""
        start = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.count += 1
            self.ms += (time.perf_counter() - start) * 1000


def measured(browser: Client, asking: Asking) -> dict[str, float]:
    """Ask; return the milliseconds of time and CPU, ours and the database's, and the queries."""
    backend = _backend()
    queries = Queries()
    before = _cpu_of(backend)
    cpu, start = time.process_time(), time.perf_counter()
    with connection.execute_wrapper(queries):
        answer = _ask(browser, asking)
    wall, cpu = time.perf_counter() - start, time.process_time() - cpu
    _check(asking, answer)
    return {
        "wall": wall * 1000,
        "cpu": cpu * 1000,
        "database": _cpu_of(backend) - before,
        "waited": queries.ms,
        "queries": queries.count,
    }


def _ask(browser: Client, asking: Asking) -> HttpResponse:
    how = {"headers": asking.headers, **_GZIP}
    if asking.data is None:
        return browser.get(asking.address, **how)
    return browser.post(asking.address, asking.data, **how)


def _check(asking: Asking, answer: HttpResponse) -> None:
    to = answer.headers.get("Location", "")
    if answer.status_code != asking.answer or not to.startswith(asking.leads):
        body = (answer.content[:2] == b"\x1f\x8b" and b"(gzip)") or answer.content[:3000]
        raise SystemExit(f"{asking.address}: {answer.status_code} {to}\n{body!r}")


def _backend() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def _cpu_of(process: int) -> float:
    """Milliseconds of CPU of the connection's server process; 0 where nobody tells."""
    with suppress(OSError):
        return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e6
    return 0.0


def posted(browser: Client, address: str, page: Page, **more: str) -> dict[str, Any]:
    """Open a page's form and return what a browser sends of it; its blocks are made by scripts."""
    html = browser.get(address).content.decode()
    form = bs4.BeautifulSoup(html, "lxml").find(id="page-edit-form")
    data = _inputs(form)
    for one in page._meta.get_fields():
        if isinstance(one, StreamField):
            sent = _stream(getattr(page, one.name))
            data |= nested_form_data({one.name: sent})
    return {**data, **more}


def _inputs(form: Any) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for one in form.find_all(["input", "textarea", "select"]):
        name = one.get("name")
        if not name or "__prefix__" in name or one.find_parent("template"):
            continue
        if one.name == "textarea":
            data[name] = one.get_text()
        elif one.name == "select":
            chosen = [option["value"] for option in one.find_all("option", selected=True)]
            data[name] = chosen or ""
        elif one.get("type") not in {"checkbox", "radio"} or one.has_attr("checked"):
            data[name] = one.get("value", "")
    return data


def _stream(value: blocks.StreamValue) -> dict[str, Any]:
    rows: dict[str, Any] = {
        str(number): {
            "type": child.block_type,
            "value": _value(child.block, child.value),
            "id": child.id or "",
            "order": str(number),
            "deleted": "",
        }
        for number, child in enumerate(value)
    }
    return {**rows, "count": str(len(rows))}


def _value(block: blocks.Block, value: Any) -> Any:
    """A block's value as its fields send it."""
    if isinstance(block, blocks.RichTextBlock):
        return get_rich_text_editor_widget("default", block.features).format_value(value.source)
    if isinstance(block, blocks.StructBlock):
        fields = {name: _value(child, value[name]) for name, child in block.child_blocks.items()}
        return {name: sent for name, sent in fields.items() if sent is not None}
    if isinstance(block, blocks.StreamBlock):
        return _stream(value)
    if isinstance(block, blocks.ListBlock):
        rows: dict[str, Any] = {
            str(number): {
                "value": _value(block.child_block, child.value),
                "id": child.id or "",
                "order": str(number),
                "deleted": "",
            }
            for number, child in enumerate(value.bound_blocks)
        }
        return {**rows, "count": str(len(rows))}
    if isinstance(block, blocks.BooleanBlock):
        return "on" if value else None
    return "" if value is None else str(getattr(value, "pk", value))


def answer(things: dict[str, Thing], browser: Client) -> None:
    """Say what there is to do; then do what stands on the input, and say what it took."""
    print(json.dumps([*things]), flush=True)
    for line in sys.stdin:
        print(json.dumps(measured(browser, things[line.strip()]())), flush=True)

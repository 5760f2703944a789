"""What both papers keep of a story beside its page and revisions."""

from bench_newsroom.grow.tables import Bare, Connection, advance, copy, one, run
from bench_newsroom.sizes import EACH

_LOG = """
INSERT INTO wagtailcore_pagelogentry (
    label, action, data, timestamp, content_changed, deleted, content_type_id, page_id,
    revision_id, user_id
)
SELECT s.title, (ARRAY['wagtail.create', 'wagtail.edit', 'wagtail.edit', 'wagtail.workflow.start',
    'wagtail.workflow.approve', 'wagtail.publish'])[r],
    '{{}}', s.time - interval '20 minutes' * (6 - r), r < 4, false, m.content_type_id, s.id,
    s.latest - {each} + greatest(1, {each} * r / 6), s.owner
FROM bench_story s JOIN wagtailcore_page m ON m.id = s.model CROSS JOIN generate_series(1, 6) r
ORDER BY s.n, r
""".format(each=EACH)  # noqa: UP032

_STATES = """
INSERT INTO wagtailcore_workflowstate (
    id, object_id, status, created_at, requested_by_id, workflow_id, content_type_id,
    base_content_type_id, current_task_state_id
)
SELECT s.n, s.id::text,
    CASE WHEN mod(s.n, 600) = 1 THEN 'in_progress' WHEN mod(s.n, 3000) = 3 THEN 'needs_changes'
        ELSE 'approved' END,
    s.time - interval '1 hour', s.owner, %(workflow)s, m.content_type_id, %(page)s, s.n
FROM bench_story s JOIN wagtailcore_page m ON m.id = s.model WHERE mod(s.n, 2) = 1 ORDER BY s.n
"""

_TASKS = """
INSERT INTO wagtailcore_taskstate (
    id, status, started_at, finished_at, content_type_id, revision_id, task_id, workflow_state_id,
    finished_by_id, comment
)
SELECT s.n, CASE w.status WHEN 'approved' THEN 'approved' WHEN 'needs_changes' THEN 'rejected'
        ELSE 'in_progress' END,
    s.time - interval '1 hour', CASE WHEN w.status <> 'in_progress' THEN s.time END,
    %(type)s, s.latest, %(task)s, w.id, CASE WHEN w.status <> 'in_progress' THEN s.owner END, ''
FROM bench_story s JOIN wagtailcore_workflowstate w ON w.id = s.n ORDER BY s.n
"""


def fill(connection: Connection) -> None:
    """Fill the log, the workflow, the index of what refers to what, and the editors' search."""
    with Bare(connection, "wagtailcore_pagelogentry"):
        run(connection, _LOG)
    _workflow(connection)
    kind = _kind(connection, "wagtailcore", "page")
    with Bare(connection, "wagtailcore_referenceindex"):
        copy(
            connection, "wagtailcore_referenceindex",
            f"m.object_id = s.model::text AND m.base_content_type_id = {kind}",
            {"object_id": "s.id::text"},
        )  # fmt: skip
    title = "to_tsvector('simple', s.title)"
    with Bare(connection, "wagtailsearch_indexentry"):
        copy(
            connection, "wagtailsearch_indexentry",
            "m.object_id = s.model::text AND m.content_type_id ="
            " (SELECT content_type_id FROM wagtailcore_page WHERE id = s.model)",
            {
                "object_id": "s.id::text",
                "title": title,
                "autocomplete": f"m.autocomplete || {title}",
            },
        )  # fmt: skip


def _workflow(connection: Connection) -> None:
    """Half of the stories went through the desk; some are there now, some were sent back."""
    found = connection.execute(
        "SELECT t.workflow_id, t.task_id, k.content_type_id FROM wagtailcore_workflowtask t"
        " JOIN wagtailcore_task k ON k.id = t.task_id ORDER BY t.workflow_id, t.sort_order LIMIT 1"
    ).fetchone()
    if found is None:
        return
    values = {
        "workflow": found[0],
        "task": found[1],
        "page": _kind(connection, "wagtailcore", "page"),
    }
    values["type"] = _kind(connection, "wagtailcore", "taskstate")
    run(connection, _STATES, values)
    run(connection, _TASKS, values)
    for table in ("wagtailcore_workflowstate", "wagtailcore_taskstate"):
        advance(connection, table)


def _kind(connection: Connection, app: str, model: str) -> int:
    return int(
        one(
            connection,
            f"SELECT id FROM django_content_type WHERE app_label = '{app}' AND model = '{model}'",  # noqa: S608
        )
    )

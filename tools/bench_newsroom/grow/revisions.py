"""The revisions: as many of each story as of any other, its text growing from one to the next.

Only the newest one of a story has its own headline and address inside. The others hold the words
of the model story as they are: the server then copies them compressed, which takes a tenth of the
time, and nothing reads them before somebody compares versions.
"""

from bench_newsroom.grow.models import STATES
from bench_newsroom.grow.tables import Bare, Connection, advance, run
from bench_newsroom.sizes import EACH

_FILL = f"""
INSERT INTO wagtailcore_revision (
    id, content_type_id, base_content_type_id, object_id, created_at, user_id, object_str, content,
    approved_go_live_at
)
SELECT s.latest - {EACH} + r, m.content_type_id, m.base_content_type_id, s.id::text,
    s.time - interval '17 minutes' * ({EACH} - r),
    s.owner, s.title,
    CASE WHEN r < {EACH} THEN b.content ELSE b.content || jsonb_build_object(
        'pk', s.id, 'title', s.title, 'draft_title', s.title, 'slug', s.slug, 'owner', s.owner,
        'url_path', s.url || s.slug || '/', 'live', s.live,
        'go_live_at', CASE WHEN s.scheduled THEN now() + interval '3 days' END
    ) END,
    CASE WHEN s.scheduled AND r = {EACH} THEN now() + interval '3 days' END
FROM bench_story s
JOIN wagtailcore_page p ON p.id = s.model
JOIN wagtailcore_revision m ON m.id = p.latest_revision_id
CROSS JOIN generate_series(1, {EACH}) r
JOIN bench_model b
    ON b.page = s.model AND b.state = ceil(r * {STATES}.0 / {EACH})
"""  # noqa: S608 - the bench's own words


def fill(connection: Connection) -> None:
    """Make them."""
    with Bare(connection, "wagtailcore_revision"):
        run(connection, _FILL)
    advance(connection, "wagtailcore_revision")

"""What our newsroom keeps of a story beyond Wagtail: bylines, tags, sources, versions, the log."""

from bench_newsroom.grow.tables import Connection, copy, run
from bench_newsroom.sizes import EACH

_KEPT = f"""
INSERT INTO newsroom_keptdraft (kind, name, time, person_id, revision_id)
SELECT CASE WHEN r = {EACH} AND s.live THEN 'published' ELSE 'saved' END, '',
    s.time - interval '17 minutes' * ({EACH} - r), s.owner, s.latest - {EACH} + r
FROM bench_story s CROSS JOIN generate_series(1, {EACH}) r
WHERE mod(r, 5) = 0 OR r = {EACH} ORDER BY s.n, r
"""  # noqa: S608

_VERSIONS = f"""
INSERT INTO newsroom_publishedversion (
    number, time, reason, is_update, article_id, by_id, revision_id
)
SELECT v, s.time, '', v > 1, s.id, s.owner, s.latest - {min(3, EACH - 1)} * (2 - v)
FROM bench_story s CROSS JOIN generate_series(1, 2) v WHERE s.live ORDER BY s.n, v
"""  # noqa: S608

_AUDIT = """
INSERT INTO newsroom_auditentry (
    at, who, action, story, model, object_id, label, details, user_id
)
SELECT s.time - interval '20 minutes' * (5 - r), 'reporter1', (ARRAY['wagtail.create',
    'wagtail.workflow.start', 'wagtail.workflow.approve', 'wagtail.workflow.approve',
    'wagtail.publish'])[r], s.id, 'wagtailcore.page', s.id::text, s.title,
    jsonb_build_object('revision', s.latest), s.owner
FROM bench_story s CROSS JOIN generate_series(1, 5) r ORDER BY s.n, r
"""

_SEALS = """
INSERT INTO newsroom_auditseal (entry, previous, digest)
SELECT id, md5((id - 1)::text) || md5((id - 1)::text || 'b'), md5(id::text) || md5(id::text || 'b')
FROM newsroom_auditentry e
WHERE NOT EXISTS (SELECT 1 FROM newsroom_auditseal WHERE entry = e.id) ORDER BY id
"""

_NOTICES = """
INSERT INTO newsroom_notice (kind, words, time, read_at, actor_id, page_id, user_id)
SELECT 'published', '', s.time, CASE WHEN mod(s.n, 50) > 0 THEN s.time END, s.owner, s.id, s.owner
FROM bench_story s WHERE s.live ORDER BY s.n
"""


def _hang_on(connection: Connection) -> None:
    for table, column in (
        ("newsroom_articleauthor", "article_id"),
        ("newsroom_articletopic", "content_object_id"),
        ("newsroom_sourceuse", "article_id"),
    ):
        copy(connection, table, f"m.{column} = s.model", {column: "s.id"})


def _versions(connection: Connection) -> None:
    run(connection, _KEPT)
    run(connection, _VERSIONS)


def _log(connection: Connection) -> None:
    run(connection, _AUDIT)
    run(connection, _SEALS)
    run(connection, _NOTICES)


STEPS = [("bylines, tags, sources", _hang_on), ("versions", _versions), ("audit log", _log)]
"""Their order, with what is told of each."""

"""The stories: which is in which section, of which age, under which headline; and their pages."""

import re

from wordfreq import top_n_list

from bench_newsroom.grow.tables import Bare, Connection, advance, copy, one, run
from bench_newsroom.sizes import EACH, STORIES

A_DAY = 150
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"  # of treebeard's paths
_WORDS = [word for word in top_n_list("ur", 4000) if re.fullmatch("[\u0620-\u06ff]{2,}", word)]

_PLAN = f"""
CREATE TABLE bench_story AS
WITH drawn AS (
    SELECT n, %(page)s + n AS id, mod(n, %(models)s) AS model, random() AS kind,
        -- The first section has four stories of ten.
        CASE WHEN mod(n, 10) < 4 THEN 0 ELSE 1 + mod(n, %(sections)s - 1) END AS place,
        %(revision)s + (n + 1) * {EACH} AS latest,
        now() - interval '1 day' * ({STORIES} - n) / {A_DAY} - interval '1 hour' AS time
    FROM generate_series(1, {STORIES}) n
), sections AS (
    SELECT id, path, url_path, numchild, row_number() OVER (ORDER BY path) - 1 AS place
    FROM wagtailcore_page WHERE id = ANY(%(section)s)
), models AS (
    SELECT page, row_number() OVER (ORDER BY page) - 1 AS model FROM bench_model WHERE state = 1
)
SELECT d.n, d.id, m.page AS model, d.latest, d.time, d.kind > .02 AS live,
    d.kind BETWEEN .02 AND .035 OR d.kind <= .02 AS changed,
    d.kind < .0003 AS scheduled, d.kind BETWEEN .999 AND .9995 AS locked,
    s.numchild + row_number() OVER (PARTITION BY s.id ORDER BY d.n) AS child,
    s.id AS section, s.path AS above, s.url_path AS url,
    'khabar-' || d.n AS slug,
    (
        SELECT string_agg((%(words)s::text[])[1 + floor(power(%(most)s, random()))::integer], ' ')
        FROM generate_series(1, 8) WHERE d.n > 0
    ) AS title,
    CASE WHEN mod(d.n, 2000) = 0 THEN %(chief)s
        ELSE (%(people)s::integer[])[1 + floor(random() * %(amount)s)::integer] END AS owner
FROM drawn d JOIN sections s USING (place) JOIN models m USING (model) ORDER BY d.n
"""  # noqa: S608 - the bench's own words


def plan(connection: Connection) -> None:
    """Make the table `bench_story`, a row a story."""
    sections = one(
        connection,
        "SELECT array_agg(DISTINCT p.id) FROM wagtailcore_page p JOIN wagtailcore_page c"
        " ON c.path LIKE p.path || '____' JOIN bench_model b ON b.page = c.id",
    )
    people = one(connection, f"SELECT array_agg(id) FROM {_users(connection)}")  # noqa: S608
    run(connection, "SELECT setseed(.7)")
    values = {
        "page": one(connection, "SELECT max(id) FROM wagtailcore_page"),
        "revision": one(connection, "SELECT max(id) FROM wagtailcore_revision"),
        "models": one(connection, "SELECT count(*) FROM bench_model WHERE state = 1"),
        "section": sections,
        "sections": len(sections),
        "words": _WORDS,
        "most": len(_WORDS) - 1,
        "people": people,
        "amount": len(people),
        "chief": people[0],
    }
    run(connection, _PLAN, values)
    run(connection, "CREATE INDEX ON bench_story (model)")
    run(connection, "ANALYZE bench_story, bench_model")


def _users(connection: Connection) -> str:
    return (
        "newsroom_user" if one(connection, "SELECT to_regclass('newsroom_user')") else "auth_user"
    )


def fill(connection: Connection) -> None:
    """Make the pages, and count them in their sections."""
    place = " || ".join(
        f"substr('{_DIGITS}', mod((s.child / {36**power})::integer, 36) + 1, 1)"
        for power in (3, 2, 1, 0)
    )
    published = "CASE WHEN s.live THEN s.time END"
    given = {
        "id": "s.id", "path": f"s.above || {place}", "numchild": "0", "title": "s.title",
        "draft_title": "s.title", "slug": "s.slug", "url_path": "s.url || s.slug || '/'",
        "depth": "length(s.above) / 4 + 1",
        "live": "s.live", "has_unpublished_changes": "s.changed", "owner_id": "s.owner",
        "first_published_at": published, "last_published_at": published,
        "latest_revision_created_at": "s.time", "latest_revision_id": "s.latest",
        "live_revision_id": "CASE WHEN s.live THEN s.latest END",
        "translation_key": "gen_random_uuid()", "locked": "s.locked",
        "locked_by_id": "CASE WHEN s.locked THEN s.owner END",
        "locked_at": "CASE WHEN s.locked THEN s.time END",
        "go_live_at": "CASE WHEN s.scheduled THEN now() + interval '3 days' END",
    }  # fmt: skip
    with Bare(connection, "wagtailcore_page"):
        copy(connection, "wagtailcore_page", "m.id = s.model", given)
    advance(connection, "wagtailcore_page")
    run(
        connection,
        "UPDATE wagtailcore_page p SET numchild = c.most FROM"
        " (SELECT section, max(child) AS most FROM bench_story GROUP BY section) c"
        " WHERE p.id = c.section",
    )
    for table in ("newsroom_articlepage", "peer_storypage"):
        if one(connection, f"SELECT to_regclass('{table}')"):
            copy(connection, table, "m.page_ptr_id = s.model", {"page_ptr_id": "s.id"})

"""robots.txt"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from roznama.changes.reads import reads
from roznama.newsroom import keys
from roznama.paper.addresses import absolute


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Let everyone read the paper, nobody the newsroom, and name the sitemaps."""
    reads(keys.SITE)
    lines = [
        "User-agent: *",
        "Disallow: /newsroom/",
        "",
        f"Sitemap: {absolute(reverse('sitemap-index'))}",
        f"Sitemap: {absolute(reverse('sitemap-news'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")

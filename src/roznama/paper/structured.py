"""JSON-LD after schema.org, as Google's article documentation asks for it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.templatetags.static import static
from django.urls import reverse

from roznama.newsroom.models import PaperSettings
from roznama.paper.addresses import absolute
from roznama.paper.citations import citation_data
from roznama.paper.sheets import ArticleSheet, AuthorMark, Link, StoryLine

CONTEXT = "https://schema.org"
_MENDED = ("correction", "clarification")  # what is new, or a note, corrects nothing


def json_ld(data: dict[str, Any]) -> str:
    """Return data as JSON, empty values left out; the template makes it safe in a script."""
    whole = {"@context": CONTEXT, **_filled(data)}
    return json.dumps(whole, ensure_ascii=False)


def organization(settings: PaperSettings) -> dict[str, Any]:
    """Return the paper as a NewsMediaOrganization."""
    return {
        "@type": "NewsMediaOrganization",
        "@id": absolute("/#organization"),
        "name": settings.name,
        "url": absolute("/"),
        "logo": {
            "@type": "ImageObject",
            "url": absolute(static("paper/icons/icon-512.png")),
            "width": 512,
            "height": 512,
        },
        "correctionsPolicy": absolute("/corrections/"),
        "sameAs": [
            url
            for url in (settings.facebook, settings.x, settings.youtube, settings.whatsapp)
            if url
        ],
    }


def search_action() -> dict[str, Any]:
    """Return how the paper is searched, as a SearchAction with its query left open."""
    return {
        "@type": "SearchAction",
        "target": {
            "@type": "EntryPoint",
            "urlTemplate": f"{absolute(reverse('search'))}?q={{search_term_string}}",
        },
        "query-input": "required name=search_term_string",
    }


def breadcrumbs(*links: Link) -> dict[str, Any]:
    """Return the way from the front page to a page."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": link.title,
                "item": absolute(link.path),
            }
            for position, link in enumerate(links, start=1)
        ],
    }


def item_list(name: str, stories: Iterable[StoryLine], *, count: int, first: int) -> dict[str, Any]:
    """Return stories, newest first, as part of a list of `count`, from the place `first` on."""
    return {
        "@type": "ItemList",
        "name": name,
        "numberOfItems": count,
        "itemListOrder": f"{CONTEXT}/ItemListOrderDescending",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": story.headline,
                "url": absolute(story.path),
            }
            for position, story in enumerate(stories, start=first)
        ],
    }


def news_article(
    sheet: ArticleSheet, settings: PaperSettings, *, url: str, images: list[str], words: int
) -> dict[str, Any]:
    """Return a story as a NewsArticle. Times carry their offset."""
    return {
        "@type": "NewsArticle",
        "headline": sheet.headline[:110],
        "alternativeHeadline": sheet.kicker,
        "description": sheet.deck,
        "inLanguage": "ur",
        "mainEntityOfPage": {"@type": "WebPage", "@id": url},
        "url": url,
        "image": images,
        "datePublished": sheet.published.isoformat(),
        "dateModified": (sheet.updated or sheet.published).isoformat(),
        "author": [_person(author) for author in sheet.authors] or [organization(settings)],
        "publisher": organization(settings),
        "articleSection": sheet.section.title,
        "keywords": [tag.title for tag in sheet.tags],
        "wordCount": words,
        "isAccessibleForFree": True,
        "contentLocation": {"@type": "Place", "name": sheet.dateline_city}
        if sheet.dateline_city
        else None,
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": line.text,
                "datePublished": line.time.isoformat(),
            }
            for line in sheet.corrections
            if line.kind in _MENDED
        ],
        **citation_data(sheet.sources),
    }


def _filled(value: Any) -> Any:
    """Return the value without members that say nothing, at any depth."""
    if isinstance(value, dict):
        members = {key: _filled(member) for key, member in value.items()}
        return {key: member for key, member in members.items() if member not in ("", None, [])}
    return [_filled(member) for member in value] if isinstance(value, list) else value


def _person(author: AuthorMark) -> dict[str, Any]:
    return {
        "@type": "Person",
        "name": author.name,
        "jobTitle": author.role,
        "url": absolute(author.path),
    }

"""The paper's addresses besides the pages of the tree."""

from django.urls import path, re_path

from roznama.paper import feeds, robots, search, sitemaps, views
from roznama.paper.feed_links import FORMATS

KINDS = "|".join(FORMATS)

urlpatterns = [
    path("author/<slug:slug>/", views.author, name="author"),
    path("tag/<slug:slug>/", views.tag, name="tag"),
    path("silsila/<slug:slug>/", views.thread, name="thread"),
    path("source/<slug:slug>/", views.source, name="source"),
    path("archive/", views.archive, name="archive"),
    path("archive/<int:year>/<int:month>/", views.archive_month, name="archive-month"),
    path("archive/<int:year>/<int:month>/<int:day>/", views.archive_day, name="archive-day"),
    path("search/", search.search, name="search"),
    path("search/suggest.json", search.suggest, name="search-suggest"),
    re_path(rf"^feed\.(?P<kind>{KINDS})$", feeds.feed, name="feed"),
    re_path(rf"^corrections/feed\.(?P<kind>{KINDS})$", feeds.corrections, name="corrections-feed"),
    re_path(rf"^(?P<section>[\w-]+)/feed\.(?P<kind>{KINDS})$", feeds.feed, name="section-feed"),
    path("robots.txt", robots.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap-index"),
    path("sitemap-news.xml", sitemaps.news, name="sitemap-news"),
    path("sitemap-<slug:section>.xml", sitemaps.section, name="sitemap"),
]

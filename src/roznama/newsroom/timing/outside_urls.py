"""Addresses of drafts that are shown to somebody outside. None is ever printed."""

from django.urls import path

from roznama.newsroom.timing import outside

urlpatterns = [
    path("", outside.enter, name="preview"),
    path("open/", outside.exchange, name="preview-open"),
    path("<int:pk>/", outside.draft, name="preview-draft"),
    path("<int:pk>/page/", outside.draft_page, name="preview-page"),
]

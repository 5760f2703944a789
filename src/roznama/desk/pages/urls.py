"""Addresses of the pages; a team's own comes last, for it is any word."""

from django.urls import path

from roznama.desk.pages import mine, views

urlpatterns = [
    path("", views.home, name="home"),
    path("chat/", views.chat, name="chat"),
    path("resume/", views.resume, name="resume"),
    path("mine/<slug:team>/", mine.mine, name="mine"),
    path("mine/<slug:team>/files/<uuid:file>", mine.file, name="my_file"),
    path("<slug:team>/", views.ask, name="ask"),
]

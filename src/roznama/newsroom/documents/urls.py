"""Where readers find documents, under the names that Wagtail asks for."""

from django.urls import path
from wagtail.documents.views.serve import authenticate_with_password

from roznama.newsroom.documents.serving import document

urlpatterns = [
    path("<int:pk>/<str:name>", document, name="wagtaildocs_serve"),
    path(
        "authenticate_with_password/<int:restriction_id>/",
        authenticate_with_password,
        name="wagtaildocs_authenticate_with_password",
    ),
]

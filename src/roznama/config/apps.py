"""The room that holds settings and commands, as a Django application."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Carries the management commands that belong to no other room."""

    name = "roznama.config"

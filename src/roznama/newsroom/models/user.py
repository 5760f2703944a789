"""Accounts of the newsroom."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):  # type: ignore[django-manager-missing]
    """Someone who works here. A model of our own, so that it can grow with the newsroom."""

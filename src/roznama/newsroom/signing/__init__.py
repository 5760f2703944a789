"""Signing in: django-allauth, as a newsroom needs it."""

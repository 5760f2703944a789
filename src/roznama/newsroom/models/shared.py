"""What all processes and nodes must know for a while, as Django's database cache keeps it."""

from django.db import models


class SharedValue(models.Model):
    """A row of the cache `shared`. Its names are those that Django's cache asks for."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.cache_key

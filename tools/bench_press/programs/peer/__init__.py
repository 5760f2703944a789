"""A Wagtail site as its tutorial makes it: one page type, one template."""

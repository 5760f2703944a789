"""Plain Wagtail's own application: one page type, as a site of articles has it."""

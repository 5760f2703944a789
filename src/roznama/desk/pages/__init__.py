"""The desk for a browser that runs no script: forms and pages."""

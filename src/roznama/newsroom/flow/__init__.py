"""Roles and flow: who works at which desk, and a story's way from draft to print."""

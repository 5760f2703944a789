"""The record: corrections and their dates, kills, published versions, the audit log."""

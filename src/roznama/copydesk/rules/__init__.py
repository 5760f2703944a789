"""The rules, one idea a file: each takes the copy and the house list and yields marks."""

"""The HTTP front: hands readers printed bytes before Django is asked for anything."""

"""What editors work in: stories, sections, authors, pictures, and their desks."""

"""What readers see: page assembly, templates, typography, feeds, sitemaps, structured data."""

"""The demo edition: original stories with pictures, loaded once into an empty paper."""

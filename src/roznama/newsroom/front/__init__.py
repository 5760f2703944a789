"""The front page desk: what stands where on the front page, arranged by hand."""

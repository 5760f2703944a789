"""Editorial illustrations of the demo edition, composed as SVG and printed to JPEG."""

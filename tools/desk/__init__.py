"""A reader desk to try and to measure: a server alone, and clients that behave as browsers do."""

"""Documents that stories are attached to: rulings, notifications, reports, as PDF."""

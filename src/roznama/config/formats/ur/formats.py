"""How dates and times are written in Urdu; Django has no formats of its own for it.

The syntax is that of Django's `date` filter. The clock has 24 hours: a desk
that plans the night's edition must not take two at night for two in the afternoon.
"""

from __future__ import annotations

DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y، H:i"
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j F"
SHORT_DATE_FORMAT = "j F Y"
SHORT_DATETIME_FORMAT = "j F Y، H:i"
# Pakistan's calendars begin on Monday.
FIRST_DAY_OF_WEEK = 1

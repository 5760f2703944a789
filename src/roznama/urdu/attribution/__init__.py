"""Attribution: who a news text has something from, and through whom."""

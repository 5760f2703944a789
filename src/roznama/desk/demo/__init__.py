"""The demo edition's desk: three teams and the people in them. All of it is invented."""

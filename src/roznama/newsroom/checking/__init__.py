"""The copy desk in the newsroom: what `roznama.copydesk` finds, shown to those who write."""

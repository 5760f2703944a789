"""What `roznama desk` does, an action a module."""

"""Layers: what a rammeværk builds on put under its own rules, and no «skal» below made weaker."""

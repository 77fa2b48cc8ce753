"""Rule files: YAML with positions to `RuleDocument`s, every key checked against one table."""

"""Text to syntax tree and back: the one canonical way to write each sentence of a rule."""

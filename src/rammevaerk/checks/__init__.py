"""One file for each question asked of a rammeværk itself, or of its scenarier."""

"""From what an engine found to grounds, considerations, facts and what is missing."""

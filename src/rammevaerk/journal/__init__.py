"""What was observed and decided, append-only: the one room that keeps anything between runs. Begin in `store.py`."""

"""One file for each thing a person looks at. Makes text, prints nothing."""

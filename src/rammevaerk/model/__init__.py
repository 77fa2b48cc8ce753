"""The typed rammeværk as frozen data; nothing here knows of text, files or engines."""

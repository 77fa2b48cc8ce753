"""The live watch: what happens to collaborations, as it is told, and what that turns."""

"""A verb to come."""

from rammevaerk.cli.arguments import Verb

VERB = Verb("tjek", "", "kommer", "kommer", (), lambda _: 0)

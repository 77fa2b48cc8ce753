"""A verb to come."""

from rammevaerk.cli.arguments import Verb

VERB = Verb("daekning", "", "kommer", "kommer", (), lambda _: 0)

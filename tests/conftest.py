"""Laws are searched for without a clock: a slow machine is no fault, and every run searches the same."""

import os
import tempfile

from hypothesis import settings

pytest_plugins = ["features.resultater"]

# What somebody keeps on the machine, as the words of a paper, is no part of any test.
os.environ["XDG_DATA_HOME"] = tempfile.gettempdir() + "/rammevaerk-intet"

settings.register_profile("rammevaerk", deadline=None, derandomize=True)
settings.load_profile("rammevaerk")

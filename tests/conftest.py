"""Laws are searched for without a clock: a slow machine is no fault, and every run searches the same."""

from hypothesis import settings

pytest_plugins = ["features.resultater"]

settings.register_profile("rammevaerk", deadline=None, derandomize=True)
settings.load_profile("rammevaerk")

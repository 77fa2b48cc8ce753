"""Laws are searched for without a clock: a slow machine is no fault, and every run searches the same."""

from hypothesis import settings

settings.register_profile("rammevaerk", deadline=None, derandomize=True)
settings.load_profile("rammevaerk")

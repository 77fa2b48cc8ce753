"""Laws are searched for without a clock: a slow machine is no fault, and every run searches the same."""

import os
import tempfile

import pytest
from hypothesis import settings

pytest_plugins = ["features.resultater"]

# What somebody keeps on the machine, as the words of a paper, is no part of any test.
os.environ["XDG_DATA_HOME"] = tempfile.gettempdir() + "/rammevaerk-intet"

settings.register_profile("rammevaerk", deadline=None, derandomize=True)
settings.load_profile("rammevaerk")


@pytest.fixture(scope="session")
def postgres():
    """A server; without PostgreSQL the tests are skipped, but not where it is required."""
    from postgres_server import REQUIRED, Server, programs

    found = programs()
    if found is None:
        if os.environ.get(REQUIRED):
            pytest.fail("PostgreSQL is required here, and is not installed")
        pytest.skip("PostgreSQL is not installed (on Debian: apt-get install postgresql)")
    server = Server(found, fsync=False)  # what a process wrote outlives it all the same
    yield server
    server.remove()

"""`python -m rammevaerk`: the same as the command `rammevaerk`."""

from rammevaerk.cli.main import run

if __name__ == "__main__":
    run()

from random import Random

import pytest
from fuzz import random_case, run_case, specials


@pytest.mark.parametrize("seed", range(150))
def test_whatever_is_wrong_with_a_file_is_refused_or_read(seed: int) -> None:
    run_case(random_case(Random(seed)))


@pytest.mark.parametrize(("name", "case"), [one for one in specials() if "100 MB" not in one[0]])
def test_no_known_trick_makes_a_reader_fall_over(name: str, case: object) -> None:
    assert run_case(case)[0] in {"læst", "afvist"}, name

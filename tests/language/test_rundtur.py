from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from rundtur import check, run
from trees import VOCABULARY


def test_the_difficult_vocabulary_is_one_that_the_naming_pass_would_accept() -> None:
    assert list(VOCABULARY.double_names()) == []


def test_five_thousand_random_sentences_make_the_round_trip() -> None:
    done, different = run(5_000, seed=20_260_101)
    assert done > 4_900
    assert different > 4_000


@settings(max_examples=300, deadline=None)
@given(st.randoms(use_true_random=False))
def test_whatever_hypothesis_finds_makes_the_round_trip(random: Random) -> None:
    check(random)

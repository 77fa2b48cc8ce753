"""The ways of evaluating a rammeværk, one file each; `direct` is the specification."""

"""The anchors between rule files and the paper: sentences, fingerprints, comparing, drafting.

A fingerprint is of words, not of layout: where lines break, how wide gaps are and where a word is hyphenated is
nothing. The paper's own words never stand in a rule folder; only their fingerprints do.
"""

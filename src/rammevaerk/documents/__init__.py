"""Bytes → positioned tree: YAML and JSON as text with places, never as constructed values.

Input is hostile until read. Everything here is bounded in size and depth, iterative, and answers with Danish
diagnostics (D0xx). Scalars stay text: what `1.234` or `NO` means is for the schema that knows the kind to say.
"""

from rammevaerk.documents.json_tree import read_json, tree_of_json
from rammevaerk.documents.nodes import Mapping, Node, Scalar, Sequence
from rammevaerk.documents.text import DEPTH, LIMIT, decode, read_bytes
from rammevaerk.documents.yaml_tree import read_yaml, tree_of_yaml

__all__ = [
    "DEPTH",
    "LIMIT",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "decode",
    "read_bytes",
    "read_json",
    "read_yaml",
    "tree_of_json",
    "tree_of_yaml",
]

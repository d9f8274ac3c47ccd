"""docutils: walk a tree without a generator for each of its nodes.

``Node.findall`` passes each node it finds up through one generator a level, and makes one for each
node it only looks at. Some sixty transforms walk through each document, some of them several times:
together a fifth of a build. With a stack of iterators the order is the same, also while the tree
is being changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes


def find_instances(self: nodes.Node, cls: type[Any]) -> Iterator[nodes.Node]:
    """This node and all below it that are instances of ``cls``, in the order of the text."""
    if isinstance(self, cls):
        yield self
    stack = [iter(self.children)]
    while stack:
        for child in stack[-1]:
            if isinstance(child, cls):
                yield child
            if child.children:
                stack.append(iter(child.children))
                break
        else:
            stack.pop()


def find_all(self: nodes.Node) -> Iterator[nodes.Node]:
    """This node and all below it, in the order of the text."""
    return find_instances(self, nodes.Node)


def install() -> None:
    """Put both in the place of docutils' own, where it has them."""
    node: Any = nodes.Node
    if hasattr(node, "_fast_findall") and hasattr(node, "_superfast_findall"):
        node._fast_findall = find_instances
        node._superfast_findall = find_all

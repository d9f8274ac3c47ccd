"""docutils: walk a tree without a generator for each of its nodes.

``Node.findall`` passes each node it finds up through one generator a level, and makes one for each
node it only looks at. Some sixty transforms walk through each document, some of them several times:
together a fifth of a build. With a stack of iterators the order is the same, also while the tree
is being changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from docutils import nodes


def find_instances(
    self: nodes.Node, cls: type[Any] | tuple[type[Any], ...]
) -> Iterator[nodes.Node]:
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


Find = Callable[..., Iterator[nodes.Node]]


def _finding(find: Find) -> Find:
    def findall(
        self: nodes.Node,
        condition: Any = None,
        include_self: bool = True,
        descend: bool = True,
        siblings: bool = False,
        ascend: bool = False,
    ) -> Iterator[nodes.Node]:
        """As docutils has it; what goes beyond the nodes below is left to docutils itself."""
        if condition is None or not descend or siblings or ascend:
            return find(self, condition, include_self, descend, siblings, ascend)
        starts = [self] if include_self else self.children
        if isinstance(condition, type):
            return (found for start in starts for found in find_instances(start, condition))
        # Sphinx's matchers name the classes that they look among.
        kinds = getattr(condition, "classes", ()) or nodes.Node
        return (
            found for start in starts for found in find_instances(start, kinds) if condition(found)
        )

    return findall


def install() -> None:
    """Put these in the place of docutils' own, where it has them."""
    node: Any = nodes.Node
    if hasattr(node, "_fast_findall") and node._fast_findall is not find_instances:
        node._fast_findall = find_instances
        node._superfast_findall = find_all
        node.findall = _finding(node.findall)

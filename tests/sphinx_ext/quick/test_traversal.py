"""A quicker walk finds the same nodes in the same order as docutils' own, whatever happens."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seminarbook.sphinx_ext.quick.traversal import find_all, find_instances, install

# A busy machine makes trees slowly; what is tested is not how fast.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
KINDS = (nodes.paragraph, nodes.emphasis, nodes.strong, nodes.reference)


def plainly(node: nodes.Node, kind: type[nodes.Node]) -> Iterator[nodes.Node]:
    """As docutils does it."""
    if isinstance(node, kind):
        yield node
    for child in node.children:
        yield from plainly(child, kind)


def grown(shape: object) -> nodes.Node:
    """A tree in the shape of a nested list."""
    if isinstance(shape, str):
        return nodes.Text(shape)
    kind, below = shape
    return kind("", "", *map(grown, below))


trees = st.recursive(
    st.text(max_size=3),
    lambda below: st.tuples(st.sampled_from(KINDS), st.lists(below, max_size=4)),
    max_leaves=25,
).map(grown)


@unhurried
@given(trees, st.sampled_from((*KINDS, nodes.Text, nodes.Inline, nodes.Element)))
def test_the_same_nodes_in_the_same_order(tree: nodes.Node, kind: type[nodes.Node]) -> None:
    found, wanted = find_instances(tree, kind), plainly(tree, kind)
    assert [*map(id, found)] == [*map(id, wanted)]
    assert [*map(id, find_all(tree))] == [*map(id, plainly(tree, nodes.Node))]


def change(node: nodes.Node, step: int) -> None:
    """What transforms do to a tree that they walk through."""
    parent = node.parent
    if parent is None:
        return
    if step % 3 == 0:
        parent.replace(node, [nodes.emphasis("", "new"), nodes.Text("words")])
    elif step % 3 == 1:
        parent.remove(node)
    elif isinstance(node, nodes.Element):
        node.append(nodes.strong("", "more"))


@unhurried
@given(trees, st.sampled_from(KINDS))
def test_a_tree_that_is_changed_meanwhile(tree: nodes.Node, kind: type[nodes.Node]) -> None:
    other = tree.deepcopy()
    texts: list[list[str]] = []
    for one, walk in ((tree, find_instances), (other, plainly)):
        seen: list[str] = []
        for step, node in enumerate(walk(one, kind)):
            seen.append(node.astext())
            if step < 50:
                change(node, step)
            if step > 200:
                break
        texts.append([*seen, one.pformat()])
    assert texts[0] == texts[1]


class Named:
    """A condition that names classes, as Sphinx's matchers do."""

    classes = (nodes.emphasis, nodes.strong)

    def __call__(self, node: nodes.Node) -> bool:
        return isinstance(node, self.classes) and len(node.children) > 1


@unhurried
@given(trees, st.booleans())
def test_conditions_of_every_kind(tree: nodes.Node, itself: bool) -> None:
    install()
    for condition in (None, nodes.strong, Named(), lambda node: not node.children):

        def wanted(node: nodes.Node, one: object = condition) -> bool:
            if one is None or isinstance(one, type):
                return isinstance(node, one or nodes.Node)
            return bool(one(node))  # type: ignore[operator]

        expected = [node for node in plainly(tree, nodes.Node) if wanted(node)]
        if not itself:
            expected = [node for node in expected if node is not tree]
        found = tree.findall(condition, include_self=itself)
        assert [*map(id, found)] == [*map(id, expected)]

"""YAML as texts, lists and fields with their lines; no scalar is guessed to be anything but text.

It is built from the parser's events: no tags are constructed, aliases are refused (a few of them
can stand for billions of values), and nesting is bounded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from graph.errors import ModelError
from graph.model.problems import Problem
from seed.reading.trees import Tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from seed.reading.places import Path, Raw

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_PLAIN_TAGS = frozenset({None, "!", "tag:yaml.org,2002:str"})


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


class _Parser:
    """Turns events into a tree; `path` is where it stands."""

    def __init__(self, text: str, file: str) -> None:
        loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self._events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=loader))
        self.tree = Tree(file)

    def document(self) -> None:
        """Read the one document the file must hold; one of nothing but comments is empty."""
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                break
        else:
            self.tree.value = []
            return
        self.tree.value = self._value(next(self._events), ())
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                raise self._refused(
                    event,
                    "several-documents",
                    "a second document begins here",
                    "remove the line ---, or move what follows to a file of its own",
                )

    def _value(self, event: yaml.Event, path: Path) -> Raw:
        if isinstance(event, yaml.AliasEvent):
            raise self._refused(
                event, "yaml-alias", f"*{event.anchor} is an alias", "write the value out"
            )
        self.tree.begin(path, _line(event))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._fields(path)
        return self._scalar(event)

    def _scalar(self, event: yaml.Event) -> str | None:
        if not isinstance(event, yaml.ScalarEvent):
            raise self._refused(event, "yaml-syntax", "a value is missing", "complete it")
        if event.tag not in _PLAIN_TAGS:
            raise self._refused(
                event, "yaml-tag", f"{event.tag} is a tag", "remove it: values need none"
            )
        text = self.tree.text(str(event.value), _line(event))
        if not text or (not event.style and text in _NULLS):
            return None
        return text

    def _items(self, path: Path) -> list[Raw]:
        items: list[Raw] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items

    def _fields(self, path: Path) -> dict[str, Raw]:
        found: dict[str, Raw] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            name = "" if not isinstance(event, yaml.ScalarEvent) else str(event.value)
            if not self.tree.text(name, _line(event)):
                raise self._refused(
                    event, "yaml-syntax", "the name of a field is missing", "write name: value"
                )
            value = self._value(next(self._events), (*path, name))
            self.tree.add_field(found, (*path, name), value, _line(event))
        return found

    def _refused(self, event: yaml.Event, code: str, what: str, remedy: str) -> ModelError:
        return self.tree.refused(_line(event), code, what, remedy)


def yaml_tree(text: str, file: str) -> Tree:
    """Return what the YAML text says.

    Raises:
        ModelError: it is no YAML, or uses what plans do not need (aliases, tags, documents).
    """
    parser = None
    try:
        parser = _Parser(text, file)
        parser.document()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
        raise ModelError(
            [
                Problem(
                    file,
                    mark.line + 1 if mark else 0,
                    "",
                    "yaml-syntax",
                    f"this is not YAML: {what}",
                    "check the indentation, the colon and space after each field's name, and"
                    " quotes around texts that hold “: ” or “#”",
                )
            ]
        ) from error
    return parser.tree

# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
"""As much of GraphQL as a client that lists repositories writes: one query with variables, arguments, aliases and inline
fragments. A field that the answer does not have is an error, as it is on a real server.
"""
import json
import re
from dataclasses import dataclass, field
from typing import Any

TOKEN = re.compile(r'[\s,]+|#[^\n]*|(?P<spread>\.\.\.)|(?P<mark>[{}()\[\]:!$=@])|(?P<name>[A-Za-z_]\w*)'
                   r'|(?P<number>-?\d+)|(?P<string>"(?:[^"\\]|\\.)*")')


class QueryError(Exception):
    """What is wrong with a query, in the words that go into `errors`."""


@dataclass
class Field:
    """One selected field."""
    name: str
    alias: str
    arguments: dict[str, Any] = field(default_factory=dict)
    selection: list["Field"] | None = None


class Parser:
    """Reads one operation."""

    def __init__(self, text: str, variables: dict[str, Any]) -> None:
        self.variables, self.tokens = variables, []
        at = 0
        while at < len(text):
            found = TOKEN.match(text, at)
            if not found:
                raise QueryError(f"Syntax Error: unexpected character {text[at]!r}")
            if found.lastgroup:
                self.tokens.append((found.lastgroup, found[0]))
            at = found.end()
        self.at = 0

    def peek(self) -> str:
        return self.tokens[self.at][1] if self.at < len(self.tokens) else ""

    def take(self, wanted: str | None = None) -> str:
        token = self.peek()
        if not token or (wanted is not None and token != wanted):
            raise QueryError(f"Syntax Error: {token or 'end of query'!r} where {wanted or 'more'!r} is expected")
        self.at += 1
        return token

    def operation(self) -> list[Field]:
        if self.peek() == "query":
            self.take()
            if self.peek() not in ("(", "{"):
                self.take()
            if self.peek() == "(":
                self.declarations()
        selection = self.selection()
        if self.peek():
            raise QueryError(f"Syntax Error: {self.peek()!r} after the operation")
        return selection

    def declarations(self) -> None:
        """($name: Type! = default): only the defaults matter here."""
        self.take("(")
        while self.peek() != ")":
            self.take("$")
            name = self.take()
            self.take(":")
            while self.peek() not in ("$", ")", "="):
                self.take()
            default = None
            if self.peek() == "=":
                self.take()
                default = self.value()
            self.variables.setdefault(name, default)
        self.take(")")

    def selection(self) -> list[Field]:
        self.take("{")
        found: list[Field] = []
        while self.peek() != "}":
            if self.peek() == "...":
                self.take()
                self.take("on")
                self.take()
                found += self.selection()
                continue
            name = alias = self.take()
            if self.peek() == ":":
                self.take()
                name = self.take()
            arguments = {}
            if self.peek() == "(":
                self.take()
                while self.peek() != ")":
                    key = self.take()
                    self.take(":")
                    arguments[key] = self.value()
                self.take()
            found.append(Field(name, alias, arguments, self.selection() if self.peek() == "{" else None))
        self.take("}")
        return found

    def value(self) -> Any:
        kind, token = self.tokens[self.at]
        self.take()
        if token == "$":
            name = self.take()
            if name not in self.variables:
                raise QueryError(f"Variable \"${name}\" is not defined.")
            return self.variables[name]
        if token == "[":
            values = []
            while self.peek() != "]":
                values.append(self.value())
            self.take()
            return values
        if token == "{":
            members = {}
            while self.peek() != "}":
                key = self.take()
                self.take(":")
                members[key] = self.value()
            self.take()
            return members
        if kind in ("number", "string"):
            return json.loads(token)
        return {"true": True, "false": False, "null": None}.get(token, token)


def projected(value: Any, selection: list[Field] | None, where: str) -> Any:
    """`value` with the selected fields alone; a function is a field with arguments."""
    if isinstance(value, list):
        return [projected(one, selection, where) for one in value]
    if not isinstance(value, dict):
        return value
    if selection is None:
        raise QueryError(f"Field \"{where}\" must have a selection of subfields.")
    result = {}
    for one in selection:
        if one.name not in value:
            raise QueryError(f"Cannot query field \"{one.name}\" on type \"{value.get('__typename', where)}\".")
        member = value[one.name]
        if callable(member):
            member = member({key: given for key, given in one.arguments.items() if given is not None})
        result[one.alias] = projected(member, one.selection, one.name)
    return result


def execute(body: bytes, root: dict[str, Any]) -> dict[str, Any]:
    """The response to a request's body, over HTTP as GraphQL is spoken: `data`, or `errors`."""
    try:
        request = json.loads(body)
        parser = Parser(request["query"], dict(request.get("variables") or {}))
        return {"data": projected(root, parser.operation(), "Query")}
    except QueryError as error:
        return {"errors": [{"message": str(error)}]}
    except (ValueError, KeyError, TypeError, IndexError) as error:
        return {"errors": [{"message": f"Problems parsing the request: {error!r}"}]}

"""Readers of environment variables that fail loudly.

An unset or empty variable takes the default; a variable that is set must be understood,
or ``BadVariable`` names it. The readers import no Django: the embedded servers and
the process runner use them too.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off"})


class BadVariable(ValueError):
    """An environment variable has a value that cannot be understood."""

    def __init__(self, name: str, value: str, wanted: str) -> None:
        super().__init__(f"环境变量 {name} 的值“{value}”无效：应为{wanted}")
        self.name = name


class Environment:
    """Typed reading of one mapping of variables, ``os.environ`` unless told otherwise."""

    def __init__(self, variables: Mapping[str, str] | None = None) -> None:
        self._variables = os.environ if variables is None else variables

    def envstr(self, name: str, default: str = "") -> str:
        """The text without surrounding blanks, or the default when unset or blank."""
        return self._variables.get(name, "").strip() or default

    def envbool(self, name: str, default: bool) -> bool:
        """True for 1/true/yes/on, False for 0/false/no/off, in any case."""
        value = self.envstr(name).lower()
        if not value:
            return default
        if value not in TRUE | FALSE:
            raise BadVariable(name, value, "1、true、yes、on 或 0、false、no、off")
        return value in TRUE

    def envint(self, name: str, default: int, *, least: int, most: int) -> int:
        """A whole number in decimal ASCII digits, within both bounds."""
        value = self.envstr(name)
        if not value:
            return default
        digits = value.removeprefix("-")
        if not (digits.isascii() and digits.isdigit() and least <= int(value) <= most):
            raise BadVariable(name, value, f" {least} 到 {most} 之间的整数")
        return int(value)

    def envlist(self, name: str, default: tuple[str, ...] = ()) -> list[str]:
        """Values between commas, without blanks around them; an empty one is refused."""
        value = self.envstr(name)
        if not value:
            return list(default)
        items = [item.strip() for item in value.split(",")]
        if not all(items):
            raise BadVariable(name, value, "用英文逗号分隔的列表，且没有空项")
        return items

    def envchoice(self, name: str, choices: tuple[str, ...], default: str) -> str:
        """One of the named words."""
        value = self.envstr(name, default)
        if value not in choices:
            raise BadVariable(name, value, "、".join(choices) + " 之一")
        return value

    def envpath(self, name: str, default: Path) -> Path:
        """An absolute path; a relative one counts from the working directory."""
        value = self.envstr(name)
        return Path(value).expanduser().absolute() if value else default

    def envurl(self, name: str, schemes: tuple[str, ...]) -> SplitResult | None:
        """An address with one of the schemes, or None when unset.

        The value is not repeated in the error: it may hold a password.
        """
        value = self.envstr(name)
        if not value:
            return None
        wanted = "以 " + "、".join(f"{scheme}://" for scheme in schemes) + " 开头的地址"
        try:
            url = urlsplit(value)
            _ = url.port
        except ValueError:
            raise BadVariable(name, "…", wanted) from None
        if url.scheme not in schemes or not (url.netloc or url.path):
            raise BadVariable(name, "…", wanted)
        return url

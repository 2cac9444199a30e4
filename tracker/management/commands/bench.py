"""``manage.py bench [NAME…]``: measure, and print one line of JSON a figure."""

from __future__ import annotations

from argparse import ArgumentParser
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

import bench


def benchmarks() -> list[str]:
    """Names of the modules in ``bench`` that measure something."""
    modules = [module.name for module in iter_modules(bench.__path__)]
    return [name for name in modules if hasattr(import_module(f"bench.{name}"), "measure")]


class Command(BaseCommand):
    """Thin shell over the modules of ``bench``."""

    help = _("测量速度，每项打印一行 JSON：value 为本系统，floor 为同一工作的下限")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the names of benchmarks; none means all."""
        parser.add_argument("names", nargs="*", metavar="NAME", help=_("、").join(benchmarks()))

    def handle(self, *_args: Any, names: list[str], **_options: Any) -> None:
        """Print each figure as soon as it is there."""
        unknown = [name for name in names if name not in benchmarks()]
        if unknown:
            raise CommandError(_("没有这样的测量：%(names)s") % {"names": _("、").join(unknown)})
        for name in names or benchmarks():
            for measurement in import_module(f"bench.{name}").measure():
                self.stdout.write(measurement.as_line())
                self.stdout.flush()

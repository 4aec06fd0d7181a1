"""Red flags: competition that looks thin, and changes that came late or are large. Each is a reason to look, not a
verdict. One file a flag.
"""

import importlib
import pkgutil
from functools import cache

from dashboard.rules.red_flags.kind import Flag


@cache
def all_flags() -> tuple[Flag, ...]:
    """Every flag of this folder, in order."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    found: list[Flag] = [module.FLAG for module in modules if hasattr(module, "FLAG")]
    return tuple(sorted(found, key=lambda one: one.order))

"""Signals: things in the data that may be a deviation. They propose and never decide. One file a signal."""

import importlib
import pkgutil
from functools import cache

from dashboard.rules.signals.kind import Signal


@cache
def all_signals() -> tuple[Signal, ...]:
    """Every signal of this folder, by its key."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    found: list[Signal] = [module.SIGNAL for module in modules if hasattr(module, "SIGNAL")]
    return tuple(sorted(found, key=lambda one: one.key))


def signal(key: str) -> Signal:
    """The signal with this key; StopIteration where there is none."""
    return next(one for one in all_signals() if one.key == key)

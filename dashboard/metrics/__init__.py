"""Every metric. Being a file in this folder, with a METRIC, is being registered."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from dashboard.goals import INDICATORS
from dashboard.metric import AnyMetric


@cache
def all_metrics() -> tuple[AnyMetric, ...]:
    """The metrics in the order of their indicators, each indicator's own first."""
    names = sorted(module.name for module in iter_modules(__path__))
    found: list[AnyMetric] = [import_module(f"{__name__}.{name}").METRIC for name in names]
    place = {one.key: at for at, one in enumerate(INDICATORS)}
    return tuple(sorted(found, key=lambda metric: (place[metric.indicator], metric.order, metric.code)))


def metric(code: str) -> AnyMetric:
    """The metric with this code (K-AVT-1); KeyError where there is none."""
    return {one.code: one for one in all_metrics()}[code]

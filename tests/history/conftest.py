"""A topic that was released, for the tests of this folder."""

from tests.history.topic import released

__all__ = ["released"]

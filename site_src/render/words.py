"""The interface's words, as the outside asks for them; they themselves stand in `site_src.wording`."""

from site_src.wording import Catalogue, languages, open_catalogue

__all__ = ["Catalogue", "languages", "open_catalogue"]

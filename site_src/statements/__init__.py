"""What one article says, once: dated facts and figures, each with its very words and its stance.

"On 9 June the two states joined the club." -> Statement(2017-06-09, accession, told, ...)
"""

from site_src.statements.telling import tell

__all__ = ["tell"]

"""A site against its manifest, and its quotes against the articles."""

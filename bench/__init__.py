"""Measurements of quality and time; `dates.py` compares with others, `pace.py` measures the program alone."""

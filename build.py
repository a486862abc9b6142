"""Build the timeline: `python build.py` reads content/ and writes output/. `python build.py --help` lists the rest."""

from site_src.cli import main

if __name__ == "__main__":
    main()

"""Build the timeline: `python build.py` reads content/ and writes output/. `python build.py --help` lists the rest."""

if __name__ == "__main__":
    try:
        from site_src.cli import main
    except KeyboardInterrupt:  # Ctrl-C before there is anybody to say a word
        raise SystemExit(130) from None
    main()

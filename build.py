"""Build the timeline: `python build.py` reads content/ and writes output/. `python build.py --help` lists the rest."""

import gc

if __name__ == "__main__":
    # Nearly all that a build makes it keeps, and nearly nothing of it is a ring: to look for rings among millions of
    # values again and again took a sixth of the time.
    gc.set_threshold(50_000, 20, 100)
    try:
        from site_src.cli import main
    except KeyboardInterrupt:  # Ctrl-C before there is anybody to say a word
        raise SystemExit(130) from None
    main()

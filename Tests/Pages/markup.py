"""Where the checks look for the parts of the bulletin's page: all names of its markup that they rely on."""

SKIP = "a.skip"
MAIN = "#page-main"
CONTENTS_LINK = "nav.contents a"
SECTION = "section.theme"
COUNTRY_GROUP = "section.country"
ENTRY = "article.entry"
PERMALINK = "a.permalink"
MATRIX = "#page-overview table.matrix"
COUNTRY_INDEX = "#page-countries"
FILTER = "#page-filter"
RESET = "#page-filter button[type=reset]"
COUNT = "#page-count"
TERM = "a.term"
TIP = "page-tip"
GLOSSARY = "#page-glossary"
BAR = "svg.bar"


def select(name):
    return f"{FILTER} select[name={name}]"

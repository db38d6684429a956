"""Texts that mail, terminals, tables, shells and templates would take for orders, and texts that deceive the eye."""

ESC = "\u001b"
CSI = "\u009b"

TEMPLATE = [
    "{{title}}", "{{#entries}}{{/entries}}", "{{^part}}none{{/part}}", "{{! remark }}", "{{{raw}}}", "{{", "}}",
    "{{script}}", "{{/section}}", "{{#draft}}DRAFT{{/draft}}", "${7*7}", "${jndi:ldap://127.0.0.1/a}", "#{7*7}",
    "<%= 7*7 %>", "<% print(1) %>", "{% for x in y %}", "{%raw%}", "[[7*7]]", "{0}", "{found}",
    "{name} {place} {character}", "\\(7*7)", "$title$", "@title", "%title%", "`title`",
]

MAIL = [
    "Subject\r\nBcc: victim@example.org", "Subject\nX-Hostile: yes", "Subject\rTo: victim@example.org",
    "Subject\r\n\r\nA body of theirs", "=?utf-8?Q?=0D=0ABcc:_victim=40example.org?=", "=?utf-8?",
    "=?utf-8?B?PHNjcmlwdD4=?=", "=?", "?=", "=?UTF-8?Q?torn", "a@example.org, victim@example.org", "A <victim@example.org>",
    "\"A\" <victim@example.org>, B", "a@example.org>\r\nBcc: <b@example.org", "\\\" <victim@example.org>",
    "(remark) victim@example.org", "group: victim@example.org;", "From here it went on", "From: nobody", ".", "..", "--",
    "--=", "----=_bulletin", "Content-Type: text/html", "=3Cscript=3E", "=", "=\r\n", "=0D=0A.", "--bulletin-alternative--",
    "\u2028Bcc: victim@example.org", "\u0085Bcc: victim@example.org",
]

# XML has no other control characters of the first thirty-two than the three of white space; those go by FORBIDDEN.
CONTROL = [
    f"{CSI}2J", f"{CSI}31mred", "\u009d0;title\u009c", "\u0090q\u009c", "\u0098x\u009c", "\u0085next", "\u007fdelete",
    "\u0080\u0081\u0082", "\u0084index", "\u0088tab", "\u008dup", "\u009e\u009f", "a\tb", "a\u00a0b", "\\033[2J",
    "\\e]8;;http://127.0.0.1\\a", "^[[2J", "␛[2J",
]

DIRECTION = [
    "\u202egnp.exe", "abc\u202edef", "\u202dover\u202c", "\u202bembedded", "\u202aembedded\u202c", "\u2067turned",
    "\u2066isolated\u2069", "\u2068first", "end\u202c", "end\u2069", "\u2069\u2069\u202c", "\u200emark", "mark\u200f",
    "\u061cmark", "\u2067\u2067\u2067\u2067deep", "\u202e" * 70 + "deep", "שלום (abc) 123", "مرحبا abc 12",
    "abc (שלום) def", "\u202eשלום\u202c 1", "\u2067abc\u2066def\u2069",
    "123 مرحبا", "שלום עולם " * 30,
]

HIDDEN = [
    "zero\u200bwidth", "zero\u200cwidth", "zero\u200dwidth", "word\u2060joiner", "\ufeffbegin", "soft\u00adhyphen",
    "\u180evowel", "\u2061\u2062\u2063\u2064", "\u206a\u206f", "\u115fhangul\u1160", "\u3164filler", "\uffa0half",
    "\ufff9a\ufffab\ufffb", "tag" + "".join(chr(0xE0000 + ord(letter)) for letter in "hidden"), "flag\U000e0001",
    "select\ufe0f\ufe0e", "select\U000e0100\U000e01ef", "\u034fjoin", "\u2028line", "paragraph\u2029end", "\u2800braille",
    "\ufdd0none", "\U0001fffenone", "\U0010fffdprivate", "\ue000private\uf8ff", "\ufffdreplaced", "\U000e0fffreserved",
    "\u17b4\u17b5khmer", "\u2065", "\U0001d173music\U0001d17a", "\u00a0",
]

LOOKS = [
    "\u0430dmin", "p\u0430yp\u0430l", "\u0391thens", "ｆｕｌｌｗｉｄｔｈ", "𝐛𝐨𝐥𝐝", "Ⅳ ① ½", "é", "e\u0301", "\u212b", "\u00c5",
    "\uac00", "\u1100\u1161", "ﬁ", "ſ", "İ", "ı", "ß", "q\u0307\u0323", "q\u0323\u0307", "\u0958",
    "Z" + "\u0300\u0316" * 60, "a\u20dd\u20e0", "\u0489\u0488", "\u0301begins with a mark", "👨\u200d👩\u200d👧", "👍🏽", "🇳🇴🇳",
    "\ufdfd" * 9, "𒐫" * 5, "\U0001f468\u200d" * 30 + "x",
]

LONG = [
    "x" * 5000, "verylongword-" * 300, "<" * 500, "&" * 500, "'\"" * 300, "word " * 600,
    "https://example.org/" + "a" * 3000, "日" * 900, "{{" * 300, "=?" * 200,
]

SHELL = [
    "%s%s%s%n", "%x %d %@", "%1$s", "{:>9999999}", "'; DROP TABLE entries; --", "1 OR 1=1", "\" OR \"\"=\"",
    "' UNION SELECT 1 --", "NEAR(a b) AND *", "\"unclosed phrase", "a* OR b NOT c", "col:word", "; touch hostile",
    "$(touch hostile)", "`touch hostile`", "| touch hostile", "&& touch hostile", "> hostile", "-rf *", "--output=/tmp",
    "!!", "~root", "*", "?", "[a-z]*", "../../etc/passwd", "..\\..\\windows", "/etc/passwd", "%2e%2e%2fetc",
    "....//....//etc", "CON", "NUL.xml", "a/b", "hostile.xml\u0000".replace("\u0000", "%00"), "file://x", "=1+1",
    "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "=HYPERLINK(\"http://127.0.0.1\")", "a,b;c\td", "\"quoted\",\"cells\"",
    "# a comment", "- a list", "* a star", "> a quotation", "[words](javascript:alert(1))", "![x](http://127.0.0.1/x.png)",
    "```code", "| a | b |", "<https://example.org>", "::error::x", "##vso[task]", "::stop-commands::x",
]

GROUPS = {"template": TEMPLATE, "mail": MAIL, "control": CONTROL, "direction": DIRECTION, "hidden": HIDDEN, "looks": LOOKS, "long": LONG, "shell": SHELL}

# What no XML file may hold; each stands in a file as it is.
FORBIDDEN = [
    f"{ESC}[2J", f"{ESC}[31mred{ESC}[0m", f"{ESC}]8;;http://127.0.0.1/\u0007words{ESC}]8;;\u0007", f"{ESC}]0;title\u0007",
    f"{ESC}c", f"{ESC}P+q{ESC}\\", "\u0007bell", "back\u0008\u0008\u0008", "\u0000null", "\u000bvertical", "form\u000cfeed",
    "\u000e\u000fshift", "\u001asubstitute", "\uffff", "\ufffe",
]
# References to such characters.
REFERENCES = [
    "&#27;[2J", "&#x1b;]0;title&#7;", "&#0;", "&#8;", "&#xFFFE;", "&#xD800;", "&#x110000;",
]

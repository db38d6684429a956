"""Words for the stress issues: household things that nobody legislates on, and test words in other scripts."""

THINGS = """lantern teapot ladder cupboard basket kettle blanket pillow saucer hammer needle button bottle carpet window
candle drawer mirror bucket napkin spoon whistle marble ribbon pebble anchor feather pocket hinge shelf""".split()
QUALITIES = """copper quiet yellow wooden gentle narrow polished heavy round ancient velvet crooked hollow bright dusty
tiny patient striped folded silver""".split()
DEEDS = """was moved beside|was painted like|was counted before|leaned against|was kept under|was carried past|
was compared with|hung above|was folded around|stood behind""".replace("\n", "").split("|")

# A word of 96 letters, and a link that no line can hold.
LONG_WORD = "stress" + "lanternladderkettlebasket" * 3 + "cupboardhinges" + "x"
LONG_LINK = ("https://stress.invalid/a-path-that-goes-on-and-on/" + "lantern-ladder-kettle/" * 8
             + "?page=1&language=en&title=" + "teapot%20" * 12 + "#the-end")

# "Test text" and the like, in eleven languages and eight scripts; the long ones have no place to break.
FOREIGN = [
    ("ar", "نص تجريبي لا معنى له، كُتب لاختبار اتجاه السطر (رقم 12) فقط"),
    ("he", "טקסט לבדיקה בלבד, ללא כל משמעות (מספר 12)"),
    ("ka", "სატესტო ტექსტი, რომელსაც არავითარი მნიშვნელობა არ აქვს"),
    ("hy", "Փորձնական տեքստ, որը ոչ մի նշանակություն չունի"),
    ("el", "Δοκιμαστικό κείμενο χωρίς κανένα νόημα, μόνο για έλεγχο"),
    ("uk", "Тестовий текст без жодного значення, лише для перевірки"),
    ("de", "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenprüfungsordnungsentwurfsfassung"),
    ("ja", "これは行の幅を確かめるための試験用の文章であり、意味はまったくありませんので、お気になさらないでください"),
    ("hi", "यह केवल जाँच के लिए लिखा गया पाठ है"),
    ("fi", "Koeteksti ilman merkitystä, " + "pitkäsana" * 9),
    ("vi", "Văn bản thử nghiệm không có ý nghĩa"),
]


def clause(chance):
    return f"{chance.choice(QUALITIES)} {chance.choice(THINGS)} and {chance.choice(QUALITIES)} {chance.choice(THINGS)}"


def sentence(chance, words):
    """A sentence of about so many words."""
    text = ""
    while len(text.split()) < words:
        joint = ", while " if text else ""
        text += (f"{joint}the {chance.choice(QUALITIES)} {chance.choice(THINGS)} {chance.choice(DEEDS)} "
                 f"the {chance.choice(QUALITIES)} {chance.choice(THINGS)}")
    return text[0].upper() + text[1:] + "."

"""Sentences, headlines and ids of generated developments.

Sentences are made once, some hundreds for each theme, with the marks that stand within them; a development's body puts
some of them together behind an opening of its own. So a large archive is written fast, and no body repeats another.
"""

from chance import Chance

SENTENCES = 600
LEAST, MOST = 25, 120
# How often a mark stands in a sentence, out of a thousand: as in the real submissions, and what these hardly use at
# least now and then.
MARKS = [(170, "cite"), (90, "term"), (20, "foreign"), (15, "link"), (15, "em")]

TERMS = ["family reunification", "trafficking in human beings", "subsidiary protection", "unaccompanied minors",
         "temporary protection", "relocation", "resettlement", "safe country of origin", "return decision", "detention"]
# Acts of the EU by short name, with their CELEX numbers and whether they are directives.
ACTS = [("Directive 2013/32/EU", "32013L0032"), ("Directive 2013/33/EU", "32013L0033"),
        ("Directive 2011/95/EU", "32011L0095"), ("Directive 2011/36/EU", "32011L0036"),
        ("Directive 2014/36/EU", "32014L0036"), ("Directive 2014/66/EU", "32014L0066"),
        ("Directive 2008/115/EC", "32008L0115"), ("Directive 2003/86/EC", "32003L0086"),
        ("Directive 2003/109/EC", "32003L0109"), ("Directive 2001/55/EC", "32001L0055"),
        ("Directive (EU) 2016/801", "32016L0801"), ("Directive (EU) 2016/681", "32016L0681"),
        ("Regulation (EU) No 604/2013", "32013R0604"), ("Regulation (EU) 2016/399", "32016R0399"),
        ("Regulation (EU) 2016/1624", "32016R1624")]
# "Generated sample text" in languages of the network, in three scripts and with what lies beyond ASCII.
FOREIGN = [("de", "Erzeugter Mustertext für Messungen"), ("fr", "Texte d’essai généré pour des mesures"),
           ("el", "Δοκιμαστικό κείμενο για μετρήσεις"), ("bg", "Примерен текст за измервания"),
           ("cs", "Vytvořený zkušební text pro měření"), ("fi", "Tuotettu esimerkkiteksti mittauksia varten"),
           ("hu", "Mérésekhez készült mintaszöveg"), ("lt", "Sukurtas pavyzdinis tekstas matavimams"),
           ("pl", "Wygenerowany tekst próbny do pomiarów"), ("ro", "Text de probă generat pentru măsurători"),
           ("uk", "Зразок тексту для вимірювань"), ("nb", "Generert prøvetekst til målinger")]
AUTHORITIES = ["the Parliament", "the Government", "the Ministry of the Interior", "the Ministry of Justice",
               "the Council of Ministers", "the Migration Office", "the Constitutional Court"]
DEEDS = ["adopted a sample act on", "announced a sample scheme on", "changed the sample rules on",
         "published a sample circular on", "took a sample decision about", "presented a sample report about"]
LINK = "https://zenodo.org/records/8169110"


class SampleWords:
    """Text by theme, drawn from a vocabulary."""

    def __init__(self, vocabulary, seed):
        self.vocabulary = vocabulary
        names = sorted(set(vocabulary.declared))
        self.pools = {theme: self.pool(vocabulary.chain(theme), Chance(seed, 1, number))
                      for number, theme in enumerate(names)}

    def pool(self, chain, chance):
        """Sentences with their numbers of words, as XML."""
        return [self.sentence(chain, chance) for _ in range(SENTENCES)]

    def sentence(self, chain, chance):
        words = walk(chain, chance, max(6, chance.pick(self.vocabulary.sentences)))
        count = len(words)
        # A mark takes the place of a word within the sentence.
        mark = next((name for permille, name in MARKS if chance.happens(permille)), None)
        if mark:
            place = 1 + chance.below(count - 3)
            text, more = marked(mark, words[place], chance)
            # No word shall stand twice in a row.
            if words[place - 1] not in text and words[place + 1] not in text:
                words[place] = text
                count += more
        if count > 14:
            words[count // 2 - 1] += ","
        words[0] = words[0][0].upper() + words[0][1:]
        return " ".join(words) + ".", count

    def headline(self, theme, chance):
        words = walk(self.vocabulary.chain(theme), chance, max(4, chance.pick(self.vocabulary.headlines)))
        words[0] = words[0][0].upper() + words[0][1:]
        return " ".join(words)

    def body(self, theme, day, chance):
        """The body's paragraphs; the first opens with the day."""
        # A quarter of the bodies is as long as those in the inputs, which are summaries; the others use the whole range
        # of the house rule, rather its upper part, as a country's own reports do.
        length = LEAST + max(chance.below(MOST - LEAST), chance.below(MOST - LEAST))
        if chance.happens(250):
            length = chance.pick(self.vocabulary.bodies)
        deed = chance.pick(DEEDS)
        matter = walk(self.vocabulary.chain(theme), chance, 5, deed.split()[-1])
        opening = f"On {day} {chance.pick(AUTHORITIES)} {deed} {' '.join(matter)}."
        paragraphs, count, misses = [[opening]], len(opening.split()), 0
        pool = self.pools[theme]
        while count < max(length, LEAST):
            sentence, words = chance.pick(pool)
            if count + words > MOST:
                misses += 1
                if misses == 3:
                    break
                continue
            # A fifth of the real bodies has more than one paragraph.
            if chance.happens(80):
                paragraphs.append([])
            paragraphs[-1].append(sentence)
            count += words
        return [" ".join(sentences) for sentences in paragraphs]

    def id(self, number, chance):
        """The id of a country's development: three words and its number among all of the country's."""
        return "-".join([chance.pick(self.vocabulary.words) for _ in range(3)] + [str(number)])


def walk(chain, chance, count, last=""):
    """So many words, each one that follows the last; they go on from what ends with the word `last`."""
    words, word = [], ""
    while len(words) < count:
        word = chance.pick(chain.following.get(word) or chain.openings)
        # Where a walk begins anew, the same word could stand twice.
        if word != last:
            words.append(word)
            last = word
    return words


def marked(name, word, chance):
    """A mark instead of a word, and by how many words it is longer."""
    if name == "em":
        return f"<em>{word}</em>", 0
    if name == "link":
        return f'<link href="{LINK}">{word}</link>', 0
    if name == "term":
        term = chance.pick(TERMS)
        return f"<term>{term}</term>", term.count(" ")
    if name == "foreign":
        language, text = chance.pick(FOREIGN)
        return f'<foreign xml:lang="{language}">{text}</foreign>', text.count(" ")
    act, celex = chance.pick(ACTS)
    # One in four has its number, as in the real submissions.
    number = f' celex="{celex}"' if chance.happens(250) else ""
    return f"<cite{number}>{act}</cite>", act.count(" ")

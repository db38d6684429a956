"""A submission with ten mistakes, each as what should stand there and what does."""

from desk import PACKAGE

MISTAKES = [
    ('status="final"', 'status="finished"'),
    ('theme="international-protection"', 'theme="internatonal-protection"'),
    ('type="adopted"', 'type="adoptd"'),
    ("Ministry of Justice and Public Security in", "Ministry of Justice & Public Security in"),
    ("<title>Instruction", "<titel>Instruction"),
    ('<source href="https://zenodo.org/records/8169110">DEMIG', '<source href="zenodo.org/records/8169110">DEMIG'),
    ('id="family-formation-age-24"', 'id="Family formation"'),
    ('kind="legislative"', 'kind="legislativ"'),
    ('date="2016-01-01"', 'date="1 January 2016"'),
    ("own free will.</p>", "own free will."),
]


def submission():
    return (PACKAGE / "inputs" / "2016-Q1" / "NO.xml").read_text(encoding="utf-8")


def broken():
    text = submission()
    for right, wrong in MISTAKES:
        assert right in text, right
        text = text.replace(right, wrong, 1)
    return text

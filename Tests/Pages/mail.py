"""The mail form of an issue, read as Python's own mail package reads messages."""

import email
import email.policy
import pathlib
import re
import subprocess
import tempfile

ADDRESS = re.compile(rb"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
MAILING = """<mail>
    <from name="EMN “Bulletin”, Redaktion für Öffentlichkeitsarbeit und Übersetzungen">bulletin@example.org</from>
    <reply-to name="The editors, &quot;all&quot; of them">editors@example.org</reply-to>
    <to name="Αναγνώστες">readers@example.org</to>
    <to>list+all@lists.example.org</to>
  </mail>"""


def sources(folder):
    """All that an issue gives, in which every address of its message must stand."""
    return b"\n".join(path.read_bytes() for path in sorted(folder.glob("*.xml")))


def lines_of(where, message):
    faults = []
    head = message[:message.index(b"\r\n\r\n")]
    for line in message.split(b"\r\n"):
        if b"\n" in line or b"\r" in line:
            faults.append(f"{where}: a line that does not end in CR and LF: {line[:60]}")
        if len(line) > 78 or not line.isascii():
            faults.append(f"{where}: a line that mail may not carry: {line[:60]}")
        if line == b"." or line.startswith(b"From "):
            faults.append(f"{where}: a line that mail would mistake: {line[:60]}")
    if not message.endswith(b"--\r\n") or any(not line.strip() for line in head.split(b"\r\n")):
        faults.append(f"{where}: not whole")
    return faults


def parts_of(where, parsed, folder):
    faults = []
    parts = list(parsed.iter_parts())
    if [part.get_content_type() for part in parts] != ["text/plain", "text/html"]:
        return [f"{where}: other parts than text and HTML"]
    for part, name in zip(parts, ["bulletin.txt", "bulletin.html"]):
        if part.get_payload(decode=True).replace(b"\r\n", b"\n") != (folder / name).read_bytes():
            faults.append(f"{where}: its part differs from {name}")
        if part.get_content_charset() != "utf-8" or part["Content-Transfer-Encoding"] != "quoted-printable":
            faults.append(f"{where}: {name} in another encoding")
        if part["Content-Language"] != "en-GB":
            faults.append(f"{where}: {name} without its language")
    return faults


def check_message(folder, inputs):
    """The message beside an issue's editions, against them and against what the issue's files give."""
    where = f"{folder.name}/bulletin.eml"
    message = (folder / "bulletin.eml").read_bytes()
    parsed = email.message_from_bytes(message, policy=email.policy.default)
    faults = lines_of(where, message) + parts_of(where, parsed, folder)
    defects = [defect for part in parsed.walk() for defect in part.defects]
    defects += [defect for value in parsed.values() for defect in value.defects]
    faults += [f"{where}: {defect!r}" for defect in defects]
    if parsed.get_content_type() != "multipart/alternative" or parsed["X-Unsent"] != "1":
        faults.append(f"{where}: no message to be sent")
    title = re.search(rb"<title>(.*?)</title>", (folder / "bulletin.html").read_bytes())[1].decode()
    series = (folder / "bulletin.txt").read_text(encoding="utf-8").split("\n")[2]
    if series not in parsed["Subject"] or parsed["Subject"].split(",")[0] not in title:
        faults.append(f"{where}: the subject is {parsed['Subject']}")
    published = re.search(rb'<issue[^>]*published="(\d{4}-\d\d-\d\d)"', (inputs / "issue.xml").read_bytes())
    if (parsed["Date"] is None) != (published is None):
        faults.append(f"{where}: dated {parsed['Date']}")
    if published and parsed["Date"].datetime.isoformat() != published[1].decode() + "T00:00:00+00:00":
        faults.append(f"{where}: dated {parsed['Date']}, published {published[1]}")
    decoded = b"\n".join(part.get_payload(decode=True) for part in parsed.iter_parts())
    given = set(ADDRESS.findall(sources(inputs)))
    for address in set(ADDRESS.findall(decoded + message)) - given:
        faults.append(f"{where}: an address that the issue does not give: {address}")
    return faults, parsed


def check_addressing(executable, package):
    """A message with sender and receivers, of whose names some need an encoding."""
    with tempfile.TemporaryDirectory() as scratch:
        inputs = pathlib.Path(scratch) / "inputs" / "2015-Q4"
        inputs.mkdir(parents=True)
        for path in (package / "inputs" / "2015-Q4").glob("*.xml"):
            (inputs / path.name).write_bytes(path.read_bytes())
        issue = (inputs / "issue.xml").read_text(encoding="utf-8")
        issue = re.sub(r'(<issue [^>]*?)(?: published="[^"]*")?>', r'\1 published="2016-05-12">', issue, count=1)
        issue = issue.replace("<title>", "<title>Bulletin für Ελλάδα, 日本語 und noch viele andere: ", 1)
        issue = issue.replace("</colophon>", "</colophon>\n  " + MAILING, 1)
        (inputs / "issue.xml").write_text(issue, encoding="utf-8")
        subprocess.run(
            [executable, "compile", "2015-Q4", "--mail", "--quiet"], cwd=scratch, check=True,
            stdout=subprocess.DEVNULL)
        folder = pathlib.Path(scratch) / "output" / "2015-Q4"
        faults, parsed = check_message(folder, inputs)
        # Python 3.11 keeps the blank that stands between two encoded words of a name.
        found = [(name, " ".join(a.display_name.split()), a.addr_spec) for name in ["From", "Reply-To", "To"]
                 for a in parsed[name].addresses]
        wanted = [
            ("From", "EMN “Bulletin”, Redaktion für Öffentlichkeitsarbeit und Übersetzungen", "bulletin@example.org"),
            ("Reply-To", 'The editors, "all" of them', "editors@example.org"),
            ("To", "Αναγνώστες", "readers@example.org"), ("To", "", "list+all@lists.example.org"),
        ]
        if found != wanted:
            faults.append(f"addressed to {found}")
        if str(parsed["Date"]) != "Thu, 12 May 2016 00:00:00 +0000":
            faults.append(f"dated {parsed['Date']}")
        for name in ["bulletin.html", "bulletin.txt"]:
            if ADDRESS.search((folder / name).read_bytes()):
                faults.append(f"{name} prints an address")
        return faults


def check_mail(executable, package, folders):
    faults = []
    for folder in folders:
        found, parsed = check_message(folder, package / "inputs" / folder.name)
        faults += found
        faults += [f"{folder.name}: a field {name}" for name in ["From", "Reply-To", "To"] if parsed[name]]
    return faults + check_addressing(executable, package)

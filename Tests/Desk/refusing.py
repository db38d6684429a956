"""What the desk must not take, by plain requests; and what it must not lose when it is ended by force."""

import random
import re
import signal
import sqlite3
import subprocess
import threading
import time

from desk import PACKAGE
from office import Office, Visitor, digest, submission, value

ATTACK = "</textarea><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


def refusals(office):
    """Each of these must fail, and none of them may leave anything behind."""
    faults = []

    def expect(condition, text):
        if not condition:
            faults.append(f"desk, refusing: {text}")

    before = snapshot(office)
    text = submission(remark="refused")
    team, stranger = office.visitor("NO"), office.visitor()
    expect("HttpOnly" in team.set_cookie and "SameSite=Strict" in team.set_cookie, f"the cookie is {team.set_cookie}")
    expect(stranger.send(text)[0] == 403, "a stranger may send")
    expect(stranger.ask("/send", {"key": team.key, "text": text})[0] == 403, "a stranger with a form's key may send")
    expect(team.ask("/send", {"text": text})[0] == 403, "a form without its key is taken")
    expect(team.ask("/send", {"key": "0" * 64, "text": text})[0] == 403, "a form with another key is taken")
    other = office.visitor("SE")
    expect(team.ask("/send", {"key": other.key, "text": text})[0] == 403, "a form with the key of another session is taken")
    for headers in [{"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}]:
        expect(team.ask("/send", {"key": team.key, "text": text}, headers)[0] == 403, f"taken with {headers}")
    status, _, page = other.send(text)
    expect(status == 403 and "signed in for Sweden" in page, f"Sweden may send for Norway: {status}")
    expect(office.visitor("editor").send(text)[0] == 403, "the editor may send for Norway")
    for token in ["", "emn-no", office.tokens["NO"][:-1], office.tokens["NO"] + "0", "' OR 1=1 --", ATTACK]:
        expect(Visitor(office.address).sign_in(token)[0] in (403, 422), f"signed in with “{token}”")
    expect(team.send("x" * 300_000)[0] == 413, "a file that is too large is taken")
    expect(team.send("")[0] == 422, "an empty form is taken")
    expect(team.send("no XML")[0] == 422, "what is no XML is taken")
    expect(team.send(submission(period="2095-Q1"))[0] == 422, "a period that has not begun is taken")
    faults.extend(paths(office, team))
    revoked(office, expect)
    after = snapshot(office)
    expect(before == after, f"something was kept: {set(after.items()) ^ set(before.items())}")
    return faults


def paths(office, team):
    """Names that lead out of the folder, as period, as country, as the name of a file, as part of an address."""
    faults = []
    for wrong in ["../../etc", "..%2f..%2fetc", "/etc/passwd", "2016-Q1/../../x", ".", "..", "CON", "NO\0", "ÅØ"]:
        text = submission(remark="path")
        for sent in [text.replace('period="2016-Q1"', f'period="{wrong}"', 1), text.replace('country="NO"', f'country="{wrong}"', 1)]:
            status, _, _ = team.send(sent)
            if status not in (403, 422):
                faults.append(f"desk, refusing: {status} for “{wrong}”")
        address = wrong.replace("\0", "%00").replace("Å", "%C3%85").replace("Ø", "%C3%98")
        for path in [f"/receipt/{address}/NO/1", f"/receipt/2016-Q1/{address}/1", f"/receipt/2016-Q1/NO/{address}", f"/receipt/{address}/NO/1/file"]:
            status, _, page = team.ask(path)
            if status not in (400, 403, 404) or "root:" in page:
                faults.append(f"desk, refusing: {status} for {path}")
    # The name of a file is nothing but a name: the file itself says whose it is.
    status, location, _ = team.ask("/send", {"key": team.key, "file": submission("SE").encode()})
    if status != 403:
        faults.append(f"desk, refusing: a file of Sweden named NO.xml is taken: {status} {location}")
    return faults


def revoked(office, expect):
    """A token that is revoked ends its sessions, and nobody signs in with it."""
    token = office.add_token("IE")
    identifier = [line.split()[0] for line in office.command("token", "list").stdout.splitlines() if line.startswith("IE-")][-1]
    guest = Visitor(office.address)
    expect(guest.sign_in(token)[0] == 303, "a new token is not taken")
    expect(office.command("token", "revoke", identifier).returncode == 0, "a token cannot be revoked")
    expect(guest.send(submission("IE"))[0] == 403, "a session outlives its token")
    expect(Visitor(office.address).sign_in(token)[0] == 403, "a revoked token signs in")
    expect(office.command("token", "revoke", identifier).returncode == 2, "a token is revoked twice")
    stored = b"".join(path.read_bytes() for path in office.data.glob("desk.sqlite*")) + (office.data / "audit.jsonl").read_bytes()
    expect(token.encode() not in stored and guest.cookie.split("=")[1].encode() not in stored, "a secret is kept as it is")


def replays(office):
    """The same form sent again, at once or later, is the same receipt; the older form makes no newer version."""
    faults = []
    team = office.visitor("SE")
    first, second = submission("SE", remark="first"), submission("SE", remark="second")
    answers = [team.send(first, "mark-1"), team.send(first, "mark-1"), team.send(first, "mark-2")]
    newer = team.send(second, "mark-3")
    answers.append(team.send(first, "mark-1"))
    if len({answer[1] for answer in answers}) != 1 or answers[0][0] != 303:
        faults.append(f"desk, replays: {[answer[:2] for answer in answers]}")
    if office.inputs("2016-Q1", "SE") != second.encode() or newer[1] == answers[0][1]:
        faults.append("desk, replays: an old form has become the newest version")
    return faults


def the_commission(office):
    """The Commission's token sends its part, and no country's."""
    office.tokens["EU"] = office.add_token("EU")
    text = (PACKAGE / "inputs" / "2016-Q1" / "EU.xml").read_text(encoding="utf-8")
    own, other = office.visitor("EU").send(text), office.visitor("EU").send(submission(remark="EU"))
    if own[0] != 303 or office.inputs("2016-Q1", "EU") != text.encode() or other[0] != 403:
        return [f"desk, the Commission: {own[:2]}, {other[:2]}"]
    return []


def scripts(office):
    """Markup in each field of each form, and in a submission, shows as words."""
    faults = []
    team = office.visitor("NO")
    pages = {"signing in": Visitor(office.address).ask("/sign-in", {"token": ATTACK, "part": ATTACK})[2]}
    for field in ["key", "mark", "text", "name", "confirmed", "file"]:
        pages[field] = team.ask("/send", {"key": team.key, "text": "<a/>", field: ATTACK})[2]
    escaped = ATTACK.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    for place in ["Ministry of Justice", "DEMIG", 'id="']:
        pages[place] = team.ask("/send", {"key": team.key, "text": submission().replace(place, place + escaped, 1)})[2]
    for name, page in pages.items():
        if "<script>alert" in page or "<img" in page:
            faults.append(f"desk, refusing: markup in {name} is let in")
    return faults


def at_the_same_time(office):
    """Two hundred uploads at once: each is kept as a version of its own, and none is mixed with another."""
    faults, receipts = [], {}
    visitors = [office.visitor(holder) for holder in ["NO", "SE"]]
    texts = [(visitors[number % 2], ["NO", "SE"][number % 2], number) for number in range(200)]

    def upload(visitor, country, number):
        text = submission(country, remark=f"upload {number}")
        status, location, page = visitor.send(text, f"upload-{number}")
        receipts[number] = (status, location, digest(text), page)

    threads = [threading.Thread(target=upload, args=job) for job in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    bad = [receipt[:2] for receipt in receipts.values() if receipt[0] != 303]
    if bad or len(receipts) != 200:
        faults.append(f"desk, at the same time: {len(receipts)} answers, {len(bad)} refused, such as {bad[:1]}")
    locations = {location for _, location, _, _ in receipts.values()}
    if len(locations) != 200:
        faults.append(f"desk, at the same time: {len(locations)} receipts for 200 files")
    return faults + lost(office, [(location, sha) for status, location, sha, _ in receipts.values() if status == 303])


def lost(office, receipts):
    """What of the receipts is not found as it was received, and what stands there half-written."""
    faults = []
    for location, sha in receipts:
        _, _, period, country, number = location.split("/")
        if digest(office.version(period, country, int(number))) != sha:
            faults.append(f"desk: {location} is not what was received")
    for path in [*office.data.glob("versions/*/*/*.xml"), *office.data.glob("inputs/*/??.xml")]:
        if not re.search(rb"</submission>\s*(<!--[^>]*-->\s*)?$", path.read_bytes()):
            faults.append(f"desk: {path} is half-written")
    audit = office.command("audit", "verify")
    if audit.returncode:
        faults.append(f"desk: the log is broken: {audit.stdout}")
    return faults


def killed(executable, folder, kills=20):
    """The desk is killed in the midst of uploads, again and again; nothing with a receipt is lost."""
    office = Office(executable, folder, ["NO", "SE"])
    faults, receipts, number = [], [], 0
    for run in range(kills):
        process = subprocess.Popen(
            [executable, "--port", "0", "--data", str(folder), "--forms-per-minute", "0"], stdout=subprocess.PIPE, text=True)
        office.address = process.stdout.readline().split()[-1]
        visitors = {country: office.visitor(country) for country in ["NO", "SE"]}
        threads = []
        for country in ["NO", "SE"] * 4:
            number += 1
            threads.append(threading.Thread(target=keep_sending, args=(visitors[country], country, number, receipts)))
            threads[-1].start()
        # Every other time something has been received by then, however slow the machine is.
        known, end = len(receipts), time.monotonic() + 20
        while run % 2 and len(receipts) == known and time.monotonic() < end:
            time.sleep(0.01)
        time.sleep(random.uniform(0.0, 0.4))
        process.send_signal(signal.SIGKILL)
        process.wait()
        for thread in threads:
            thread.join()
    # It is opened once more: what was accepted without a receipt is put in its place.
    with office.opened():
        pass
    if len(receipts) < kills // 2:
        faults.append(f"desk, killed: only {len(receipts)} receipts in {kills} runs")
    faults += lost(office, receipts)
    for country in ["NO", "SE"]:
        kept = sorted((office.data / "versions" / "2016-Q1" / country).glob("*.xml"))
        if [path.name for path in kept] != [f"{place:04}.xml" for place in range(1, len(kept) + 1)]:
            faults.append(f"desk, killed: versions are {[path.name for path in kept]}")
        if kept and kept[-1].read_bytes() != office.inputs("2016-Q1", country):
            faults.append(f"desk, killed: the newest version of {country} is not in the inputs")
        drafts = list((office.data / "versions" / "2016-Q1" / country).glob(".*"))
        if len(drafts) > 1:
            faults.append(f"desk, killed: {drafts} are left")
    lines = (office.data / "audit.jsonl").read_text().splitlines()
    logged = [re.search(r'"file":"(..)","version":(\d+)', line) for line in lines if "submission-accepted" in line]
    if len({found.groups() for found in logged}) != len(logged):
        faults.append("desk, killed: a version is logged twice")
    print(f"{len(receipts)} receipts in {kills} runs that were killed")
    return faults


def finished(executable, folder):
    """What an earlier run had accepted and not done is done when the desk is opened, once."""
    office = Office(executable, folder, ["NO"])
    with office.opened():
        office.visitor("NO").send(submission(remark="finished"))
    kept = office.data / "versions" / "2016-Q1" / "NO" / "0001.xml"
    whole = snapshot(office)
    log = (office.data / "audit.jsonl").read_text()
    faults = []
    for is_logged in [True, False]:
        kept.rename(kept.with_name(".0001.xml.new"))
        (office.data / "inputs" / "2016-Q1" / "NO.xml").unlink()
        with sqlite3.connect(office.data / "desk.sqlite") as database:
            database.execute("UPDATE version SET settled = 0")
            if not is_logged:
                (office.data / "audit.jsonl").write_text("".join(log.splitlines(True)[:-1]))
                database.execute("DELETE FROM audit")
        database.close()
        with office.opened():
            pass
        if snapshot(office) != whole:
            faults.append(f"desk, finished: {set(snapshot(office)) ^ set(whole)}")
        if (office.data / "audit.jsonl").read_text() != log or office.command("audit", "verify").returncode:
            faults.append(f"desk, finished: the log is {(office.data / 'audit.jsonl').read_text()}")
    return faults


def behind_proxy(office):
    """Behind a proxy the cookie goes over TLS only."""
    with office.opened("--behind-proxy"):
        cookie = office.visitor("NO").set_cookie
    wanted = cookie.startswith("__Host-desk=") and {"Secure", "HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
    return [] if wanted else [f"desk, behind a proxy: the cookie is {cookie}"]


def keep_sending(visitor, country, number, receipts):
    for part in range(1_000):
        text = submission(country, remark=f"{number} {part}")
        try:
            status, location, _ = visitor.send(text, f"{number}-{part}")
        except Exception:
            return
        if status == 303:
            receipts.append((location, digest(text)))


def snapshot(office):
    """All that stands in the folders of the files, with its digest."""
    return {
        str(path.relative_to(office.data)): digest(path.read_bytes())
        for folder in ["inputs", "versions"] for path in (office.data / folder).rglob("*") if path.is_file()}

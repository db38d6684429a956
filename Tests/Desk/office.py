"""A desk with tokens, and people who use it by requests alone."""

import contextlib
import hashlib
import http.client
import pathlib
import re
import subprocess
import urllib.parse

import mistakes
from desk import form, open_desk

PERIOD = "2016-Q1"


class Office:
    """A desk that runs, its folder, and the tokens that were issued for it."""

    def __init__(self, executable, data, holders=("NO", "SE", "FI", "editor")):
        self.executable = executable
        self.data = pathlib.Path(data)
        self.tokens = {holder: self.add_token(holder) for holder in holders}
        self.address = None

    def add_token(self, holder):
        who = ["--editor"] if holder == "editor" else [holder]
        return self.command("token", "add", *who).stdout.strip()

    def command(self, *arguments):
        return subprocess.run(
            [self.executable, *arguments, "--data", str(self.data)], capture_output=True, text=True, check=False)

    @contextlib.contextmanager
    def opened(self, *options):
        with open_desk(self.executable, self.data, "--forms-per-minute", "0", "--largest-file", "256", *options) as address:
            self.address = address
            yield self

    def visitor(self, holder=None):
        visitor = Visitor(self.address)
        if holder:
            status, _, page = visitor.sign_in(self.tokens[holder])
            assert status == 303, f"{holder} cannot sign in: {status} {page[:500]}"
        return visitor

    def version(self, period, document, number):
        return (self.data / "versions" / period / document / f"{number:04}.xml").read_bytes()

    def inputs(self, period, document):
        return (self.data / "inputs" / period / f"{document}.xml").read_bytes()


class Visitor:
    """Somebody who asks by plain requests, and keeps the cookie that the desk sets."""

    def __init__(self, address):
        self.host = urllib.parse.urlsplit(address).netloc
        self.cookie = None
        self.key = ""

    def ask(self, path, fields=None, headers=None):
        connection = http.client.HTTPConnection(self.host, timeout=60)
        headers = dict(headers or {})
        if self.cookie:
            headers["Cookie"] = self.cookie
        body = None
        if fields is not None:
            headers["Content-Type"] = "multipart/form-data; boundary=cut"
            body = form({name: value if isinstance(value, bytes) else value.encode() for name, value in fields.items()})
        try:
            connection.request("GET" if fields is None else "POST", path, body, headers)
            answer = connection.getresponse()
            page = answer.read()
        finally:
            connection.close()
        if answer.getheader("Set-Cookie"):
            self.set_cookie = answer.getheader("Set-Cookie")
            self.cookie = self.set_cookie.split(";")[0]
        return answer.status, answer.getheader("Location"), page.decode()

    def sign_in(self, token):
        answer = self.ask("/sign-in", {"token": token, "part": "send"})
        if answer[0] == 303:
            self.key = value(self.ask(answer[1])[2], "key")
        return answer

    def send(self, text, mark=None, **more):
        """Sends a submission, and confirms what warnings there are."""
        fields = {"key": self.key, "mark": mark or "", "text": text, **more}
        answer = self.ask("/send", fields)
        if answer[0] == 200 and value(answer[2], "confirmed"):
            answer = self.ask("/send", {**fields, "confirmed": value(answer[2], "confirmed")})
        return answer


def value(page, name):
    """What a hidden field of a page holds."""
    found = re.search(f'name="{name}" value="([^"]*)"', page)
    return found[1] if found else ""


def submission(country="NO", period=PERIOD, remark="", status="final"):
    """A submission that is ready to be sent; a remark makes another file of it."""
    text = mistakes.submission().replace('country="NO"', f'country="{country}"').replace(PERIOD, period, 1)
    text = text.replace('status="final"', f'status="{status}"')
    return text + (f"<!-- {remark} -->\n" if remark else "")


def digest(text):
    return hashlib.sha256(text if isinstance(text, bytes) else text.encode()).hexdigest()

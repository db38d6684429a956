"""A desk that runs for a check, and pages of it as the other checks of pages know them."""

import contextlib
import pathlib
import subprocess
import types
import urllib.error
import urllib.request

PACKAGE = pathlib.Path(__file__).resolve().parents[2]


@contextlib.contextmanager
def running(command):
    """A server that prints its address at the end of its first line: the process and the address."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        yield process, process.stdout.readline().split()[-1]
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def open_desk(executable, folder, *options):
    """The address of a desk on a free port, which ends with the check."""
    with running([executable, "--port", "0", "--data", str(folder), *options]) as (_, address):
        yield address


class Page:
    """What a reader takes for the file of a page."""

    def __init__(self, address, name):
        self.address = address
        self.name = name
        self.parent = types.SimpleNamespace(name="desk")

    def resolve(self):
        return self

    def as_uri(self):
        return self.address

    def __str__(self):
        return f"desk/{self.name}"


def form(fields, boundary="cut"):
    body = b""
    for name, value in fields.items():
        file = '; filename="NO.xml"' if name == "file" else ""
        body += f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'.encode() + value + b"\r\n"
    return body + f"--{boundary}--\r\n".encode()


def fetch(address, fields=None):
    """The bytes of a page, whatever its status."""
    request = urllib.request.Request(address, data=form(fields) if fields is not None else None)
    if fields is not None:
        request.add_header("Content-Type", "multipart/form-data; boundary=cut")
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.read()
    except urllib.error.HTTPError as answer:
        return answer.read()

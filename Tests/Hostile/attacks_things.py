"""What is no text at all: other files' bytes, pipes, devices, folders, links, and files that change while they are read."""

import bz2
import gzip
import io
import lzma
import os
import random
import socket
import threading
import zipfile
import zlib

from attack import Attack
from document import BASE

DATA = BASE.encode("utf-8")
# A writer stops by itself after so many bytes, whatever becomes of the test.
MOST_WRITTEN = 64 << 20


def attacks():
    yield from other_bytes()
    yield from things()
    yield from links()
    yield from names()
    yield from changing()


def other_bytes():
    chance = random.Random(2016)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("NO.xml", DATA)
    forms = {
        "gzip": gzip.compress(DATA, mtime=0), "xz": lzma.compress(DATA), "bzip2": bz2.compress(DATA),
        "zlib": zlib.compress(DATA), "zip": archive.getvalue(), "gzip that grows to 1 GB": bomb(),
        "bytes by lot": chance.randbytes(1 << 20), "noughts": bytes(1 << 20), "only FF": b"\xff" * (1 << 20),
        "bytes by lot behind a declaration": DATA[:200] + chance.randbytes(1 << 20),
        "an executable": b"\x7fELF" + bytes(range(256)) * 100, "a picture": b"\x89PNG\r\n\x1a\n" + bytes(5000),
        "a page of print": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "nothing": b"",
        "noughts between": DATA.replace(b" ", b"\x00"), "all control bytes": DATA.replace(b"An i", bytes(range(32)) + b"i", 1),
        "bytes by lot as UTF-16": b"\xff\xfe" + chance.randbytes(1 << 20),
    }
    for name, data in forms.items():
        yield Attack(name, lambda path, trap, data=data: path.write_bytes(data) and None)


def bomb():
    """A gigabyte of blanks, packed."""
    packed = zlib.compressobj(9, zlib.DEFLATED, 31)
    blanks = b" " * (1 << 20)
    return packed.compress(DATA) + b"".join(packed.compress(blanks) for _ in range(64)) + packed.flush()


def things():
    """What is no file can be no submission: the job cannot be done, and nothing waits."""
    yield Attack("a pipe that nobody writes to", lambda path, trap: os.mkfifo(path), statuses={2})
    yield Attack("a pipe that is written to", written_pipe, statuses={2})
    yield Attack("a folder", lambda path, trap: path.mkdir(), statuses={1, 2}, compiled={2})
    yield Attack("a socket", bound_socket, statuses={2})
    for name in ["zero", "random", "tty", "full", "null"]:
        yield Attack(f"a link to /dev/{name}", linked(f"/dev/{name}"), statuses={2})
    yield Attack("a link to /dev/stdin", linked("/dev/stdin"), statuses={0, 2}, source=DATA)
    yield Attack("a link to /proc/self/mem", linked("/proc/self/mem"), statuses={1, 2})
    yield Attack("a link to /proc/kmsg", linked("/proc/kmsg"), statuses={1, 2})


def written_pipe(path, trap):
    os.mkfifo(path)
    # Open for reading too, so that opening it does not wait; what is written stays in it.
    descriptor = os.open(path, os.O_RDWR | os.O_NONBLOCK)
    os.write(descriptor, DATA)
    return lambda: os.close(descriptor)


def bound_socket(path, trap):
    # The address of a socket is short, the path of a temporary folder may not be.
    folder = os.open(path.parent, os.O_DIRECTORY)
    bound = socket.socket(socket.AF_UNIX)
    try:
        bound.bind(f"/proc/self/fd/{folder}/{path.name}")
    finally:
        os.close(folder)
    bound.listen()
    return bound.close


def linked(to):
    return lambda path, trap: path.symlink_to(to)


def links():
    yield Attack("a link in a circle", linked("NO.xml"), statuses={2})
    yield Attack("a link in a larger circle", circle, statuses={2})
    yield Attack("a link to nothing", linked("/nowhere/at/all.xml"), statuses={2})
    yield Attack("a link to its folder", linked("."), statuses={1, 2}, compiled={2})
    # Whoever fills the folder of the inputs may do so with links; the file is read as any other.
    yield Attack("a link to a submission elsewhere", elsewhere, statuses={0})


def circle(path, trap):
    path.symlink_to("circle")
    path.with_name("circle").symlink_to("NO.xml")


def elsewhere(path, trap):
    other = trap.secret.with_name("elsewhere.xml")
    other.write_bytes(DATA)
    path.symlink_to(other)


def names():
    """Names of files beside the submission, which are told in a warning; they must not act on a terminal."""
    for name in ["\x1b]0;title\x07\x1b[31m.xml", "a\r\nb.xml", "\u202egnp.xml", "\x9b31m.txt", "x" * 250]:
        yield Attack(f"a file named {name[:20]!r}", beside(name.encode()), statuses={0})
    yield Attack("a file whose name is no UTF-8", beside(b"\xff\xfe.xml"), statuses={0})


def beside(name):
    def make(path, trap):
        path.write_bytes(DATA)
        with open(bytes(path.parent) + b"/" + name, "wb"):
            pass

    return make


def changing():
    yield Attack("a file that grows", writing(grow), statuses={0, 1, 2})
    yield Attack("a file that is written over", writing(overwrite), statuses={0, 1, 2})
    yield Attack("a file that is cut off and written again", writing(rewrite), statuses={0, 1, 2})
    yield Attack("a file that another takes the place of", writing(replace), statuses={0})


def writing(write):
    """A file that is written to as long as the program runs."""
    def make(path, trap):
        path.write_bytes(DATA)
        stop = threading.Event()
        thread = threading.Thread(target=write, args=(path, stop))
        thread.start()
        return lambda: (stop.set(), thread.join())

    return make


def grow(path, stop):
    with path.open("ab", buffering=0) as file:
        for _ in range(MOST_WRITTEN >> 16):
            if stop.is_set():
                break
            file.write(b" " * (1 << 16))


def overwrite(path, stop):
    with path.open("r+b", buffering=0) as file:
        while not stop.wait(0.0002):
            file.seek(len(DATA) // 2)
            file.write(os.urandom(200))


def rewrite(path, stop):
    while not stop.wait(0.0002):
        path.write_bytes(DATA[:1000])
        path.write_bytes(DATA)


def replace(path, stop):
    other = path.parent.parent / "other"
    while not stop.wait(0.0002):
        other.write_bytes(DATA.replace(b"Refugee status could", b"Refugee status might"))
        other.replace(path)
        other.write_bytes(DATA)
        other.replace(path)

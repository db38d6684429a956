"""An attack, and the trap that shows whether it has succeeded."""

import select
import socket
from dataclasses import dataclass, field

# What a file of attack may take, of whatever size: seconds of a processor and bytes of memory.
BOUNDS = (2, 256 << 20)
SECRET = "The-planted-secret-that-nobody-may-read"


@dataclass(frozen=True)
class Attack:
    """A file that means harm, and how the program may end on it."""

    name: str
    # Puts the attack at a path, given the trap; may give back what is to be called after the run.
    make: object
    # How `validate` may end; `compile` too, unless something else is given.
    statuses: set = field(default_factory=lambda: {1})
    compiled: set = None
    bounds: tuple = BOUNDS
    # The file that it takes the place of, in the folder of the inputs.
    target: str = "2016-Q1/NO.xml"
    # Whether what the program opens and connects to is watched.
    traced: bool = False
    # What is given to the program's standard input.
    source: bytes = None


class Trap:
    """A file with a secret, and a listener on this machine that nobody must call."""

    def __init__(self, folder):
        self.secret = folder / "secret.txt"
        self.secret.write_text(SECRET + "\n", encoding="utf-8")
        self.listener = socket.create_server(("127.0.0.1", 0))
        host = f"127.0.0.1:{self.listener.getsockname()[1]}"
        self.names = {"file": f"file://{self.secret}", "path": str(self.secret), "name": "../../secret.txt",
                      "url": f"http://{host}/called", "host": host}

    def was_called(self):
        return bool(select.select([self.listener], [], [], 0)[0])

    def close(self):
        self.listener.close()

"""A program on the same machine that is sent varsler, well or badly behaved, on a port that the system finds."""

from __future__ import annotations

import json
import socket
import struct
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType


class Receiver:
    """Takes what is sent as `behave` says; `sent` is every request in turn, `kept` the first with each key."""

    def __init__(self, behave: Callable[[Handler], None] | None = None) -> None:
        self.behave = behave or (lambda handler: handler.answer(204))
        self.sent: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        self.kept: dict[str, dict[str, Any]] = {}
        self.over = Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"receiver": self}))
        self._server.daemon_threads = False
        self._thread = Thread(target=self._server.serve_forever, args=(0.01,))

    @property
    def port(self) -> int:
        return self._server.server_address[1]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/varsler?fra=journal"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.over.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def numbers(self) -> list[int]:
        return [said["nummer"] for _, _, said in self.sent]


class Handler(BaseHTTPRequestHandler):
    receiver: Receiver

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        data = self.rfile.read(length)
        if len(data) < length:
            return  # who sent it was killed
        self.receiver.sent.append((self.path, dict(self.headers), json.loads(data)))
        with suppress(OSError):
            self.receiver.behave(self)

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        """A whole answer; what is taken is kept by its key."""
        if 200 <= status < 300:
            said = self.receiver.sent[-1][2]
            self.receiver.kept.setdefault(self.headers["Idempotency-Key"], said)
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def reset(self) -> None:
        """Break off so that the other side is told of it."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def hang(self) -> None:
        """Say nothing until the test is over."""
        self.receiver.over.wait()

    def dribble(self, data: bytes, every: float) -> None:
        """Say a byte now and then."""
        for byte in data:
            self.wfile.write(bytes([byte]))
            if self.receiver.over.wait(every):
                return

    def log_message(self, *_said: object) -> None:
        """Nothing: the test says it."""

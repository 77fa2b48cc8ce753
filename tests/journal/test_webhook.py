"""Another program on the same machine is sent each varsel with its key; whoever behaves badly gets it again later."""

from __future__ import annotations

import socket
from threading import Event
from typing import TYPE_CHECKING

import pytest
from delivered import append, clock, codes, told
from receiver import Handler, Receiver

from rammevaerk.diagnostics import Refused
from rammevaerk.journal import webhook
from rammevaerk.journal.kanal import varsel_json
from rammevaerk.journal.webhook import Webhook

if TYPE_CHECKING:
    from collections.abc import Callable

    from rammevaerk.journal.store import Journal


def test_each_varsel_is_sent_with_its_key(journal: Journal):
    numbers = append(journal, 3)
    with Receiver() as receiver:
        assert journal.deliver(Webhook(receiver.url), clock) == 3
        assert journal.deliver(Webhook(receiver.url), clock) == 0
    assert [said for _, _, said in receiver.sent] == [varsel_json(journal.entry(number)) for number in numbers]
    path, headers, said = receiver.sent[0]
    assert path == "/varsler?fra=journal"
    assert headers["Idempotency-Key"] == journal.entry(numbers[0]).hash == said["hash"]
    assert headers["Content-Type"] == "application/json"
    assert told(journal) == numbers
    levering = next(journal.entries(kind="levering"))
    assert (levering.indhold["modtager"], levering.indhold["kanal"]) == (receiver.url, "webhook")


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
def test_any_2xx_is_a_yes_however_long_the_answer(fil: Journal, status: int):
    append(fil, 2)
    body = b"" if status == 204 else b"x" * (1 << 20)
    with Receiver(lambda handler: handler.answer(status, body)) as receiver:
        assert fil.deliver(Webhook(receiver.url), clock) == 2
    assert told(fil) == receiver.numbers()


HEAD = b"HTTP/1.1 204 No Content\r\nX-Lang: " + b"y" * 200 + b"\r\n\r\n"
BAD = {
    "500": (lambda handler: handler.answer(500, b"av"), r"den svarede \(500\)"),
    "404": (lambda handler: handler.answer(404), r"den svarede \(404\)"),
    "409": (lambda handler: handler.answer(409), r"den svarede \(409\)"),
    "redirect": (lambda handler: handler.answer(302, Location="/andet"), r"viste videre til en anden adresse \(302\)"),
    "redirect-kept": (lambda handler: handler.answer(308, Location="/andet"), r"viste videre .* \(308\)"),
    "reset": (Handler.reset, "den afbrød eller svarede forkert"),
    "silence": (lambda _handler: None, "den afbrød eller svarede forkert"),
    "no-http": (lambda handler: handler.wfile.write(b"hej\r\n\r\n"), "den afbrød eller svarede forkert"),
    "endless-line": (lambda handler: handler.wfile.write(b"HTTP/1.1 204" + b"x" * 200_000), "svarede forkert"),
    "many-headers": (
        lambda handler: handler.wfile.write(b"HTTP/1.1 204 x\r\n" + b"A: b\r\n" * 200 + b"\r\n"),
        "svarede forkert",
    ),
    "hang": (Handler.hang, "svarede ikke inden for 0.2 sekunder"),
    "dribble": (lambda handler: handler.dribble(HEAD, 0.02), "svarede ikke inden for 0.2 sekunder"),
    "continue": (
        lambda handler: handler.dribble(b"HTTP/1.1 100 Continue\r\n\r\n" * 200, 0.002),
        "svarede ikke inden for 0.2 sekunder",
    ),
}


@pytest.mark.parametrize(("behave", "said"), BAD.values(), ids=BAD)
def test_who_behaves_badly_is_told_of_and_gets_the_same_again(
    fil: Journal, monkeypatch: pytest.MonkeyPatch, behave: Callable[[Handler], None], said: str
):
    numbers = append(fil, 1)
    with Receiver() as receiver:
        good = receiver.behave
        fil.deliver(Webhook(receiver.url), clock)
        numbers += append(fil, 2)
        receiver.behave = behave
        with monkeypatch.context() as patch:
            if "inden for" in said:
                patch.setattr(webhook, "_PATIENCE", 0.2)
            with pytest.raises(Refused, match=rf"tog ikke imod varslet i post {numbers[1]}: .*{said}") as refused:
                fil.deliver(Webhook(receiver.url), clock)
        assert codes(refused) == ["J021"]
        assert told(fil) == numbers[:1]
        assert receiver.numbers() == numbers[:2]
        receiver.behave = good
        assert fil.deliver(Webhook(receiver.url), clock) == 2
    assert receiver.numbers() == [*numbers[:2], *numbers[1:]]
    assert {path for path, _, _ in receiver.sent} == {"/varsler?fra=journal"}
    assert [said["nummer"] for said in receiver.kept.values()] == told(fil) == numbers


def test_an_answer_that_comes_too_late_is_none_and_the_key_makes_it_one(fil: Journal, monkeypatch: pytest.MonkeyPatch):
    numbers = append(fil, 2)
    gone = Event()

    def late(handler: Handler) -> None:
        gone.wait()
        handler.answer(204)

    with Receiver(late) as receiver:
        with monkeypatch.context() as patch:
            patch.setattr(webhook, "_PATIENCE", 0.1)
            with pytest.raises(Refused, match="svarede ikke inden for"):
                fil.deliver(Webhook(receiver.url), clock)
        gone.set()
        assert told(fil) == []
        assert fil.deliver(Webhook(receiver.url), clock) == 2
    assert receiver.numbers() == [numbers[0], *numbers]
    assert [said["nummer"] for said in receiver.kept.values()] == numbers


def test_a_body_that_never_ends_does_not_undo_the_answer(fil: Journal, monkeypatch: pytest.MonkeyPatch):
    append(fil, 1)

    def endless(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
        handler.hang()

    monkeypatch.setattr(webhook, "_PATIENCE", 2.0)
    with Receiver(endless) as receiver:
        assert fil.deliver(Webhook(receiver.url), clock) == 1


def test_an_address_where_nobody_is_is_told_of(fil: Journal):
    append(fil, 1)
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        with pytest.raises(Refused, match="der er ingen på adressen") as refused:
            fil.deliver(Webhook(f"http://127.0.0.1:{bound.getsockname()[1]}/"), clock)
    assert codes(refused) == ["J021"]


def test_a_proxy_is_not_asked(fil: Journal, monkeypatch: pytest.MonkeyPatch):
    append(fil, 1)
    with Receiver() as proxy, Receiver() as receiver:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        assert fil.deliver(Webhook(receiver.url), clock) == 1
    assert (len(proxy.sent), len(receiver.sent)) == (0, 1)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8000/varsler",
        "http://localhost/",
        "http://LOCALHOST:8000",
        "http://[::1]:8000/x?y=z",
    ],
)
def test_an_address_on_this_machine_can_be_used(address: str):
    assert Webhook(address).modtager == address


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/varsler",
        "http://127.0.0.1.example.org/",
        "http://localhost.example.org/",
        "http://192.168.1.10/",
        "http://0.0.0.0/",
        "http://127.0.0.1@example.org/",
        "http://example.org@127.0.0.1/",
        "http://bruger:ord@localhost/",
        "http://127.0.0.1\\@example.org/",
        "https://127.0.0.1/",
        "ftp://127.0.0.1/",
        "file://localhost/etc/passwd",
        "http:///varsler",
        "http://127.0.0.1:0/",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1:x/",
        "http://[::1/",
        "http://127.0.0.1/a b",
        "http://127.0.0.1/a\r\nX: y",
        "http://127.0.0.1/å",
        "http://127.0.0.1/#a",
        "varsler.jsonl",
        "",
    ],
)
def test_any_other_address_is_refused(address: str):
    with pytest.raises(Refused) as refused:
        Webhook(address)
    assert codes(refused) == ["J020"]


def test_a_name_that_stands_for_another_machine_is_sent_nothing(fil: Journal, monkeypatch: pytest.MonkeyPatch):
    append(fil, 1)

    class Elsewhere(socket.socket):
        def getpeername(self):
            return ("192.0.2.1", 80)

        def sendall(self, *_given):
            pytest.fail("something was sent")

    with Elsewhere() as sock:
        monkeypatch.setattr(socket, "create_connection", lambda *_given: sock)
        with pytest.raises(Refused, match="navnet står for en anden maskine") as refused:
            fil.deliver(Webhook("http://localhost:8000/"), clock)
    assert codes(refused) == ["J020"]
    assert told(fil) == []

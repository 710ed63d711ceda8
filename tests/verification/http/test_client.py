"""The client: redirects, private networks, keys, and who we say that we are."""

import asyncio
import re

import pytest

from lint.verification.http import Client, Lane, Limits, NoAnswerError, Rate, Reply, Request
from lint.verification.http.wire import Wire
from tests.verification.fakes import Registries, faults
from tests.verification.fakes.clock import FakeClock


def send(request: Request, *, allow_private: bool = False, limits: Limits | None = None) -> Reply:
    async def run() -> Reply:
        async with Client("copydesk/test", limits, allow_private=allow_private) as client:
            return await client.send(request, Lane("the server", Rate(1000), FakeClock()))

    return asyncio.run(run())


def why(request: Request, *, allow_private: bool = False) -> str:
    with pytest.raises(NoAnswerError) as caught:
        send(request, allow_private=allow_private)
    return caught.value.reason


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "017700000001",
        "0177.0.0.1",
        "0",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[64:ff9b::7f00:1]",
        "169.254.169.254",
        "10.0.0.1",
        "192.168.0.1",
        "[fd00::1]",
    ],
)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_no_private_address_is_ever_asked(scheme: str, host: str) -> None:
    assert why(Request(f"{scheme}://{host}/")) in (
        "the address leads into a private network",
        "the address is not a web address",  # the library knows no short, octal or whole-number form
    )


@pytest.mark.parametrize("host", ["①②⑦.⓪.⓪.①", "１２７.０.０.１", "127。0。0。1"])
def test_no_private_address_in_disguise_is_asked(host: str) -> None:
    assert re.fullmatch(
        r"the address (leads into a private network|is not a web address)", why(Request(f"http://{host}/"))
    )


def test_what_may_be_asked_is_decided_again_at_each_redirect() -> None:
    with Registries() as fakes:
        fakes.pages.moved["/out"] = (302, "http://localhost:8080/secret")
        home = Request(fakes.page("/out"), trusted=True)
        assert why(home) == "the address leads into a private network"
        assert why(home, allow_private=True) == "the address leads into a private network"
        assert why(Request(fakes.page("/"))).startswith("the address names port")
        assert len(fakes.pages.asked) == 2


def test_redirects_are_followed_and_told() -> None:
    with Registries() as fakes:
        fakes.pages.moved["/a"] = (301, "b?x=1#part")
        fakes.pages.moved["/b"] = (307, fakes.page("/c"))
        reply = send(Request(fakes.page("/a"), trusted=True))
        assert reply.status == 200
        assert [(hop.status, hop.url) for hop in reply.hops] == [
            (301, f"{fakes.page('/b')}?x=1#part"),
            (307, fakes.page("/c")),
        ]


def test_circles_end() -> None:
    with Registries() as fakes:
        fakes.pages.moved["/a"] = (302, "/pages/b")
        fakes.pages.moved["/b"] = (302, "/pages/a")
        assert "leads on and on" in why(Request(fakes.page("/a"), trusted=True))
        assert len(fakes.pages.asked) == 11


def test_a_slow_walk_through_redirects_ends() -> None:
    with Registries() as fakes:
        for step in range(9):
            fakes.pages.moved[f"/{step}"] = (302, f"/pages/{step + 1}")
        fakes.pages.hold = 0.1
        with pytest.raises(NoAnswerError, match=r"no answer came within 0\.4 seconds"):
            send(Request(fakes.page("/0"), trusted=True, tries=1), limits=Limits(total=0.2))


def test_a_socket_for_a_public_address_carries_a_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("lint.verification.http.wire.is_public", lambda host: not asked.append(host))

    async def run(url: str) -> Reply:
        wire = Wire("copydesk/test", Limits())
        try:
            return await wire.send(Request(url), guarded=True, headers={})
        finally:
            await wire.close()

    with Registries() as fakes:
        assert asyncio.run(run(fakes.page("/").replace("127.0.0.1", "localhost"))).status == 200
    assert "127.0.0.1" in asked


def test_who_is_not_let_in_stops_knocking() -> None:
    async def run(url: str) -> list[str]:
        reasons = []
        lane = Lane("Crossref", Rate(1000), FakeClock())
        async with Client("copydesk/test") as client:
            for _ in range(20):
                with pytest.raises(NoAnswerError) as caught:
                    await client.send(Request(url, trusted=True), lane)
                reasons.append(caught.value.reason)
        return reasons

    with Registries() as fakes:
        fakes.pages.fail(faults.status(403))
        reasons = asyncio.run(run(fakes.page("/")))
        assert len(fakes.pages.asked) == 8
    assert reasons[0] == "Crossref does not let us in (403)"
    assert reasons[-1] == "Crossref did not answer several times; it was asked no more in this run"


def test_keys_stay_at_home_and_out_of_sight() -> None:
    with Registries() as home, Registries() as elsewhere:
        home.pages.moved["/a"] = (302, elsewhere.page("/b"))
        home.pages.moved["/c"] = (302, "/pages/d")
        keys = {"secret": {"api_key": "k&1"}, "secret_headers": {"X-Token": "t1"}}
        reason = why(Request(home.page("/a?x=1"), trusted=True, **keys))  # type: ignore[arg-type]
        assert "k&1" not in reason
        assert home.pages.asked[0].query == {"x": "1", "api_key": "k&1"}
        assert home.pages.asked[0].headers["x-token"] == "t1"
        assert not elsewhere.pages.asked
        reply = send(Request(home.page("/c"), trusted=True, **keys))  # type: ignore[arg-type]
        assert "k&1" not in repr(reply)
        assert home.pages.asked[-1].query == {"api_key": "k&1"}


def test_a_key_is_not_sent_where_a_redirect_leads() -> None:
    with Registries() as home, Registries() as elsewhere:
        home.pages.moved["/a"] = (302, elsewhere.page("/b"))
        request = Request(home.page("/a"), secret={"api_key": "k1"}, secret_headers={"X-Token": "t1"})
        assert send(request, allow_private=True).status == 200
        assert elsewhere.pages.asked[0].query == {}
        assert "x-token" not in elsewhere.pages.asked[0].headers


def test_it_says_who_asks() -> None:
    with Registries() as fakes:
        send(Request(fakes.page("/"), trusted=True))
        headers = fakes.pages.asked[0].headers
    assert headers["user-agent"] == "copydesk/test"
    assert headers["accept-encoding"] == "gzip"
    assert "cookie" not in headers


def test_the_wait_that_a_server_asks_for_is_kept() -> None:
    clock = FakeClock()

    async def run(url: str) -> Reply:
        async with Client("copydesk/test") as client:
            return await client.send(Request(url, trusted=True), Lane("the server", Rate(1000), clock))

    with Registries() as fakes:
        fakes.pages.clock = clock.time
        fakes.pages.fail(faults.too_many("45"), times=1)
        assert asyncio.run(run(fakes.page("/"))).status == 200
        first, second = fakes.pages.asked
    assert second.at - first.at >= 45


def test_a_server_that_is_not_there_is_tried_a_few_times() -> None:
    with Registries() as fakes:
        gone = fakes.page("/")
    assert why(Request(gone, trusted=True)) == "its server could not be reached"


def test_a_name_that_nobody_knows() -> None:
    reason = why(Request("http://nowhere.invalid/", tries=1))
    assert reason == "its server could not be found by name" or reason.startswith("no answer came within")


@pytest.mark.parametrize("url", ["http://exa mple.org/", "http://[::1", "http://a..b/", "http://\u2024/", "http:///x"])
def test_what_is_no_address(url: str) -> None:
    assert why(Request(url, tries=1)) in (
        "the address is not a web address",
        "its server could not be found by name",
    )


def test_an_address_with_letters_of_all_kinds_is_encoded() -> None:
    with Registries() as fakes:
        assert send(Request(fakes.page("/ärzte?größe=1&x=%2F"), tries=1), allow_private=True).status == 200
        assert fakes.pages.asked[0].path == "/ärzte"
        assert fakes.pages.asked[0].query == {"größe": "1", "x": "/"}


def test_a_body_that_nobody_wants_is_not_read() -> None:
    with Registries() as fakes:
        fakes.pages.fail(faults.endless)
        assert send(Request(fakes.page("/"), trusted=True, reads=False)).body == b""

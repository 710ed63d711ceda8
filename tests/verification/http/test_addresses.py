"""Only the public web may be reached by an address from outside."""

import pytest

from lint.verification.http.addresses import is_public, joined, origin, refusal

PRIVATE = [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "100.127.255.255",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "192.0.0.8",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a00:1",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2001::1",
    "2001:db8::1",
    "100::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "not an address",
    "",
]
PUBLIC = [
    "8.8.8.8",
    "100.63.255.255",
    "100.128.0.1",
    "172.15.255.255",
    "172.32.0.1",
    "192.0.1.1",
    "223.255.255.255",
    "2600::1",
    "2a00:1450::1",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
]


@pytest.mark.parametrize("host", PRIVATE)
def test_no_private_address_is_public(host: str) -> None:
    assert not is_public(host)


@pytest.mark.parametrize("host", PUBLIC)
def test_public_addresses_are(host: str) -> None:
    assert is_public(host)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://example.org/", "neither http:// nor https://"),
        ("file:///etc/passwd", "neither http:// nor https://"),
        ("javascript:alert(1)", "neither http:// nor https://"),
        ("example.org", "neither http:// nor https://"),
        ("http://", "not a web address"),
        ("http://[::1", "not a web address"),
        ("http://example.org:port/", "not a web address"),
        ("http://example.org/a b", "not a web address"),
        ("http://example.org\\@127.0.0.1/", "not a web address"),
        ("http://example.org/\x1b[31m", "not a web address"),
        ("http://user:word@example.org/", "a name or a password"),
        ("http://@example.org/", "a name or a password"),
        ("http://example.org:22/", "port 22"),
        ("http://example.org:6379/", "port 6379"),
        ("http://example.org/" + "a" * 2_000, "far too long"),
    ],
)
def test_what_is_not_even_tried(url: str, why: str) -> None:
    assert why in (refusal(url) or "")


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org",
        "https://example.org:8443/x?y=z#w",
        "HTTPS://EXAMPLE.org/",
        "https://beispiel.example/ärzte",
    ],
)
def test_what_is_tried(url: str) -> None:
    assert refusal(url) is None


def test_the_port_belongs_to_the_origin() -> None:
    assert origin("https://Example.org/x") == origin("https://example.org:443/y")
    assert origin("http://example.org/") != origin("https://example.org/")
    assert origin("http://example.org:81/") != origin("http://example.org/")


def test_an_address_that_makes_no_sense_is_its_own_origin() -> None:
    assert origin("http://[::1") == origin("http://[::1") != origin("http://[::1]/")
    assert joined("http://example.org/", "http://[::1") == ""
    assert joined("http://example.org/a/b", "../c") == "http://example.org/c"

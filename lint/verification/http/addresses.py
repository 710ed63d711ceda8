"""Which addresses a text from outside may make us connect to: the public web and nothing else."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urljoin, urlsplit

from lint.article.lazy import lazy

_PORTS = (None, 80, 443, 8080, 8443)
_LONGEST = 2_000
_STRAY = lazy(r"[\x00-\x20\x7f-\xa0\\]")

_CLOSED = tuple(
    ip_network(text)
    for text in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",  # carriers' own
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
_OPEN_6 = ip_network("2000::/3")  # all that is handed out for the public internet
_CLOSED_6 = tuple(ip_network(text) for text in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))
_NAT64 = ip_network("64:ff9b::/96")


def is_public(host: str) -> bool:
    """Whether an IP address, as the system is about to connect to it, belongs to the public internet.

    An IPv4 address inside an IPv6 one (mapped, NAT64) counts as what it is; tunnels (6to4, Teredo) are closed.
    """
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        inner = _inner(address)
        if inner is None:
            return address in _OPEN_6 and not any(address in network for network in _CLOSED_6)
        address = inner
    return not any(address in network for network in _CLOSED)


def _inner(address: IPv6Address) -> IPv4Address | None:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    return IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else None


def refusal(url: str, *, any_port: bool = False) -> str | None:
    """Why an address is not even tried, as the end of a sentence; None where it may be."""
    if len(url) > _LONGEST:
        return "the address is far too long"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "the address is not a web address"
    if parts.scheme not in ("http", "https"):
        return "the address begins with neither http:// nor https://"
    if not parts.hostname or any(
        character <= " " or "\x7f" <= character <= "\xa0" or character == "\\" for character in url
    ):
        return "the address is not a web address"
    if parts.username is not None or parts.password is not None:
        return "the address holds a name or a password"
    if port not in _PORTS and not any_port:
        return f"the address names port {port}, where no public pages are"
    return None


def origin(url: str) -> tuple[str, str, int]:
    """Scheme, host and port: what two addresses share that are answered by the same server."""
    try:
        parts = urlsplit(url)
        return parts.scheme, parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        return "", url, 0


def joined(url: str, target: str) -> str:
    """Where a redirect from one address leads; one that makes no sense leads nowhere."""
    try:
        return urljoin(url, target)
    except ValueError:
        return ""

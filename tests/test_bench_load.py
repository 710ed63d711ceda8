"""What the load test reads and writes; the load itself is no test."""

import pytest

from bench import load, services
from bench.services import Load

SAID = """Running 1s test @ http://127.0.0.1:7003
  1 threads and 16 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     5.71ms    2.29ms  24.84ms   92.08%
    Req/Sec     2.86k   380.19     3.30k    70.00%
  Latency Distribution
     50%    5.24ms
     75%    5.88ms
     90%    7.27ms
     99%   17.42ms
  2867 requests in 1.01s, 2.35MB read
Requests/sec:   2847.33
Transfer/sec:      2.34MB
"""


def test_what_wrk_says_becomes_numbers() -> None:
    assert services.read(SAID) == Load(2847.33, 17.42, 2867, 0)
    slow = SAID.replace("17.42ms", "1.25s") + "  Non-2xx or 3xx responses: 12\n"
    assert services.read(slow)[1::2] == (1250.0, 12)


def test_what_is_not_from_wrk_is_said() -> None:
    with pytest.raises(SystemExit, match="something else"):
        services.read("Segmentation fault")


def test_a_ratio_is_that_of_one_round() -> None:
    rounds = [
        {load.OURS: Load(ours, 20, 1, 0), load.FLASK: Load(flask, 90, 1, 0)}
        for ours, flask in ((500, 100), (300, 100), (40, 10))
    ]
    lines = list(load.rates({16: rounds, 64: rounds}))
    assert "| 16 | copydesk | 300 | 20.0 | 0 |  |" in lines
    assert "| 64 | Flask, gunicorn | 100 | 90.0 | 0 | 4.00 × |" in lines
    assert lines[-5:-1] == [
        "| - | -: | - |",
        "| 16 connections: at least 2 times Flask's rate | 4.00 × | yes |",
        "| 64 connections: at least 5 times Flask's rate | 4.00 × | **no** |",
        "| 64 connections: p99 under 25 ms | 20.0 ms | yes |",
    ]


def test_the_page_keeps_what_is_written_by_hand() -> None:
    text = load.PAGE.read_text(encoding="utf-8")
    before, rest = text.split(load.BEGIN)
    assert load.page(text, ["| x |"]) == f"{before}{load.BEGIN}\n| x |\n{load.END}{rest.split(load.END)[1]}"

"""Logs of the service: JSON lines on stderr, without a word of what readers wrote or where they come from."""

import json
import logging
from typing import Any


class Lines(logging.Formatter):
    """A record as JSON: when, how grave, what. An exception is named by its kind and place, for its text may quote."""

    def format(self, record: logging.LogRecord) -> str:
        said: dict[str, object] = {
            "at": self.formatTime(record),
            "level": record.levelname,
            "what": record.getMessage(),
        }
        if record.exc_info and record.exc_info[0]:
            said["what"] = "a request failed" if "Exception in ASGI" in record.getMessage() else said["what"]
            said["error"] = record.exc_info[0].__name__
            trace = record.exc_info[2]
            while trace is not None and trace.tb_next is not None:
                trace = trace.tb_next
            said["where"] = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
        return json.dumps(said)


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": Lines}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "loggers": {"uvicorn": {"handlers": ["stderr"], "level": "INFO", "propagate": False}},
}

#!/usr/bin/env bash
# Python's HTTP client takes a download that broke off for a whole one, unless it is read in one go.
#
# What surprised: with CPython 3.11.7, an answer that promises 1000 bytes and breaks off after 10 raises IncompleteRead
#   for `read()`, and nothing for `read(64)`, for `shutil.copyfileobj`, nor for lines of `io.TextIOWrapper`: they give
#   the 10 bytes and then an end. The length that was promised is known to the object, and what is left of it can be
#   looked at in `length`. The Python that is told with `PYTHON=` is tried, the one on the path otherwise.
# Why it matters here: a data team fetches an export in pieces, since it may be larger than memory. Cut at a line it is a
#   CSV like any other, with fewer rows; the link is good until its last byte has left, so that nothing else says that
#   something is missing.
# A good guess would have been: what raises when it is read at once raises when it is read in pieces, as with Node.js,
#   whose `fetch` fails either way. So: the bytes are counted against Content-Length, the rest is fetched with Range, and
#   the whole is held against its SHA-256 (`examples/data/pull.py`).
set -euo pipefail

"${PYTHON:-python3}" - <<'PY'
import http.client
import io
import platform
import shutil
import socket
import sys
import threading
import urllib.request

server = socket.create_server(("127.0.0.1", 0))
BODY = b"a,b\r\n1,2\r\n"


def serve():
    while True:
        connection, _ = server.accept()
        connection.recv(65536)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n" + BODY)
        connection.close()


threading.Thread(target=serve, daemon=True).start()


def in_pieces(response):
    return b"".join(iter(lambda: response.read(64), b""))


def copied(response):
    into = io.BytesIO()
    shutil.copyfileobj(response, into)
    return into.getvalue()


def as_lines(response):
    return "".join(io.TextIOWrapper(response, newline="")).encode()


def seen(read):
    with urllib.request.urlopen(f"http://127.0.0.1:{server.getsockname()[1]}/", timeout=10) as response:
        try:
            return f"{len(read(response))} bytes, no error"
        except http.client.IncompleteRead:
            return "IncompleteRead"


ways = {"read()": lambda response: response.read(), "read(64)": in_pieces, "copyfileobj": copied, "lines": as_lines}
found = {name: seen(read) for name, read in ways.items()}
print(f"{platform.python_implementation()} {platform.python_version()}, 1000 bytes promised, {len(BODY)} sent")
for name, told in found.items():
    print(f"{name}: {told}")
short = f"{len(BODY)} bytes, no error"
is_known = found == {"read()": "IncompleteRead", "read(64)": short, "copyfileobj": short, "lines": short}
if not is_known:
    print("This is no longer as it was.")
sys.exit(0 if is_known else 1)
PY

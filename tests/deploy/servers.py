"""Git servers on loopback: `git daemon`, and smart HTTP with a password, some of which fail."""

import base64
import contextlib
import os
import socket
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PASSWORD = "s3cr3t-t0ken"  # noqa: S105 - of a server that lives for one test
BACKEND = subprocess.run(
    ["git", "--exec-path"], capture_output=True, text=True, check=True
).stdout.strip()


class Troubles:
    """What a server does wrong, changed while it runs.

    `refused` requests are answered 503 first. `cuts` times it breaks off in the middle of a pack.
    `loses_reply` lets a push arrive and breaks off before the answer, once. `slowness_s` is waited
    before each answer. `status` is answered to every request.
    """

    def __init__(self):
        self.refused = 0
        self.cuts = 0
        self.loses_reply = False
        self.slowness_s = 0.0
        self.status = 0
        self.requests = []


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self._answer(b"")

    def do_POST(self):
        troubles = self.server.troubles
        is_push = "receive-pack" in self.path
        if self.headers.get("Transfer-Encoding") == "chunked":
            body = b"".join(self._chunks())
        else:
            length = int(self.headers["Content-Length"])
            if is_push and troubles.cuts and length > 4:
                troubles.cuts -= 1
                self.rfile.read(length // 2)
                self._break_off()
                return
            body = self.rfile.read(length)
        self._answer(body)

    def log_message(self, *_):
        """Say nothing."""

    def _chunks(self):
        while size := int(self.rfile.readline(), 16):
            yield self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()

    def _break_off(self):
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def _answer(self, body):
        troubles = self.server.troubles
        path, _, query = self.path.partition("?")
        troubles.requests.append((self.command, self.path))
        wanted = base64.b64encode(f"x-access-token:{PASSWORD}".encode()).decode()
        if troubles.slowness_s:
            threading.Event().wait(troubles.slowness_s)
        if troubles.refused:
            troubles.refused -= 1
            self._say(503, b"busy")
        elif troubles.status:
            self._say(troubles.status, b"no")
        elif self.headers.get("Authorization") != f"Basic {wanted}":
            self._say(401, b"who are you?", ("WWW-Authenticate", 'Basic realm="Git"'))
        else:
            out = self._git(path, query, body)
            if troubles.loses_reply and "git-receive-pack" in path and len(body) > 4:
                troubles.loses_reply = False
                self._break_off()
                return
            head, _, content = out.partition(b"\r\n\r\n")
            fields = [line.split(": ", 1) for line in head.decode().split("\r\n")]
            status = next((int(value[:3]) for name, value in fields if name == "Status"), 200)
            self._say(status, content, *(item for item in fields if item[0] != "Status"))

    def _git(self, path, query, body):
        environment = {
            "PATH": os.environ["PATH"],
            "GIT_PROJECT_ROOT": str(self.server.root),
            "GIT_HTTP_EXPORT_ALL": "1",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "REQUEST_METHOD": self.command,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
            "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
            "REMOTE_USER": "mira",
            "REMOTE_ADDR": "127.0.0.1",
        }
        ran = subprocess.run(
            [f"{BACKEND}/git-http-backend"], input=body, capture_output=True, env=environment,
            check=False,
        )  # fmt: skip
        return ran.stdout

    def _say(self, status, content, *fields):
        self.send_response(status)
        for name, value in fields:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextlib.contextmanager
def http_server(root):
    """Smart HTTP for all repositories below `root`: its address and its troubles."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.root, server.troubles = root, Troubles()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", server.troubles
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextlib.contextmanager
def daemon(root, *, is_writable=True, largest_kb=0):
    """`git daemon` for all repositories below `root`: its address.

    With `largest_kb` the system lets it write no larger file.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    limit = f"ulimit -f {largest_kb * 2}; " if largest_kb else ""
    command = ["/bin/sh", "-c", f'{limit}exec "$@"', "sh"]
    command += ["git", "daemon", "--export-all", "--listen=127.0.0.1"]
    command += ["--enable=receive-pack"] if is_writable else []
    command += [f"--port={port}", f"--base-path={root}", "--verbose", str(root)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    # What it says later is read too: once its pipe is full it would wait for ever.
    reading = threading.Thread(target=process.stderr.read, daemon=True)
    try:
        # It tells when it listens.
        assert "Ready to rumble" in process.stderr.readline()
        reading.start()
        yield f"git://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()
        reading.join()
        process.stderr.close()

import queue
import signal
import socket
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from jamstack.errors import CommandError
from jamstack.preview.reloads import Outcome, RebuildOutcome
from jamstack.preview.serving import Preview, listening, serve

from .builders import PATIENCE_S, Site, write

PROGRAM = """
import sys
from pathlib import Path

from jamstack.preview.reloads import Outcome, RebuildOutcome
from jamstack.preview.serving import Preview, serve

content, output = map(Path, sys.argv[1:3])


def rebuild(changed):
    text = (content / "story.md").read_text(encoding="utf-8")
    if text.startswith("fault"):
        return RebuildOutcome(kind=Outcome.FAULT, text=text)
    output.mkdir(exist_ok=True)
    (output / "index.html").write_text(f"<body>{text}</body>", encoding="utf-8")
    return RebuildOutcome(kind=Outcome.RELOAD)


def announce(line):
    print(line, flush=True)


preview = Preview(output=output, base_path="/paper", watched=[content])
serve(preview, wanted_port=0, rebuild_at=lambda _: rebuild, announce=announce)
print("ended", flush=True)
"""


class Previewing:
    """The whole preview in a process of its own, as the command runs it."""

    def __init__(self, folder: Path, text: str) -> None:
        self.content = write(folder / "content", story_md=text)
        command = [sys.executable, "-c", PROGRAM, str(self.content), str(folder / "output")]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def __enter__(self):
        self.line = self.process.stdout.readline()
        port = int(self.line.partition("127.0.0.1:")[2].partition("/")[0])
        self.site = Site(port, "/paper")
        return self

    def __exit__(self, *_error) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate(timeout=PATIENCE_S)

    def save(self, text):
        write(self.content, story_md=text)

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)
        output, errors = self.process.communicate(timeout=PATIENCE_S)
        return self.process.returncode, output, errors


class TestServe:
    def test_the_address_is_announced(self, tmp_path):
        with Previewing(tmp_path, "one") as preview:
            expected = f"serving http://127.0.0.1:{preview.site.port}/paper/ (Ctrl-C ends it)\n"

            assert expected == preview.line

    def test_a_saved_file_reaches_an_open_page(self, tmp_path):
        with Previewing(tmp_path, "one") as preview:
            before = preview.site.get("/paper/").body
            with preview.site.stream(preview.site.state()) as stream:
                stream.wait_until_open()
                preview.save("two")
                event = stream.event()
            after = preview.site.get("/paper/").body

        assert ("reload", "") == event
        assert (b"<body>one<", b"<body>two<") == (before[:10], after[:10])

    def test_a_fault_is_shown_until_it_is_mended(self, tmp_path):
        with Previewing(tmp_path, "one") as preview:
            with preview.site.stream(preview.site.state()) as stream:
                stream.wait_until_open()
                preview.save("fault: no date")
                first = stream.event()
                preview.save("one")
                second = stream.event()
            page = preview.site.get("/paper/").body

        assert [("fault", "fault: no date"), ("reload", "")] == [first, second]
        assert page.startswith(b"<body>one<")

    def test_a_first_build_that_fails_is_served_too(self, tmp_path):
        with Previewing(tmp_path, "fault: no date") as preview:
            answer = preview.site.get("/paper/")

        assert 404 == answer.status
        assert b"<pre>fault: no date</pre>" in answer.body

    def test_ctrl_c_ends_it_cleanly_with_a_page_open(self, tmp_path):
        with Previewing(tmp_path, "one") as preview, preview.site.stream() as stream:
            stream.event()
            ended = preview.interrupt()

        assert (0, "ended\n", "") == ended

    def test_ctrl_c_during_the_first_build_ends_it_cleanly(self, tmp_path):
        def rebuild(_changed):
            raise KeyboardInterrupt

        lines = []
        preview = Preview(output=tmp_path, base_path="", watched=[tmp_path])
        serve(preview, wanted_port=0, rebuild_at=lambda _: rebuild, announce=lines.append)

        assert [] == lines

    def test_a_port_that_is_taken_is_told(self, tmp_path):
        def rebuild(_changed):
            return RebuildOutcome(kind=Outcome.NOTHING)

        def announce(line):
            lines.append(line)
            if line.startswith("serving"):
                raise KeyboardInterrupt

        lines = []
        preview = Preview(output=tmp_path, base_path="", watched=[tmp_path])
        with listening(0) as other:
            taken = other.getsockname()[1]
            serve(preview, wanted_port=taken, rebuild_at=lambda _: rebuild, announce=announce)

        port = int(lines[1].partition("127.0.0.1:")[2].partition("/")[0])
        assert [
            f"port {taken} is taken, so this is port {port}",
            f"serving http://127.0.0.1:{port}/ (Ctrl-C ends it)",
        ] == lines

    def test_what_a_rebuild_raises_ends_the_preview_and_is_raised(self, tmp_path):
        content = write(tmp_path / "content", story_md="one")
        addresses: queue.SimpleQueue[str] = queue.SimpleQueue()
        ended = threading.Event()

        def rebuild(changed):
            if changed is not None:
                raise LookupError("a defect")
            return RebuildOutcome(kind=Outcome.RELOAD)

        def run():
            preview = Preview(output=tmp_path / "output", base_path="", watched=[content])
            try:
                serve(preview, wanted_port=0, rebuild_at=lambda _: rebuild, announce=addresses.put)
            finally:
                ended.set()

        with ThreadPoolExecutor(1) as executor:
            serving = executor.submit(run)
            addresses.get(timeout=PATIENCE_S)
            for number in range(200):
                write(content, story_md=str(number))
                if ended.wait(0.1):
                    break

            with pytest.raises(LookupError, match=r"\Aa defect\Z"):
                serving.result(PATIENCE_S)


class TestListening:
    def test_only_this_machine_is_listened_to(self):
        with listening(0) as listener:
            assert "127.0.0.1" == listener.getsockname()[0]

    def test_a_free_port_is_taken_as_wanted(self):
        with listening(0) as first:
            port = first.getsockname()[1]
        with listening(port) as again:
            assert port == again.getsockname()[1]

    def test_the_next_free_port_is_taken_instead_of_a_taken_one(self):
        with listening(0) as first:
            taken = first.getsockname()[1]
            with listening(taken) as second:
                assert taken < second.getsockname()[1] <= taken + 100

    def test_without_a_free_port_there_is_an_error(self):
        with socket.socket() as last:
            last.bind(("127.0.0.1", 65_535))
            last.listen()

            with pytest.raises(CommandError) as caught:
                listening(65_535)

        assert (
            "no port from 65535 to 65535 is free\n"
            "hint: name another port, from 1024 to 65535" == str(caught.value)
        )

    def test_an_address_this_machine_lacks_is_an_error(self, monkeypatch):
        monkeypatch.setattr("jamstack.preview.serving.HOST", "192.0.2.1")

        with pytest.raises(CommandError) as caught:
            listening(8000)

        assert (
            "cannot listen on port 8000: Cannot assign requested address\n"
            "hint: name another port, from 1024 to 65535" == str(caught.value)
        )

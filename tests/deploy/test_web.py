import socket
import threading

import pytest

from jamstack.deploy.web import Answer, HttpWeb, UnreachableError, WallClock, checked_address
from jamstack.errors import CommandError

from ..hosting import hosting
from ..preview.builders import write


@pytest.fixture
def host(tmp_path):
    site = write(tmp_path, index_html="home", stories__index_html="x", **{"404_html": "lost"})
    with hosting({"/paper": site}) as host:
        yield host


@pytest.fixture
def mute(request):
    """The address of a server that takes one connection and says only what it is told to."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer():
            connection, _ = listener.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(request.param)
                if not request.param:
                    connection.recv(4096)

        thread = threading.Thread(target=answer)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        thread.join()


def test_an_answer_is_what_the_server_said(host):
    assert Answer(status=200, body=b"home") == HttpWeb().get(f"{host.origin}/paper/")


def test_a_status_is_an_answer(host):
    assert Answer(status=404, body=b"lost") == HttpWeb().get(f"{host.origin}/paper/nowhere")


def test_a_redirect_is_told_and_not_followed(host):
    answer = HttpWeb().get(f"{host.origin}/paper/stories")

    assert Answer(status=301, location=f"{host.origin}/paper/stories/") == answer
    assert ["/paper/stories"] == host.asked


def test_what_is_posted_arrives(host):
    host.statuses["/hub"] = 204

    answer = HttpWeb().post(f"{host.origin}/hub", b"hub.mode=publish", media_type="text/plain")

    assert 204 == answer.status
    assert [("/hub", "text/plain", b"hub.mode=publish")] == host.posted


def test_nobody_there_is_unreachable():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

    with pytest.raises(UnreachableError, match=r"\Aconnection refused\Z"):
        HttpWeb().get(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize("mute", [b""], indirect=True)
def test_silence_is_unreachable(mute):
    with pytest.raises(UnreachableError, match=r"\Ano answer in time\Z"):
        HttpWeb(patience_s=0.05).get(mute)


@pytest.mark.parametrize(
    "mute", [b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhal"], indirect=True
)
def test_half_an_answer_is_unreachable(mute):
    with pytest.raises(UnreachableError, match=r"\Athe answer was cut off\Z"):
        HttpWeb().get(mute)


@pytest.mark.parametrize("mute", [b"what?\r\n\r\n"], indirect=True)
def test_what_is_no_http_is_unreachable(mute):
    with pytest.raises(UnreachableError, match=r"what\?"):
        HttpWeb().get(mute)


def test_an_answer_without_a_length_is_read_to_a_limit(host, monkeypatch):
    monkeypatch.setattr("jamstack.deploy.web.MAXIMUM_BYTES", 2)

    assert b"ho" == HttpWeb().get(f"{host.origin}/paper/").body


def test_no_file_can_be_asked_for(tmp_path):
    file = write(tmp_path, private_txt="private") / "private.txt"

    with pytest.raises(UnreachableError, match=r"\Aunknown url type: file\Z"):
        HttpWeb().get(file.as_uri())


def test_the_clock_goes_forward():
    clock = WallClock()
    start = clock.now()

    clock.sleep(0.001)

    assert clock.now() > start


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://herald.example/", "https://herald.example"),
        ("http://127.0.0.1:8000/paper", "http://127.0.0.1:8000/paper"),
    ],
)
def test_an_address_loses_its_last_slash(url, expected):
    assert expected == checked_address(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "herald.example",
        "file:///etc",
        "https://",
        "https://[",
        "https://a.example:port",
        "https://a.example/?q",
        "https://a.example/#top",
    ],
)
def test_what_is_no_address_is_refused(url):
    with pytest.raises(CommandError) as refused:
        checked_address(url)

    expected = f"`{url}` is no address of a site\nhint: write it like `https://user.github.io/repo`"
    assert expected == str(refused.value)


@pytest.mark.parametrize("url", ["https://ann:s3cret@a.example", "https://s3cret@[", "//s3cret@x"])
def test_an_address_with_a_password_is_refused_and_not_repeated(url):
    with pytest.raises(CommandError) as refused:
        checked_address(url)

    expected = (
        "the address holds a user or a password, which would be seen in logs\n"
        "hint: give the address that readers use"
    )
    assert expected == str(refused.value)

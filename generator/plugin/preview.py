"""The server of `mkdocs serve`: its port."""

from __future__ import annotations

import errno

from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer


def take_port(server: LiveReloadServer) -> None:
    """Take the port of the server now, and tell in a sentence where it is taken already.

    MkDocs takes it later, and ends with a traceback where it cannot.
    """
    try:
        server.server_bind()
    except OSError as error:
        server.server_close()
        told = "被别的程序占着" if error.errno == errno.EADDRINUSE else f"用不了（{error.strerror}）"
        host, port = server.server_address[:2]
        raise Abort(f"端口 {port} {told}。请换一个：mkdocs serve -a {host!s}:{int(port) + 1}") from error
    vars(server)["server_bind"] = lambda: None

"""The printer's process beside the server: started with it, ended with it, replaced if it dies."""

from __future__ import annotations

import subprocess
import sys
import threading
from types import TracebackType

_AGAIN_AFTER = 2.0  # seconds
_PATIENCE = 10.0  # seconds for the page in hand


class PrinterProcess:
    """Runs `roznama press run` while the `with` block lasts.

    The process holds our end of a pipe as its standard input and ends when that closes, so
    that it does not outlive a server that was killed.
    """

    def __init__(self) -> None:
        self._ending = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._keeper = threading.Thread(target=self._keep, daemon=True)

    def __enter__(self) -> PrinterProcess:
        self._keeper.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ending.set()
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
        self._keeper.join(_PATIENCE)

    def _keep(self) -> None:
        command = [sys.executable, "-m", "roznama", "press", "run", "--attached"]
        while not self._ending.is_set():
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE)  # noqa: S603
            self._process.wait()
            self._ending.wait(_AGAIN_AFTER)

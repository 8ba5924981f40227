"""One process of ``gaige stream``: lines in, answers out in the same order."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections import deque
from concurrent.futures import Future
from typing import Callable, Sequence

#: Lines of standard error that are kept to tell why a process ended.
_LAST_WORDS = 20
_LONGEST_WORD = 2000

#: Seconds for a process whose standard input was closed.
GRACE = 5.0


class Job:
    """A line on its way to an answer."""

    __slots__ = ("line", "number", "answer", "attempts")

    def __init__(self, number: int, line: bytes) -> None:
        self.number = number
        self.line = line
        #: The answer as bytes of JSON, or why there is none.
        self.answer: Future[bytes] = Future()
        self.attempts = 0

    @property
    def is_dropped(self) -> bool:
        """Nobody waits for the answer any more."""
        return self.answer.cancelled()

    def succeed(self, line: bytes) -> None:
        """Gives the answer; whoever calls this or ``fail`` holds the pool's lock."""
        if self._is_open():
            self.answer.set_result(line)

    def fail(self, error: BaseException) -> None:
        """Gives an error in place of an answer."""
        if self._is_open():
            self.answer.set_exception(error)

    def _is_open(self) -> bool:
        return not self.answer.done() and self.answer.set_running_or_notify_cancel()


class Process:
    """A running ``gaige stream``. All of its state is guarded by ``changed``, which is told of each change."""

    def __init__(
        self, command: Sequence[str], cwd: str | None, changed: threading.Condition
    ) -> None:
        self._changed = changed
        self._last_words: deque[str] = deque(maxlen=_LAST_WORDS)
        #: What was sent and is not answered, in order: the first is being worked on.
        self.unanswered: deque[Job] = deque()
        #: When the first of them became the first.
        self.since = time.monotonic()
        #: No answer will come any more.
        self.is_lost = False
        #: Its first line was answered.
        self.is_started = False
        #: The line that it was ended for, since it took too long.
        self.late: Job | None = None
        #: Why it was ended by us, if it was.
        self.reason: str | None = None
        # A session of its own: what npx or a shell started ends with it, and Ctrl-C is ours.
        self._child = subprocess.Popen(
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=cwd,
            bufsize=1 << 16,
            start_new_session=os.name == "posix",
        )
        self._threads = [self._thread(self._read_answers), self._thread(self._read_words)]

    def _thread(self, target: Callable[[], None]) -> threading.Thread:
        thread = threading.Thread(target=target, name="gaige-reader", daemon=True)
        thread.start()
        return thread

    @property
    def pid(self) -> int:
        return self._child.pid

    def expect(self, job: Job) -> None:
        """Notes that the job's line is sent next; ``changed`` is held."""
        if not self.unanswered:
            self.since = time.monotonic()
        self.unanswered.append(job)

    def write(self, line: bytes) -> None:
        """Hands a line over; blocks while the pipe is full. A process that is gone is told elsewhere."""
        assert self._child.stdin is not None
        try:
            self._child.stdin.write(line)
            self._child.stdin.flush()
        except (OSError, ValueError):
            self._await_end("closed its standard input")

    def _read_answers(self) -> None:
        assert self._child.stdout is not None
        try:
            for line in self._child.stdout:
                if not self._take(line):
                    break
        except (OSError, ValueError):
            pass
        self._await_end("closed its standard output")
        with self._changed:
            self.is_lost = True
            self._changed.notify_all()

    def _await_end(self, problem: str) -> None:
        """A process without its pipes is of no use; the exit code of one that ends is worth a moment."""
        try:
            self._child.wait(2 if self.reason is None else 0)
        except subprocess.TimeoutExpired:
            self.kill(problem)

    def _take(self, line: bytes) -> bool:
        """Hands the answer to whom it is for. False where it is for nobody, or was cut off."""
        with self._changed:
            if not line.endswith(b"\n"):
                return False
            if not self.unanswered or not _is_answer(line, self.unanswered[0].number):
                self.reason = self.reason or f"answered with what is no record: {_shown(line)}"
                return False
            self.unanswered.popleft().succeed(line)
            self.since = time.monotonic()
            self._changed.notify_all()
            return True

    def _read_words(self) -> None:
        assert self._child.stderr is not None
        try:
            for line in iter(lambda: self._child.stderr.readline(_LONGEST_WORD), b""):  # type: ignore[union-attr]
                self._last_words.append(line.decode("utf-8", "replace").rstrip())
        except (OSError, ValueError):
            pass

    def kill(self, reason: str | None) -> None:
        """Ends the process and what it started, at once."""
        if reason is not None:
            self.reason = self.reason or reason
        if self._child.returncode is not None:
            return
        try:
            if os.name == "posix":
                # Its own session: the group goes by its id, also when the leader is gone already.
                os.killpg(self._child.pid, signal.SIGKILL)
            else:
                self._child.kill()
        except OSError:
            pass

    def end(self, grace: float = GRACE) -> None:
        """Ends the process: kindly where it has nothing to do, within ``grace`` seconds."""
        with self._changed:
            is_idle = not self.unanswered and not self.is_lost
        if not is_idle:
            self.kill(None)
        _close(self._child.stdin)
        try:
            self._child.wait(grace)
        except subprocess.TimeoutExpired:
            self.kill(None)
            self._child.wait()
        for thread, pipe in zip(self._threads, (self._child.stdout, self._child.stderr)):
            thread.join(grace)
            # A pipe that somebody else holds open is still being read.
            if not thread.is_alive():
                _close(pipe)

    def forget(self) -> None:
        """In a fork: lets go of the parent's pipes and does nothing to the process."""
        nothing = os.open(os.devnull, os.O_RDWR)
        for pipe in (self._child.stdin, self._child.stdout, self._child.stderr):
            try:
                # Not closed: that takes a lock that somebody may have held, and its number would be used again.
                os.dup2(nothing, pipe.fileno(), inheritable=False)  # type: ignore[union-attr]
            except (OSError, ValueError):
                pass
        os.close(nothing)

    @property
    def code(self) -> int | None:
        return self._child.poll()

    def obituary(self) -> str:
        """How it ended, after ``end``."""
        parts = [self.reason or _ending(self.code), *list(self._last_words)[-5:]]
        return ": ".join(part for part in parts if part)


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        try:
            return f"ended by {signal.Signals(-code).name}"
        except ValueError:
            return f"ended by signal {-code}"
    return f"ended with exit code {code}"


def _is_answer(line: bytes, number: int) -> bool:
    return line.startswith(b'{"id":%d,' % number)


def _shown(line: bytes) -> str:
    return repr(line[:80].decode("utf-8", "replace"))


def _close(pipe: object) -> None:
    try:
        pipe.close()  # type: ignore[attr-defined]
    except (OSError, ValueError):
        pass

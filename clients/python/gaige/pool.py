"""Several processes of ``gaige stream`` that share one queue of lines."""

from __future__ import annotations

import itertools
import os
import threading
import time
import weakref
from collections import deque
from typing import Any, Sequence

from .errors import CliError, GaigeError
from .stream import Job, Process

#: Lines that a process has in hand: the next is there when it has done one.
_IN_HAND = 2

#: Starts in a row that may end by a signal (no memory) before the run is given up.
_STARTS = 3

#: A line that any ``gaige stream`` answers: says that it has started, and which version it is.
_FIRST_LINE = b'{"id":%d,"text":""}\n'


class LostJob(Exception):
    """A line that came to no answer: ``TIMEOUT`` or ``DIED``, and what happened."""

    def __init__(self, code: str, problem: str) -> None:
        super().__init__(code, problem)
        self.code = code
        self.problem = problem


class Pool:
    """Threads, each of which feeds a process of its own and replaces it when it is gone.

    ``timeout``: seconds for one line, None for any time; ``retries``: how often a line is tried again
    whose process died. Everything may be called from any thread.
    """

    def __init__(
        self,
        command: Sequence[str],
        cwd: str | None,
        size: int,
        timeout: float | None,
        start_timeout: float,
        retries: int,
    ) -> None:
        self._command = list(command)
        self._cwd = cwd
        self._size = size
        self._timeout = timeout
        self._start_timeout = start_timeout
        self._retries = retries
        self._numbers = itertools.count()
        self._changed = threading.Condition()
        self._queue: deque[Job] = deque()
        self._processes: dict[threading.Thread, Process | None] = {}
        self._watchdog: threading.Thread | None = None
        self._over = False
        self._ended = threading.Event()
        #: Why nothing can be done any more.
        self._fatal: GaigeError | None = None
        #: What the first process answered first.
        self.first_answer: bytes | None = None
        _POOLS.add(self)

    def next_number(self) -> int:
        """A number for a line, which no other has."""
        return next(self._numbers)

    def submit(self, job: Job) -> None:
        """Puts a line into the queue. Raises why nothing can be done any more."""
        with self._changed:
            if self._over:
                raise _closed()
            if self._fatal is not None:
                raise self._fatal
            self._queue.append(job)
            if len(self._processes) < self._size and not self._has_idle():
                self._add_thread()
            self._changed.notify_all()

    def _has_idle(self) -> bool:
        """Whether a process that has started has nothing to do."""
        running = (process for process in self._processes.values() if process is not None)
        return any(each.is_started and not each.is_lost and not each.unanswered for each in running)

    def _add_thread(self) -> None:
        thread = threading.Thread(target=self._feed, name="gaige-feeder", daemon=True)
        self._processes[thread] = None
        thread.start()
        if self._watchdog is None and self._timeout is not None:
            self._watchdog = threading.Thread(target=self._watch, name="gaige-watch", daemon=True)
            self._watchdog.start()

    def _feed(self) -> None:
        """One thread's life."""
        me = threading.current_thread()
        process: Process | None = None
        try:
            while True:
                job = self._next_job(process)
                if process is not None and process.is_lost:
                    self._bury(process, job)
                    process = self._processes[me] = None
                    continue
                if job is None:
                    return
                if process is None:
                    process = self._start(me, job)
                    continue
                with self._changed:
                    process.expect(job)
                    self._changed.notify_all()
                process.write(job.line)
        except GaigeError as error:
            self._give_up(error)
        except BaseException as error:  # a fault of ours must not leave anybody waiting
            self._give_up(
                GaigeError("BUG", f"gaige's Python client failed: {error!r}", "report it")
            )
            raise
        finally:
            if process is not None:
                process.end()

    def _next_job(self, process: Process | None) -> Job | None:
        """Waits for work that this process can take; None when it is over or the process is lost."""
        with self._changed:
            while True:
                if self._over or self._fatal or (process is not None and process.is_lost):
                    return None
                while self._queue and self._may_take(process):
                    job = self._queue.popleft()
                    if not job.is_dropped:
                        return job
                self._changed.wait()

    def _may_take(self, process: Process | None) -> bool:
        """Nobody takes a second line while there is a process without any."""
        in_hand = len(process.unanswered) if process is not None else 0
        return in_hand == 0 or (in_hand < _IN_HAND and not self._has_idle())

    def _start(self, me: threading.Thread, job: Job) -> Process:
        """A process that has answered its first line. ``job`` goes back to the head of the queue."""
        with self._changed:
            self._queue.appendleft(job)
        for attempt in range(1, _STARTS + 1):
            process = self._launch()
            with self._changed:
                self._processes[me] = process
            number = self.next_number()
            first = Job(number, _FIRST_LINE % number)
            with self._changed:
                process.expect(first)
            process.write(first.line)
            try:
                if self._has_answered(first, process):
                    return process
            except BaseException:
                process.end()
                raise
            process.end()
            code = process.code
            if self._over:
                raise _closed()
            if process.reason is not None or code is None or code >= 0 or attempt == _STARTS:
                break
        raise CliError(
            "CLI_FAILED",
            f"gaige stream did not start ({' '.join(self._command)}): {process.obituary()}",
            "run the command by hand; gaige needs Node 20.19 or later, and a version that has `stream`",
        )

    def _launch(self) -> Process:
        try:
            return Process(self._command, self._cwd, self._changed)
        except (OSError, ValueError) as error:
            message = f"gaige cannot be run ({' '.join(self._command)}): {error}"
            raise CliError("CLI_FAILED", message, "set GAIGE_BIN to a program that runs") from error

    def _has_answered(self, first: Job, process: Process) -> bool:
        deadline = time.monotonic() + self._start_timeout
        with self._changed:
            while not first.answer.done():
                left = deadline - time.monotonic()
                if process.is_lost or self._over:
                    return False
                if left <= 0:
                    process.kill(f"said nothing for {self._start_timeout:g} s after its start")
                    return False
                self._changed.wait(min(left, 1.0))
            process.is_started = True
            if self.first_answer is None:
                self.first_answer = first.answer.result()
        return True

    def _bury(self, process: Process, job: Job | None) -> None:
        """Ends what a lost process was. What it had in hand is done again, but for a line that it died of
        too often; ``job`` is one that it was not given yet.
        """
        process.end()
        with self._changed:
            rest = list(process.unanswered)
            process.unanswered.clear()
            if job is not None:
                rest.append(job)
            suspect = rest[0] if rest and rest[0] is not job else None
            if suspect is not None and not suspect.is_dropped:
                self._judge(suspect, process)
            # One that has its answer by now, if only an error, is not done again.
            self._queue.extendleft(each for each in reversed(rest) if not each.answer.done())
            self._changed.notify_all()

    def _judge(self, suspect: Job, process: Process) -> None:
        """What the loss of its process means for the line that was worked on."""
        if process.late is not None:
            if process.late is suspect:
                suspect.fail(LostJob("TIMEOUT", f"took longer than {self._timeout:g} s"))
            return
        suspect.attempts += 1
        if suspect.attempts > self._retries:
            suspect.fail(LostJob("DIED", process.obituary()))

    def _watch(self) -> None:
        """Ends processes that take too long for a line."""
        assert self._timeout is not None
        pause = max(0.01, min(1.0, self._timeout / 4))
        while not self._ended.wait(pause):
            now = time.monotonic()
            with self._changed:
                for process in self._processes.values():
                    if process is None or not process.is_started or not process.unanswered:
                        continue
                    if process.late is None and now - process.since > self._timeout:
                        process.late = process.unanswered[0]
                        process.kill("took too long")

    def _give_up(self, error: GaigeError) -> None:
        with self._changed:
            self._fatal = self._fatal or error
            jobs = list(self._queue)
            self._queue.clear()
            for process in self._processes.values():
                if process is not None:
                    jobs.extend(process.unanswered)
            for job in jobs:
                job.fail(error)
            self._changed.notify_all()

    def pids(self) -> list[int]:
        """The processes that are running."""
        with self._changed:
            return [p.pid for p in self._processes.values() if p is not None and not p.is_lost]

    def close(self) -> None:
        """Ends all processes and waits for them; whoever waits for an answer gets an error."""
        self._ended.set()
        with self._changed:
            self._over = True
            self._give_up(_closed())
            threads = list(self._processes)
            for process in self._processes.values():
                # One that has nothing to do is ended by its thread, kindly.
                if process is not None and process.unanswered:
                    process.kill("the extractor was closed")
        for thread in threads:
            if thread is not threading.current_thread():
                thread.join()

    @property
    def is_broken(self) -> bool:
        """Nothing can be done any more, since gaige did not start."""
        return self._fatal is not None and not self._over

    @property
    def is_over(self) -> bool:
        """Nothing is taken any more."""
        return self._over

    def forget(self) -> None:
        """In a fork: none of the threads is there, and the processes are the parent's."""
        self._changed = threading.Condition()
        self._over = True
        processes, self._processes = list(self._processes.values()), {}
        for process in processes:
            if process is not None:
                process.forget()


def _closed() -> GaigeError:
    return GaigeError(
        "CLOSED",
        "the extractor is closed",
        "open another; one that was opened before a fork is closed in the new process",
    )


_POOLS: weakref.WeakSet[Any] = weakref.WeakSet()


def _forget_all() -> None:
    for pool in list(_POOLS):
        pool.forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_all)

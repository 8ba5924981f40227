"""A scheduler and workers of Dask on the loopback, each a process in a session of its own."""

import os
import signal
import subprocess
import sys
import time

import distributed


class Cluster:
    """Workers have one thread and no nanny: one that is killed stays dead."""

    def __init__(self, folder):
        self._folder = folder
        self._file = str(folder / "scheduler.json")
        self._log = open(folder / "cluster.log", "ab")
        self.scheduler = self._start(
            "dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"
        )
        self.workers = []

    def add_worker(self):
        worker = self._start(
            "dask_worker",
            *("--host", "127.0.0.1", "--no-nanny", "--nthreads", "1", "--no-dashboard"),
            *("--local-directory", str(self._folder)),
        )
        self.workers.append(worker)
        return worker

    def _start(self, module, *words):
        return subprocess.Popen(
            [
                sys.executable,
                "-m",
                f"distributed.cli.{module}",
                "--scheduler-file",
                self._file,
                *words,
            ],
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            start_new_session=True,
            cwd=self._folder,
        )

    def client(self):
        wait_for(lambda: os.path.exists(self._file))
        client = distributed.Client(scheduler_file=self._file, set_as_default=True)
        client.wait_for_workers(len(self.workers), timeout=120)
        return client

    def close(self):
        for process in [*self.workers, self.scheduler]:
            for child in children(process.pid):
                kill(child)
            kill(process.pid)
            process.wait()
        self._log.close()


def kill(pid):
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def children(pid):
    """The processes that a process started, of Linux."""
    found = []
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as file:
                    parent = file.read().rsplit(")", 1)[1].split()[1]
            except OSError:
                continue
            if parent == str(pid):
                found.append(int(name))
    return found


def wait_for(is_so, seconds=120):
    deadline = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError("it did not come to be")
        time.sleep(0.02)

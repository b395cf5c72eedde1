"""Who does the work: this process, several on this machine, or a cluster's; to the pipeline they are all one executor.

A build is cut into tasks of whole committees.  A task carries everything it needs and writes its pages itself; what
comes back is small.  So it does not matter where a task runs, or that it runs twice because a machine went away.
"""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import ParamSpec, TypeVar

from generator.errors import ConfigurationError, WorkforceError

_P = ParamSpec("_P")
_R = TypeVar("_R")
_T = TypeVar("_T")

BATCH = 200
"""Branches a task at least has, so that the work outweighs sending what all tasks share."""

_OBJECTS = 1_000_000
"""New objects after which cycles are looked for; a branch makes some ten thousand, and leaves none."""

_PATIENCE = 30
"""Seconds that a scheduler may take to answer, and its first worker to appear."""

_GONE = "一个工作进程中途没了（多半是内存不够，或被系统结束）。没有发布，原来的站点没有改动。"


@dataclass(frozen=True, slots=True)
class Workforce:
    """An executor, and how many tasks to keep in flight so that none of its hands is idle."""

    executor: Executor
    window: int


class InProcess(Executor):
    """The plain way: a task is done here and now, when it is handed over."""

    def submit(self, fn: Callable[_P, _R], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_R]:
        """Do it, and hold what came of it."""
        future: Future[_R] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - whatever it was, it is raised where the result is asked for
            future.set_exception(error)
        return future


def workforce(jobs: int = 1, scheduler: str | None = None) -> AbstractContextManager[Workforce]:
    """Those who do the work: the cluster of a Dask scheduler, else `jobs` processes, else this process alone."""
    if scheduler is not None:
        return _cluster(scheduler)
    return _processes(jobs) if jobs > 1 else _alone()


def in_order(force: Workforce, function: Callable[[_T], _R], tasks: Iterable[_T]) -> Iterator[_R]:
    """The results in the order of the tasks, whichever is done first, with a bounded number of tasks in flight.

    The first failure, in that order, is raised, and what has not begun is cancelled.
    """
    left = iter(tasks)
    flying = deque(force.executor.submit(function, task) for task in islice(left, force.window))
    try:
        while flying:
            yield flying.popleft().result()
            flying.extend(force.executor.submit(function, task) for task in islice(left, 1))
    finally:
        for future in flying:
            future.cancel()


def apart(function: Callable[_P, _R], /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
    """Do one thing in a process of its own: what its libraries hold on to ends with it, and so would a crash."""
    with _processes(1) as force:
        return force.executor.submit(function, *args, **kwargs).result()


@contextmanager
def unhurried() -> Iterator[None]:
    """While pages are made, cycles are looked for rarely: there are next to none, and to look takes a sixth of the time."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


@contextmanager
def _alone() -> Iterator[Workforce]:
    with InProcess() as executor:
        yield Workforce(executor, window=1)


@contextmanager
def _processes(jobs: int) -> Iterator[Workforce]:
    """Fresh processes: a forked one would hold on to the lock of the output folder."""
    executor = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_follow_parent)
    try:
        yield Workforce(executor, window=2 * jobs)
    except BrokenProcessPool as error:
        raise WorkforceError(_GONE) from error
    finally:
        executor.shutdown(cancel_futures=True)


def _follow_parent() -> None:
    """A worker leaves Ctrl-C to its parent, and does not outlive it: it would write into the next build's tree."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


@contextmanager
def _cluster(scheduler: str) -> Iterator[Workforce]:
    try:
        from distributed import Client, KilledWorker  # noqa: PLC0415 - an optional extra
    except ImportError as error:
        raise ConfigurationError("没有装集群组件。请先运行：pip install 'zhibu[cluster]'") from error
    try:
        client = Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ConfigurationError(
            f"连不上调度器 {scheduler}。请核对地址（如 tcp://10.0.0.1:8786），并确认 dask scheduler 已启动。"
        ) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError as error:
            raise ConfigurationError(f"调度器 {scheduler} 下没有工作进程。请先用 dask worker 启动。") from error
        executor = client.get_executor(pure=False, retries=2)  # a shared folder or a store may hiccup
        try:
            yield Workforce(executor, window=4 * sum(client.nthreads().values()))
        except (KilledWorker, CancelledError) as error:
            raise WorkforceError(_GONE) from error
        finally:
            executor.shutdown(wait=False)

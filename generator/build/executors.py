"""Executors: this process, a process pool, or a Dask cluster, all behind `concurrent.futures.Executor`.

Tasks are batches of committees.  A task carries everything it needs and writes its pages itself, and its result is
small; it is idempotent, so a cluster may run it again when a worker is lost.
"""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import islice
from threading import Thread
from typing import ParamSpec, TypeVar

from generator.errors import ConfigurationError, ExecutorError

_P = ParamSpec("_P")
_R = TypeVar("_R")
_T = TypeVar("_T")

_OBJECTS = 1_000_000
"""New objects before the collector runs; a branch makes some ten thousand, and leaves none."""

_PATIENCE = 30
"""Seconds that a scheduler may take to answer, and its first worker to appear."""

_GONE = "一个工作进程中途没了（多半是内存不够，或被系统结束）。没有发布，原来的站点没有改动。"


@dataclass(frozen=True, slots=True)
class BoundedExecutor:
    """A pool with a bounded queue: so many tasks in flight keep every worker busy, and memory does not grow with the rest."""

    pool: Executor
    window: int


class SerialExecutor(Executor):
    """Runs each task synchronously in `submit`."""

    def submit(self, fn: Callable[_P, _R], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_R]:
        """Run the task; its result or its exception is held by the future."""
        future: Future[_R] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - whatever it was, it is raised where the result is asked for
            future.set_exception(error)
        return future


def open_executor(jobs: int = 1, scheduler: str | None = None) -> AbstractContextManager[BoundedExecutor]:
    """The cluster of a Dask scheduler, else a pool of `jobs` processes, else this process."""
    if scheduler is not None:
        return _cluster(scheduler)
    return _processes(jobs) if jobs > 1 else _alone()


def map_in_order(executor: BoundedExecutor, function: Callable[[_T], _R], tasks: Iterable[_T]) -> Iterator[_R]:
    """`Executor.map` with back-pressure: results in the order of the tasks, a bounded number of them in flight.

    The first failure, in that order, is raised, and what has not begun is cancelled.
    """
    left = iter(tasks)
    flying = deque(executor.pool.submit(function, task) for task in islice(left, executor.window))
    try:
        while flying:
            yield flying.popleft().result()
            flying.extend(executor.pool.submit(function, task) for task in islice(left, 1))
    finally:
        for future in flying:
            future.cancel()


def run_in_subprocess(function: Callable[_P, _R], /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
    """Call a function in a process of its own: memory that its libraries never free, or a crash, ends with it."""
    with _processes(1) as executor:
        return executor.pool.submit(function, *args, **kwargs).result()


@contextmanager
def rare_garbage_collection() -> Iterator[None]:
    """Run the cyclic garbage collector rarely: reading and rendering make next to no cycles, and looking for them takes a sixth of it."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


@contextmanager
def _alone() -> Iterator[BoundedExecutor]:
    with SerialExecutor() as executor:
        yield BoundedExecutor(executor, window=1)


@contextmanager
def _processes(jobs: int) -> Iterator[BoundedExecutor]:
    """Spawned, not forked: a forked process would inherit the open lock file of the output folder, and with it the lock."""
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor  # noqa: PLC0415 - slow to load, and
    from multiprocessing import get_context  # noqa: PLC0415 - most builds are one process

    executor = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_follow_parent)
    try:
        yield BoundedExecutor(executor, window=2 * jobs)
    except BrokenProcessPool as error:
        raise ExecutorError(_GONE) from error
    finally:
        executor.shutdown(cancel_futures=True)


def _follow_parent() -> None:
    """A worker leaves Ctrl-C to its parent, and does not outlive it: it would write into the next build's tree."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process  # noqa: PLC0415 - only a worker has one

    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


@contextmanager
def _cluster(scheduler: str) -> Iterator[BoundedExecutor]:
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
            yield BoundedExecutor(executor, window=4 * sum(client.nthreads().values()))
        except (KilledWorker, CancelledError) as error:
            raise ExecutorError(_GONE) from error
        finally:
            executor.shutdown(wait=False)

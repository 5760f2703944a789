"""The steps of a desk that the stories of a list stand at."""

from __future__ import annotations

from collections.abc import Iterable

from wagtail.models import Page, Task, TaskState


def know_steps(pages: Iterable[Page]) -> None:
    """Let each page know its step, all read at once.

    The pages come from `prefetch_workflow_states`, which has the steps as Wagtail's bare tasks;
    what a task lets people do, its own class says.
    """
    states = [state for page in pages if (state := _state(page)) is not None]
    wanted = {state.task_id for state in states}
    tasks = {task.pk: task for task in Task.objects.filter(pk__in=wanted).specific()}
    for state in states:
        state.task = tasks[state.task_id]


def _state(page: Page) -> TaskState | None:
    """The prefetched state of a page's step; None where it stands at none."""
    known = getattr(page, "_current_workflow_states", None)
    found: TaskState | None = known[0].current_task_state if known else None
    return found

"""The questions that imports answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db.models import Exists, F, Manager, OuterRef, Q, QuerySet

if TYPE_CHECKING:
    from importers.models import (  # noqa: F401 (the generics' parameters)
        ImportBatch,
        ImportRow,
        Upload,
    )
    from tasks.models import Plan

_LIVE = ("committed", "superseded")


class ImportBatchQuerySet(QuerySet["ImportBatch"]):
    """Which files."""

    def live(self) -> Self:
        """Committed and not undone, whether or not a later file updated them."""
        return self.filter(status__in=_LIVE)

    def of_file(self, sha256: str) -> Self:
        """Live imports of the file with this fingerprint: one or none."""
        return self.live().filter(sha256=sha256)

    def later_than(self, batch: ImportBatch) -> Self:
        """Live batches that updated a plan of this one after it, oldest first."""
        from importers.models import ImportedPlan

        mine = ImportedPlan.objects.filter(batch=batch, plan__isnull=False).values("plan")
        shared = ImportedPlan.objects.filter(batch=OuterRef("pk"), plan__in=mine)
        after = Q(committed_at__gt=batch.committed_at) | Q(
            committed_at=batch.committed_at, pk__gt=batch.pk
        )
        return self.live().filter(after, Exists(shared)).order_by("committed_at", "pk")

    def before(self, batch: ImportBatch, plan: Plan) -> Self:
        """Live batches that made or updated the plan before this one, latest first."""
        from importers.models import ImportedPlan

        earlier = Q(committed_at__lt=batch.committed_at) | Q(
            committed_at=batch.committed_at, pk__lt=batch.pk
        )
        touched = ImportedPlan.objects.filter(batch=OuterRef("pk"), plan=plan)
        return self.live().filter(earlier, Exists(touched)).order_by("-committed_at", "-pk")


class ImportRowQuerySet(QuerySet["ImportRow"]):
    """Which rows."""

    def doubtful(self) -> Self:
        """Rows with a field that the source alone does not decide."""
        return self.exclude(flagged=[])

    def certain(self) -> Self:
        """Rows whose every field the source decides."""
        return self.filter(flagged=[])

    def wanted(self) -> Self:
        """Rows that a commit takes: all that the reviewer did not skip."""
        return self.exclude(decision__in=["skipped", "merged"])

    def in_doubt(self) -> Self:
        """Rows with a flagged field that nobody has decided yet; left out ones are not."""
        return self.filter(OPEN)

    def of_tasks(self) -> Self:
        """Rows of tasks, in printed order."""
        return self.filter(kind="task").order_by("plan_index", "table_index", "position", "pk")


OPEN = Q(decision="pending") & ~Q(flagged__contained_by=F("settled"))
"""What makes a row one in doubt, to be used within other questions."""


class UploadQuerySet(QuerySet["Upload"]):
    """Which uploads."""

    def with_content(self) -> Self:
        """The bytes too: they are left in the database otherwise."""
        return self.defer(None)


class UploadManager(Manager["Upload"]):
    """Uploads without their bytes."""

    def get_queryset(self) -> UploadQuerySet:
        """All of them; ``with_content()`` fetches the bytes."""
        return UploadQuerySet(self.model, using=self._db).defer("content")

    def with_content(self) -> UploadQuerySet:
        """All of them, with their bytes."""
        return self.get_queryset().with_content()

"""What every list and form of the admin has in common.

The look is django-unfold's, which carries no types; for the type checker these classes
are Django's own, which it extends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.db.models import ForeignKey, Model
from django.forms import ModelChoiceField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from accounts.admin.refusals import refusal
from accounts.models import Department, DepartmentGroup

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin, RelatedFieldListFilter, TabularInline
    from django.contrib.admin import SimpleListFilter as DropdownFilter

    AutocompleteFilter = RelatedFieldListFilter
else:
    import unfold.admin
    from unfold.contrib.filters.admin import AutocompleteSelectFilter as AutocompleteFilter
    from unfold.contrib.filters.admin import DropdownFilter

    class ModelAdmin(unfold.admin.ModelAdmin):
        """Unfold's, which may be told its model as Django's types ask."""

        def __class_getitem__(cls, _model):
            return cls

    class TabularInline(unfold.admin.TabularInline):
        """Likewise."""

        def __class_getitem__(cls, _models):
            return cls


__all__ = [
    "AutocompleteFilter",
    "DropdownFilter",
    "Inline",
    "ModelAdmin",
    "OrderedInline",
    "TrackerAdmin",
]

ModelT = TypeVar("ModelT", bound=Model)
ParentT = TypeVar("ParentT", bound=Model)


class PickerMixin:
    """Pickers of departments and groups say the area too: namesakes are common."""

    def formfield_for_foreignkey(
        self, db_field: ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField[Any] | None:
        """Fetch the area of each choice along with it."""
        if db_field.related_model in (Department, DepartmentGroup):
            known = db_field.related_model._default_manager.select_related("jurisdiction")
            kwargs.setdefault("queryset", known)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc,no-any-return]


class TrackerAdmin(PickerMixin, ModelAdmin[ModelT]):
    """A list of fifty rows that counts once, and a form that warns before it is left."""

    list_per_page = 50
    show_full_result_count = False
    list_filter_submit = True
    list_fullwidth = True
    warn_unsaved_form = True

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show and save a row; what the database refuses is undone and told."""
        try:
            with transaction.atomic():
                return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError as error:
            messages.error(request, refusal(error))
            return HttpResponseRedirect(request.get_full_path())

    def get_fields(self, request: HttpRequest, obj: ModelT | None = None) -> list[Any]:
        """As the model has them, but since when and until when come last."""
        fields = list(super().get_fields(request, obj))
        return sorted(fields, key=lambda field: field in ("valid_from", "valid_to"))


class Inline(PickerMixin, TabularInline[ModelT, ParentT]):
    """Rows inside the form of the row that they belong to, on a tab of their own."""

    extra = 0
    tab = True
    show_change_link = True


class OrderedInline(Inline[ModelT, ParentT]):
    """Rows that keep an order, set by dragging."""

    ordering_field = "order"
    hide_ordering_field = True

"""Renaming, merging and uniting departments from the form of one of them.

The look is django-unfold's, which carries no types.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Department
from accounts.reorganising import merge, rename, unite

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    FunctionT = TypeVar("FunctionT", bound=Callable[..., HttpResponse])
    UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget = forms.Select, forms.TextInput

    class Dialog(forms.Form):
        """Unfold's form in a dialog."""

        object_id: str
        request: HttpRequest

    def action(**_said: object) -> Callable[[FunctionT], FunctionT]:
        """Unfold's mark of a method that a button of the form calls."""

else:
    from unfold.decorators import action
    from unfold.forms import BaseDialogForm as Dialog
    from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget


def _day(label: StrOrPromise, help_text: StrOrPromise) -> forms.DateField:
    widget = UnfoldAdminTextInputWidget(attrs={"type": "date"})
    return forms.DateField(label=label, help_text=help_text, widget=widget)


class RenameForm(Dialog):
    """The new name, and since when."""

    name = forms.CharField(
        label=_("新的常用名称"), max_length=100, widget=UnfoldAdminTextInputWidget
    )
    full = forms.CharField(
        label=_("新的全称"), max_length=100, required=False, widget=UnfoldAdminTextInputWidget
    )
    on = _day(_("启用日期"), _("原名称保留为曾用名，到前一天为止"))


class OtherDepartmentForm(Dialog):
    """Another department of the same area or of one above it."""

    into = forms.ModelChoiceField(
        queryset=Department.objects.none(), label=_("部门"), widget=UnfoldAdminSelectWidget
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        department = get_object_or_404(Department, pk=self.object_id)
        areas = [area.pk for area in department.jurisdiction.lineage()]
        others = Department.objects.filter(jurisdiction__in=areas).exclude(pk=department.pk)
        field = self.fields["into"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = others.select_related("jurisdiction").order_by("name")


class MergeForm(OtherDepartmentForm):
    """Who takes over, and from when."""

    on = _day(_("承接日期"), _("本部门及其名称、所属集合和分管关系到前一天为止"))


def _dialog(title: StrOrPromise, says: StrOrPromise, form: type[forms.Form]) -> dict[str, Any]:
    return {"title": title, "description": says, "form_class": form, "form_submit_text": title}


RENAME: Final = _dialog(_("改名"), _("职责不变，旧方案仍显示当时的名称。"), RenameForm)
MERGE: Final = _dialog(
    _("并入其他部门"), _("机构改革：自这一天起，任务由承接部门负责，历史保留。"), MergeForm
)
UNITE: Final = _dialog(
    _("合并重复记录"),
    _("同一部门被登记了两次：本记录的名称和任务转到所选部门，本记录删除。"),
    OtherDepartmentForm,
)


class ReorganisingMixin:
    """Three buttons on the form of a department."""

    actions_detail = ("rename_department", "merge_department", "unite_department")

    @action(description=RENAME["title"], permissions=["change"], icon="edit", dialog=RENAME)
    def rename_department(
        self, request: HttpRequest, form: RenameForm, object_id: str
    ) -> HttpResponse:
        """Rename it from a day on."""
        return _done(RENAME, request, form, object_id, rename)

    @action(description=MERGE["title"], permissions=["change"], icon="merge", dialog=MERGE)
    def merge_department(
        self, request: HttpRequest, form: MergeForm, object_id: str
    ) -> HttpResponse:
        """Let another take over its duties from a day on."""
        return _done(MERGE, request, form, object_id, merge)

    @action(description=UNITE["title"], permissions=["delete"], icon="content_copy", dialog=UNITE)
    def unite_department(
        self, request: HttpRequest, form: OtherDepartmentForm, object_id: str
    ) -> HttpResponse:
        """Make one of two records of the same body."""
        return _done(UNITE, request, form, object_id, unite)


def _done(
    dialog: dict[str, Any],
    request: HttpRequest,
    form: Dialog,
    object_id: str,
    verb: Callable[..., None],
) -> HttpResponse:
    """Do it and go to the department, or show in the dialog why not."""
    department = get_object_or_404(Department, pk=object_id)
    given = {name: value for name, value in form.cleaned_data.items() if name[0] != "_"}
    try:
        verb(department, **given)
    except ValidationError as refused:
        _tell(form, refused)
        context = {"dialog": dialog, "form": form, "form_submit_text": dialog["title"]}
        return render(request, "unfold/helpers/dialog.html", context)
    messages.success(request, _("已%s。") % dialog["title"])
    kept = form.cleaned_data["into"] if verb is unite else department
    address = reverse("admin:accounts_department_change", args=[kept.pk])
    return HttpResponse(headers={"HX-Redirect": address})


def _tell(form: Dialog, refused: ValidationError) -> None:
    """Put each refusal at its field; the dialog shows none that has no field."""
    first = next(name for name in form.fields if name[0] != "_")
    for name, words in refused.message_dict.items():
        form.add_error(name if name in form.fields else first, words)

"""What is filled in by hand, checked before anything is kept."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from importers.areas import read_areas
from importers.reading.sources.limits import MAX_FILE_BYTES

LONGEST_NAME: Final = 255


class HandInForm(forms.Form):
    """A file or pasted text, with the promise that it holds no state secrets."""

    file = forms.FileField(required=False, allow_empty_file=True, label=_("文件"))
    text = forms.CharField(
        required=False,
        strip=False,
        label=_("或粘贴文字"),
        widget=forms.Textarea(attrs={"rows": 4, "placeholder": _("从文件或网页复制的正文、表格")}),
    )
    fallback = forms.CharField(
        required=False,
        max_length=100,
        label=_("行政区"),
        widget=forms.TextInput(attrs={"placeholder": _("如：上海市静安区")}),
    )
    notice = forms.BooleanField(
        label=_("我已确认：内容不含国家秘密，也没有“秘密”“机密”“绝密”标志"),
        error_messages={"required": _("请先确认内容不含国家秘密，再上传。")},
    )

    def clean_file(self) -> UploadedFile[Any] | None:
        """Not longer than is read at all: the rest is for the reader to judge."""
        file: UploadedFile[Any] | None = self.cleaned_data["file"]
        if file and file.size and file.size > MAX_FILE_BYTES:
            limit = MAX_FILE_BYTES // 1024 // 1024
            raise forms.ValidationError(
                _("文件超过 %d MB 的上限。请去掉图片，或拆成几个文件。") % limit
            )
        if file and len(file.name or "") > LONGEST_NAME:
            raise forms.ValidationError(_("文件名超过 %d 个字，请改短。") % LONGEST_NAME)
        return file

    def clean_fallback(self) -> str:
        """Nothing, or the full name of an area."""
        name: str = self.cleaned_data["fallback"].strip()
        if name and not read_areas(name):
            raise forms.ValidationError(_("“%s”不是行政区的全称。请写成：上海市静安区") % name)
        return name

    def clean(self) -> dict[str, Any]:
        """One of the two, not both."""
        values: dict[str, Any] = super().clean() or {}
        if "file" in self.errors:
            return values
        if bool(values.get("file")) == bool((values.get("text") or "").strip()):
            raise forms.ValidationError(
                _("文件和文字只能上传一样，请清空其中一样。")
                if values.get("file")
                else _("请选择文件，或粘贴文字。")
            )
        return values

"""Addresses of the import pages, below ``/imports/``."""

from __future__ import annotations

from django.urls import path

from importers.pages import acts, changes, ending, entries, naming, picking, review, uploads

app_name = "imports"

urlpatterns = [
    path("", uploads.list_of_imports, name="list"),
    path("uploads/<int:key>/", uploads.upload, name="upload"),
    path("uploads/<int:key>/retry/", uploads.retry, name="retry"),
    path("uploads/<int:key>/original/", uploads.original, name="original"),
    path("keys/", review.keys, name="keys"),
    path("<int:batch>/", review.review, name="review"),
    path("<int:batch>/rows/<int:row>/", review.row, name="row"),
    path("<int:batch>/rows/<int:row>/pick/", picking.pick, name="pick"),
    path("<int:batch>/rows/<int:row>/split/", picking.split, name="split"),
    path("<int:batch>/rows/<int:row>/missed/", picking.missed, name="missed"),
    path("<int:batch>/rows/<int:row>/<slug:verb>/", acts.on_row, name="act"),
    path("<int:batch>/certain/", acts.certain, name="certain"),
    path("<int:batch>/step-back/", acts.step_back, name="step-back"),
    path("<int:batch>/take-over/", acts.take_over, name="take-over"),
    path("<int:batch>/leave/", acts.leave, name="leave"),
    path("<int:batch>/directory/", entries.entries, name="entries"),
    path("<int:batch>/names/", naming.names, name="names"),
    path("<int:batch>/changes/", changes.changes, name="changes"),
    path("<int:batch>/changes/sum/", changes.summary, name="changes-sum"),
    path("<int:batch>/commit/", ending.commit, name="commit"),
    path("<int:batch>/result/", ending.result, name="result"),
    path("<int:batch>/undo/", ending.undo, name="undo"),
]

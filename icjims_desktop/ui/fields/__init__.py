"""One editor per kind of field: raw text in, the stored form out."""

from icjims_desktop.ui.fields.base import Candidate, FieldEditor, FormContext
from icjims_desktop.ui.fields.factory import make_editor

__all__ = ["Candidate", "FieldEditor", "FormContext", "make_editor"]

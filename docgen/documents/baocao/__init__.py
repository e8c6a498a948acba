"""The periodic report (*báo cáo*), worded: Phụ lục III, Mẫu 1.4, in the outline that the ministry asks for.

`compose` makes of what a period has come to every word that is printed, and tells of every number in it
where it comes from; every paragraph of its body has a place at which an editor may word it otherwise.
"""

from docgen.documents.baocao.composing import ComposedReport, compose
from docgen.documents.baocao.frame import Issue
from docgen.documents.baocao.placing import Passage, edited, slips
from docgen.documents.baocao.tracing import TracedNumber

__all__ = ["ComposedReport", "Issue", "Passage", "TracedNumber", "compose", "edited", "slips"]

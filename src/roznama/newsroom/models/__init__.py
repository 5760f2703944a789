"""The newsroom's models; import them from here."""

from roznama.newsroom.checking.models import (
    Dismissal,
    HouseVersion,
    HouseWord,
    RuleSetting,
    Severity,
    WordKind,
)
from roznama.newsroom.models.article import ArticleAuthor, ArticlePage, Priority
from roznama.newsroom.models.audit import AuditEntry, AuditSeal
from roznama.newsroom.models.author import Author
from roznama.newsroom.models.breaking import BreakingLine
from roznama.newsroom.models.correction import Correction, CorrectionKind
from roznama.newsroom.models.flow import DeskRole, DeskTask, Notice, NoticeKind, Role
from roznama.newsroom.models.front import FrontAction, FrontDraft, FrontEdition, FrontStep
from roznama.newsroom.models.images import NewsImage, NewsRendition
from roznama.newsroom.models.kept_draft import KeptDraft, KeptKind
from roznama.newsroom.models.kill import Kill
from roznama.newsroom.models.licence import Licence
from roznama.newsroom.models.live import LiveCoverage, LiveUpdate
from roznama.newsroom.models.onetime import OneTimeCode
from roznama.newsroom.models.reads import DayReads, HourReads
from roznama.newsroom.models.related import RelatedChoice, RelatedKind
from roznama.newsroom.models.search_mark import SearchMark
from roznama.newsroom.models.sections import FrontPage, InfoPage, SectionColor, SectionPage
from roznama.newsroom.models.settings import PaperSettings
from roznama.newsroom.models.shared import SharedValue
from roznama.newsroom.models.story_number import StoryNumber
from roznama.newsroom.models.timing import EmbargoedError, Overdue, PreviewLink, TimedPage
from roznama.newsroom.models.topic import ArticleTopic, Topic
from roznama.newsroom.models.user import User
from roznama.newsroom.models.version import PublishedVersion
from roznama.newsroom.sources.kinds import SourceKind
from roznama.newsroom.sources.models import DismissedClaim, Source, SourceAlias, SourceUse

__all__ = [
    "ArticleAuthor",
    "ArticlePage",
    "ArticleTopic",
    "AuditEntry",
    "AuditSeal",
    "Author",
    "BreakingLine",
    "Correction",
    "CorrectionKind",
    "DayReads",
    "DeskRole",
    "DeskTask",
    "Dismissal",
    "DismissedClaim",
    "EmbargoedError",
    "FrontAction",
    "FrontDraft",
    "FrontEdition",
    "FrontPage",
    "FrontStep",
    "HourReads",
    "HouseVersion",
    "HouseWord",
    "InfoPage",
    "KeptDraft",
    "KeptKind",
    "Kill",
    "Licence",
    "LiveCoverage",
    "LiveUpdate",
    "NewsImage",
    "NewsRendition",
    "Notice",
    "NoticeKind",
    "OneTimeCode",
    "Overdue",
    "PaperSettings",
    "PreviewLink",
    "Priority",
    "PublishedVersion",
    "RelatedChoice",
    "RelatedKind",
    "Role",
    "RuleSetting",
    "SearchMark",
    "SectionColor",
    "SectionPage",
    "Severity",
    "SharedValue",
    "Source",
    "SourceAlias",
    "SourceKind",
    "SourceUse",
    "StoryNumber",
    "TimedPage",
    "Topic",
    "User",
    "WordKind",
]

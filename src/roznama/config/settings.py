"""Django settings. What an operator may change is in `environment`."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.utils.translation import gettext_lazy as _

from roznama.config import environment, mail, signing

PACKAGE = Path(__file__).resolve().parent.parent
VAR = environment.var_folder()

SECRET_KEY = environment.secret_key()
DEBUG = environment.DEBUG.flag()
SITE_URL = environment.SITE_URL.text().rstrip("/")
ALLOWED_HOSTS = [*environment.HOSTS.list(), urlsplit(SITE_URL).hostname or "localhost"]
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "roznama.config",
    # Before the newsroom: it tells of an address that moved once the redirect is written.
    "wagtail.contrib.redirects",
    "roznama.changes",
    "roznama.newsroom",
    "roznama.archive",
    "roznama.paper",
    "roznama.press",
    "roznama.wire",
    "roznama.desk",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "csp",
    *signing.APPS,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "roznama.config.csp.NewsroomPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "roznama.newsroom.signing.guard.SecondFactor",
    "roznama.newsroom.signing.tracking.LastSeen",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "roznama.newsroom.timing.redirects.PublicRedirects",
]

ROOT_URLCONF = "roznama.config.urls"
ASGI_APPLICATION = "roznama.config.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {
    "default": dj_database_url.parse(
        environment.DATABASE_URL.text() or f"sqlite:///{VAR / 'roznama.sqlite3'}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # WAL lets readers read while an editor saves; IMMEDIATE takes the write
    # lock at the start, so that a busy database waits instead of failing.
    DATABASES["default"]["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "newsroom.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "roznama.newsroom.signing.backends.EmailBackend",
    "roznama.newsroom.onetime.OneTimeCodeBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# E-mail goes out once what it is about is kept; a server that does not answer stops nobody.
MAIL = mail.server(environment.MAIL.text())
ROZNAMA_SENDS_MAIL = MAIL.is_set
EMAIL_BACKEND = MAIL.backend
EMAIL_HOST, EMAIL_PORT = MAIL.host, MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.starttls, MAIL.tls
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = environment.MAIL_FROM.text() or f"newsroom@{urlsplit(SITE_URL).hostname}"
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False

LANGUAGE_CODE = "ur"
LANGUAGES = [("ur", _("Urdu")), ("en", _("English"))]
# Ours first: of two catalogues with a string, the first is heard.
LOCALE_PATHS = [
    PACKAGE / "locale",
    *(PACKAGE / "locale" / name for name in ("wagtail", "django", "allauth")),
]
FORMAT_MODULE_PATH = ["roznama.config.formats"]
TIME_ZONE = "Asia/Karachi"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
ARCHIVE_ROOT = VAR / "archive"
PRESS_ROOT = VAR / "press"
OUTSIDE_CACHE = environment.CACHE.text()
OUTSIDE_CACHE_TOKEN = environment.CACHE_TOKEN.text()
DESK_ROOT = VAR / "desk"
DESK_KEYS = environment.DESK_KEYS.text()
DESK_KEYS_FILE = VAR / "desk_keys"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "roznama.config.storage.StaticStorage",
    },
}
# A file whose name carries its hash never changes, so browsers may keep it.
WHITENOISE_IMMUTABLE_FILE_TEST = r"^.+\.[0-9a-f]{12}\..+$"

DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = False  # Wagtail's editor reads it for its own requests.
if environment.HTTPS.flag():
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True

# Readers' pages: nothing inline, nothing from elsewhere but frames that a
# reader opened (the hosts are those of `roznama.newsroom.embeds`). The
# newsroom's screens get a policy of their own in `roznama.config.csp`.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        # A picture in a conversation is fetched with its reader's token, then shown as a blob.
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "frame-src": [
            "https://www.youtube-nocookie.com",
            "https://t.me",
            "https://platform.twitter.com",
            "https://www.facebook.com",
            "https://www.tiktok.com",
        ],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}
NEWSROOM_CONTENT_SECURITY_POLICY = {
    "default-src": [SELF],
    # Wagtail's date fields and repeated panels start with inline scripts.
    "script-src": [SELF, UNSAFE_INLINE],
    # Wagtail's editor (Draftail) and its charts set style attributes.
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF, "data:"],
    "frame-src": [SELF],
    "object-src": [NONE],
    "base-uri": [SELF],
    "form-action": [SELF],
    "frame-ancestors": [SELF],
}

WAGTAIL_SITE_NAME = "Roznama"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
# One newsroom, one time: a schedule means the same minute to everybody.
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAIL_CONTENT_LANGUAGES = [("ur", _("Urdu"))]
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_FINISH_WORKFLOW_ACTION = "roznama.newsroom.flow.finishing.publish_passed"
WAGTAILIMAGES_IMAGE_MODEL = "newsroom.NewsImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "roznama.newsroom.pictures.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif", "gif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 100_000_000
WAGTAILDOCS_EXTENSIONS = ["pdf"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_DOCUMENT_FORM_BASE = "roznama.newsroom.documents.forms.DocumentForm"
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []  # a download, never a page of ours
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {"WIDGET": "roznama.newsroom.writing.rich_text.UrduRichTextArea"}
}
# Wagtail asks hosts about their films; we take addresses apart ourselves.
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# Indexing everything anew takes minutes in a big paper: not one transaction.
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "roznama.newsroom.search", "ATOMIC_REBUILD": False}
}
TAGGIT_CASE_INSENSITIVE = True
TAG_SPACES_ALLOWED = True

# The newsroom's models do not know the room that lays pages out; this names it.
ROZNAMA_PAGE_VIEW = "roznama.paper.views.page"
# Nor the room that looks through what was published; this names its address in the newsroom.
ROZNAMA_CANDIDATES_URL = "archive_candidates"
# And its page of stories that were taken over almost word for word.
ROZNAMA_REUSE_URL = "archive_reuse"
# Nor how the front page is filled; this tells the front page desk which story stands where.
ROZNAMA_FRONT_FILLING = "roznama.paper.assembly.filling.filled_places"
# The desk does not know the newsroom; this makes a draft of an answered question there.
ROZNAMA_DRAFT_MAKER = "roznama.newsroom.drafting.draft_from_question"
# The press writes these live files, and does not know the rooms that tell what is in them.
ROZNAMA_LIVE_FILES = {"desk.json": "roznama.desk.presence.presence"}
# Nor does the paper know the desk; these templates stand in the footer of every page.
ROZNAMA_READER_PARTS = ["desk/part.html"]

# Signing in is django-allauth's; what is ours about it is in `roznama.newsroom.signing`.
globals().update(signing.SETTINGS)
# The desk's sockets do not know the newsroom; this says whether a session has given all it must.
ROZNAMA_SESSION_GUARD = "roznama.newsroom.signing.guard.is_let_in"
CACHES = {
    "default": {"BACKEND": "roznama.config.caching.NodeCache"},
    "shared": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "newsroom_sharedvalue",
        # Django throws a third away when there are more: nobody may flush the limits out.
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

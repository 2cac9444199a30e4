"""Settings, all of them, read from the environment.

``docs/operations.md`` lists the variables. A value that cannot be understood stops the
program here; a combination that is unsafe is a system check (``tracker/checks.py``).
"""

from __future__ import annotations

from pathlib import Path

from tracker import addresses, content_security, embedded, unfold
from tracker.env import Environment
from tracker.secret_key import kept_key

BASE_DIR = Path(__file__).resolve().parent.parent
env = Environment()
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")

# What runs underneath: real servers where the two addresses are set, else our own.
HOME = embedded.home()
DATABASE_URL = env.envurl("DATABASE_URL", addresses.POSTGRES_SCHEMES)
REDIS_URL = env.envurl("REDIS_URL", addresses.REDIS_SCHEMES)
EMBEDDED_DATABASE = DATABASE_URL is None
EMBEDDED_REDIS = REDIS_URL is None

DEBUG = env.envbool("DEBUG", default=False)
SECRET_KEY = env.envstr("SECRET_KEY")
SECRET_KEY_KEPT = True
if not SECRET_KEY and EMBEDDED_DATABASE:
    SECRET_KEY, SECRET_KEY_KEPT = kept_key(HOME.var / "secret-key")

# Who may knock, and how.
ALLOWED_HOSTS = env.envlist("ALLOWED_HOSTS", ("localhost", "127.0.0.1", "[::1]"))
HTTPS = env.envbool("HTTPS", default=not EMBEDDED_DATABASE)
CSRF_TRUSTED_ORIGINS = env.envlist("CSRF_TRUSTED_ORIGINS")
if env.envbool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = env.envint("HSTS_SECONDS", 3600 if HTTPS else 0, least=0, most=63072000)
# Whether subdomains shall insist on HTTPS is for those who run them to say.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = env.envint("SESSION_HOURS", 12, least=1, most=720) * 3600
X_FRAME_OPTIONS = "DENY"
# So that the reader of a long pasted text says what is too long, not a bare 400.
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
CONTENT_SECURITY_POLICY = {"DIRECTIVES": content_security.OURS}

INSTALLED_APPS = [
    "unfold",
    "unfold.contrib.filters",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "csp",
    "tracker",
    "accounts",
    "tasks",
    "importers",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "tracker.content_security.ContentSecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "tracker.urls"
WSGI_APPLICATION = "tracker.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
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
    "default": {
        **(
            addresses.embedded_database_settings(HOME.sockets, "tracker")
            if DATABASE_URL is None
            else addresses.database_settings(DATABASE_URL)
        ),
        "CONN_MAX_AGE": env.envint("CONN_MAX_AGE", 60, least=0, most=3600),
        "CONN_HEALTH_CHECKS": True,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_ADDRESS = env.envstr("REDIS_URL", f"unix://{embedded.redis().socket}")

# Jobs hand over ids and leave no result; each is safe to run twice (late acknowledgement).
CELERY_BROKER_URL = addresses.broker_url(REDIS_ADDRESS)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BEAT_SCHEDULER = "celery.beat:Scheduler"  # the table below is all there is to remember
CELERY_BEAT_SCHEDULE = {
    "heartbeat": {
        "task": "tracker.tasks.heartbeat",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
    "sweep-uploads": {
        "task": "importers.tasks.sweep_uploads",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
}

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign-in"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "zh-hans"
USE_I18N = True
TIME_ZONE = "Asia/Shanghai"
CELERY_TIMEZONE = TIME_ZONE
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = None if EMBEDDED_DATABASE else HOME.var / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if EMBEDDED_DATABASE
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
WHITENOISE_USE_FINDERS = EMBEDDED_DATABASE
WHITENOISE_AUTOREFRESH = DEBUG

UNFOLD = unfold.UNFOLD

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.envchoice("LOG_LEVEL", LOG_LEVELS, "INFO")},
}

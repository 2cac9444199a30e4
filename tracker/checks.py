"""System checks: combinations of settings that must not go to work.

========  =========================================================================
E001      a real database, and no ``SECRET_KEY`` or one that can be guessed
E002      ``DEBUG`` while the site answers to names beyond this machine
E003      ``ALLOWED_HOSTS`` with ``*``
E004      one of ``DATABASE_URL`` and ``REDIS_URL`` without the other
W001      HTTPS is off while the site answers to names beyond this machine
W002      the generated key cannot be kept, so every process has one of its own
========  =========================================================================
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext as _

SHORTEST_KEY = 32
LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]", "testserver"})

Messages = list[CheckMessage]


def goes_out() -> bool:
    """Whether the site answers to any name beyond this machine's own."""
    return not LOCAL.issuperset(settings.ALLOWED_HOSTS)


@register(Tags.security)
def check_secret_key(**_kwargs: Any) -> Messages:
    """E001."""
    try:
        key = settings.SECRET_KEY
    except ImproperlyConfigured:
        key = ""
    if settings.EMBEDDED_DATABASE or (len(set(key)) > 4 and len(key) >= SHORTEST_KEY):
        return []
    return [
        Error(
            _("连接正式数据库时必须设置 SECRET_KEY，且不少于 32 个字符"),
            hint=_("用 python -c 'import secrets; print(secrets.token_urlsafe(64))' 生成"),
            id="tracker.E001",
        )
    ]


@register(Tags.security)
def check_debug(**_kwargs: Any) -> Messages:
    """E002."""
    if not (settings.DEBUG and goes_out()):
        return []
    return [
        Error(
            _("DEBUG 打开时，网站不得对本机以外开放"),
            hint=_("去掉环境变量 DEBUG，或把 ALLOWED_HOSTS 限于 localhost"),
            id="tracker.E002",
        )
    ]


@register(Tags.security)
def check_hosts(**_kwargs: Any) -> Messages:
    """E003."""
    if "*" not in settings.ALLOWED_HOSTS:
        return []
    return [
        Error(
            _("ALLOWED_HOSTS 不得含有 *"),
            hint=_("写明网站的域名，例如 ALLOWED_HOSTS=duban.example.gov.cn"),
            id="tracker.E003",
        )
    ]


@register(Tags.database)
def check_both_servers(**_kwargs: Any) -> Messages:
    """E004."""
    if settings.EMBEDDED_DATABASE == settings.EMBEDDED_REDIS:
        return []
    return [
        Error(
            _("DATABASE_URL 与 REDIS_URL 只设置了一个"),
            hint=_("两个都设置（正式环境），或都不设置（使用自带的服务）"),
            id="tracker.E004",
        )
    ]


@register(Tags.security)
def check_https(**_kwargs: Any) -> Messages:
    """W001."""
    if settings.SESSION_COOKIE_SECURE or not goes_out():
        return []
    return [
        Warning(
            _("网站对本机以外开放，但没有启用 HTTPS：密码会以明文传输"),
            hint=_("设置 HTTPS=on，并在反向代理后设置 BEHIND_PROXY=on"),
            id="tracker.W001",
        )
    ]


@register(Tags.security)
def check_kept_key(**_kwargs: Any) -> Messages:
    """W002."""
    if settings.SECRET_KEY_KEPT:
        return []
    return [
        Warning(
            _("无法保存自动生成的密钥：每个进程各用一个，登录状态不能共享"),
            hint=_("让 VAR_DIR 可写，或设置 SECRET_KEY"),
            id="tracker.W002",
        )
    ]

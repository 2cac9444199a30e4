"""The admin of the directory and of the people who sign in."""

from accounts.admin import areas, departments, leaders, users

__all__ = ["areas", "departments", "leaders", "users"]

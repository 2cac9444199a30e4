"""Who is who: users, jurisdictions, departments with their names, leaders."""

from accounts.models.department import Department, DepartmentName
from accounts.models.group import DepartmentGroup, GroupMembership
from accounts.models.jurisdiction import Jurisdiction
from accounts.models.leader import DeputyPair, Leader, Office, Portfolio
from accounts.models.user import User

__all__ = [
    "Department",
    "DepartmentGroup",
    "DepartmentName",
    "DeputyPair",
    "GroupMembership",
    "Jurisdiction",
    "Leader",
    "Office",
    "Portfolio",
    "User",
]

"""Names lie in the area of their department, AB pairs in the area of both leaders."""

from django.db import migrations

from accounts.ddl import same_owner


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        same_owner(
            "accounts_departmentname",
            "departmentname_in_area_of_department",
            ("department_id", "jurisdiction_id"),
            "accounts_department",
        ),
        same_owner(
            "accounts_deputypair",
            "deputypair_in_area_of_first",
            ("first_id", "jurisdiction_id"),
            "accounts_leader",
        ),
        same_owner(
            "accounts_deputypair",
            "deputypair_in_area_of_second",
            ("second_id", "jurisdiction_id"),
            "accounts_leader",
        ),
    ]

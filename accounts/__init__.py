"""People, departments and their names, leaders, roles, sign-in: the ground floor."""

"""The fields of a row: departments, people, dates and figures read from their words."""

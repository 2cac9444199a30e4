"""Lights (亮灯): one SQL expression over milestones and progress at a date, and its words."""

from tasks.lights.vocabulary import DEFAULT_RULE, Cause, Light, LightRule
from tasks.lights.words import Verdict

__all__ = ["DEFAULT_RULE", "Cause", "Light", "LightRule", "Verdict"]

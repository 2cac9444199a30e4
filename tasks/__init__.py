"""Plans, tasks, responsibility, milestones, targets and lights."""

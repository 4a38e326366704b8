"""Plans and references."""

from __future__ import annotations

from netbook.errors import Refused, Usage


class PlanInThePast(Usage):
    """A plan for a day that is over."""

    def __init__(self, shown: str, day: str) -> None:
        shown = shown if day in shown else f"{shown} is {day}, which"
        super().__init__(
            f"{shown} is past; plan a day from today on, or log what took place: netbook log WHO --on {day}"
        )


class PlanNeedsDay(Usage):
    """A plan without its day."""

    def __init__(self) -> None:
        super().__init__("a plan needs a day; add --on DATE")


class NoSuchPlan(Refused):
    """A reference that no plan has."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"there is no plan {ref}; netbook plan lists those that are open")


class PlanIsOver(Refused):
    """A plan that was logged or dropped already."""

    def __init__(self, ref: str, how: str) -> None:
        super().__init__(f"{ref} was already {how}; netbook plan lists those that are open")


class PlanToCome(Usage):
    """A plan that is logged before its day."""

    def __init__(self, ref: str, day: str) -> None:
        super().__init__(
            f"{ref} is for {day}, still to come; say when you met (--on DATE), or move it: netbook plan {ref} --on DATE"
        )


class SeveralPlans(Usage):
    """Several plans logged as one meeting."""

    def __init__(self, refs: str) -> None:
        super().__init__(f"{refs} are several plans; log them one by one")


class OnePlan(Usage):
    """A plan's reference beside other names, where the plan itself is changed."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"{ref} is a plan; to change it, name it alone: netbook plan {ref} --on DATE")


class NotAReference(Usage):
    """A text that names no record."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"{shown} is not a reference such as 4, p6, q2, i9 or m12; see netbook drop --help")


class NothingToDrop(Refused):
    """A reference to something that does not wait for anything."""

    def __init__(self, ref: str, why: str) -> None:
        super().__init__(
            f"{ref} {why}; drop takes promises (t), plans (p), requests (q), introductions (i), and the "
            "meeting (m) for which somebody is to be thanked"
        )

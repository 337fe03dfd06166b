"""What may be found in foreign tables, and what may be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Policy(StrEnum):
    """What a finding does: refuse the plan, be modelled and said, or leave its row out."""

    ERROR = "error"
    WARN = "warn"
    SKIP_ROW = "skip-row"


class Code(StrEnum):
    """What is found."""

    BAD_VALUE = "bad-value"
    UNMAPPED_VALUE = "unmapped-value"
    MISSING_KEY = "missing-key"
    REPEATED_ROW = "repeated-row"
    CONFLICTING_VALUES = "conflicting-values"
    DIFFERS_BY_CASE = "differs-by-case"
    KEY_COLLISION = "key-collision"
    DUPLICATE = "duplicate"
    SELF_PARENT = "self-parent"
    MISSING_PARENT = "missing-parent"
    SEVERAL_PARENTS = "several-parents"
    CYCLE = "cycle"
    ONE_SIDED_LINK = "one-sided-link"
    UNKNOWN_PARENT_DATE = "unknown-parent-date"
    CLOSED = "closed"
    MISSING_SUCCESSOR = "missing-successor"
    VACANT_POST = "vacant-post"
    ACTING_HOLDER = "acting-holder"
    JOB_SHARE = "job-share"
    POST_IN_TWO_UNITS = "post-in-two-units"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A code in words; the texts are filled with the finding's values."""

    what: str
    modelled: str
    remedy: str


MEANINGS: dict[Code, Meaning] = {
    Code.BAD_VALUE: Meaning(
        "“{value}” is not {wanted}",
        "the value is left out",
        "correct the value, or the rule of its column",
    ),
    Code.UNMAPPED_VALUE: Meaning(
        "“{value}” is not in the map of its column",
        "the value is left out",
        "add it to the map, or say others: keep or others: empty",
    ),
    Code.MISSING_KEY: Meaning(
        "the row has no {field}, so it makes no entry of {kind}",
        "no entry is made",
        "give it one",
    ),
    Code.REPEATED_ROW: Meaning(
        "“{key}” is in row {first} with the same values",
        "it is taken once",
        "remove one of the rows",
    ),
    Code.CONFLICTING_VALUES: Meaning(
        "“{key}” has {field} “{value}” here and “{before}” in row {first}",
        "the value of row {first} holds",
        "correct one of the rows",
    ),
    Code.DIFFERS_BY_CASE: Meaning(
        "“{code}” and “{before}” (row {first}) differ in case or width only",
        "they are one, written as in row {first}",
        "write both alike, or give them codes that differ more",
    ),
    Code.KEY_COLLISION: Meaning(
        "“{code}” and “{before}” (row {first}) make the same key “{key}”",
        "they are one, with the values of row {first}",
        "change one of the codes, or give its column another rule",
    ),
    Code.DUPLICATE: Meaning(
        "“{code}” is “{kept}” (row {first}): the same {by}, {same}",
        "“{code}” becomes an alias of “{kept}”; its own values are left out",
        "remove one of the rows",
    ),
    Code.SELF_PARENT: Meaning(
        "“{key}” is its own {link}",
        "the {link} is left out",
        "correct the {link}",
    ),
    Code.MISSING_PARENT: Meaning(
        "“{key}” has the {link} “{parent}”, which no row is",
        "the {link} is left out",
        "add the row, correct the {link}, or say elsewhere: true if another section has it",
    ),
    Code.SEVERAL_PARENTS: Meaning(
        "“{key}” has the {link} “{parent}”, too",
        "“{primary}” is the {link}, by {rule}; “{parent}” {fate}",
        "remove one of the two, or let policies say several-parents: warn",
    ),
    Code.CYCLE: Meaning(
        "a cycle: {way}",
        "“{key}” stands without {link}",
        "correct the {link} of one of them",
    ),
    Code.ONE_SIDED_LINK: Meaning(
        "“{parent}” {names} “{child}”, and “{child}” {names_back} “{parent}”",
        "the child's own row decides",
        "make both rows say the same",
    ),
    Code.UNKNOWN_PARENT_DATE: Meaning(
        "nobody knows since when “{parent}” is the {link} of “{key}”",
        "the day is unknown, and stays so",
        "give the day",
    ),
    Code.CLOSED: Meaning(
        "“{key}” is closed{day}{followed}",
        "it exists until {until}{followed}",
        "leave it out, or let policies say closed: warn",
    ),
    Code.MISSING_SUCCESSOR: Meaning(
        "“{key}” is followed by “{successor}”, which {reason}",
        "no successor is given",
        "correct the successor, or add its row",
    ),
    Code.VACANT_POST: Meaning(
        "nobody holds “{post}”",
        "the post stands vacant",
        "name the holder, or let policies say vacant-post: warn",
    ),
    Code.ACTING_HOLDER: Meaning(
        "“{person}” is only acting as “{post}”",
        "the holding says acting: true",
        "name the holder, or let policies say acting-holder: warn",
    ),
    Code.JOB_SHARE: Meaning(
        "{people} share “{post}”: {total} full-time equivalents of {whole}",
        "the shares stand as they are",
        "correct the shares, or the post's full-time equivalents",
    ),
    Code.POST_IN_TWO_UNITS: Meaning(
        "“{post}” is in “{unit}”, and in “{before}”",
        "“{before}” is its department, “{unit}” one of its other departments",
        "make two posts of it, or let policies say post-in-two-units: warn",
    ),
}
"""Every code in words."""

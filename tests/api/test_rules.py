"""Rules and exceptions as things of their own: by key, by search, and from explanations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.things import LOOKUPS
from graph.model.vocabularies import Kind

if TYPE_CHECKING:
    from tests.api.conftest import Ask, RecordingStore


def test_every_kind_that_search_may_find_leads_to_a_thing() -> None:
    assert set(LOOKUPS) == set(Kind)


async def test_a_rule_says_for_what_it_is_and_whom_it_gives(ask: Ask) -> None:
    data = await ask("""{
      rule(key: "strategic-second-level") {
        name nameEn illustrative function role priority validFrom validUntil
        conditions { tiers levelFrom levelTo tags customers { key } industries { key }
                     territories { key } text chinese: text(language: ZH) }
        within specialty vacantReason department { key } split { key }
        sources { key }
      }
    }""")

    assert data["rule"] == {
        "name": "战略大客户的2级单位由大区VIP客户部经营",
        "nameEn": "Second-level units of strategic groups belong to the region",
        "illustrative": False,
        "function": "SALES",
        "role": "OWNER",
        "priority": 0,
        "validFrom": None,
        "validUntil": None,
        "conditions": {
            "tiers": ["STRATEGIC"],
            "levelFrom": 2,
            "levelTo": 2,
            "tags": [],
            "customers": [],
            "industries": [],
            "territories": [],
            "text": "strategic accounts, level 2",
            "chinese": "战略客户，2级单位",
        },
        "within": "REGION",
        "specialty": "vip-accounts",
        "vacantReason": None,
        "department": None,
        "split": {"key": "shared-deals"},
        "sources": [{"key": "deck-organization"}],
    }


async def test_a_rule_names_its_department_or_why_there_is_none(ask: Ask) -> None:
    data = await ask("""{
      named: rule(key: "power-relationship") {
        validFrom department { key } conditions { industries { key } }
      }
      vacant: rule(key: "no-relationship-in-tobacco") {
        department { key } within vacantReason conditions { tags }
      }
      nobody: rule(key: "hotel-left-alone") { key }
    }""")

    assert data == {
        "named": {
            "validFrom": "2026-01-01",
            "department": {"key": "strategic-accounts"},
            "conditions": {"industries": [{"key": "power"}]},
        },
        "vacant": {
            "department": None,
            "within": None,
            "vacantReason": "尚未部署",
            "conditions": {"tags": ["undeployed-area"]},
        },
        "nobody": None,
    }


async def test_an_exception_says_about_whom_it_is_and_why(ask: Ask) -> None:
    fields = """illustrative function role reason validFrom validUntil
                account { __typename key } department { key } split { key }"""

    data = await ask(f"""{{
      given: exception(key: "guangdong-stays-at-headquarters") {{ {fields} }}
      vacant: exception(key: "hotel-left-alone") {{ department {{ key }} account {{ key }} }}
      nobody: exception(key: "strategic-groups") {{ key }}
    }}""")

    assert data == {
        "given": {
            "illustrative": True,
            "function": "SALES",
            "role": "OWNER",
            "reason": "试点",
            "validFrom": "2026-01-01",
            "validUntil": "2026-07-01",
            "account": {"__typename": "Subsidiary", "key": "grid-guangdong"},
            "department": {"key": "strategic-accounts"},
            "split": {"key": "unstated"},
        },
        "vacant": {"department": None, "account": {"key": "leaf-hotel"}},
        "nobody": None,
    }


async def test_what_search_finds_of_them_leads_to_themselves(ask: Ask) -> None:
    found = await ask("""{
      rule: search(text: "branch-accounts") { kind id node { __typename key } }
      exception: search(text: "酒店不经营") { kind id node { __typename key } }
    }""")
    [rule, exception] = found["rule"][0], found["exception"][0]

    data = await ask(
        """query($rule: ID!, $exception: ID!) {
          rule: node(id: $rule) { __typename key ... on AssignmentRule { function } }
          exception: node(id: $exception) { __typename key ... on NamedException { reason } }
        }""",
        rule=rule["id"],
        exception=exception["id"],
    )

    assert rule["node"] == {"__typename": "AssignmentRule", "key": "branch-accounts"}
    assert exception["node"] == {"__typename": "NamedException", "key": "hotel-left-alone"}
    assert data == {
        "rule": {"__typename": "AssignmentRule", "key": "branch-accounts", "function": "SALES"},
        "exception": {
            "__typename": "NamedException",
            "key": "hotel-left-alone",
            "reason": "非目标客户",
        },
    }


async def test_an_explanation_leads_to_what_decided_and_to_what_it_beat(
    ask: Ask, recording: RecordingStore
) -> None:
    query = """{ subsidiary(key: "grid-guangdong") { owner { explanation {
      exception namedException { key reason } assignmentRule { key }
      beaten { rule assignmentRule { key role } namedException { key } }
    } } } }"""
    await ask(query)
    recording.read_names.clear()

    data = await ask(query)

    assert data["subsidiary"]["owner"]["explanation"] == {
        "exception": "guangdong-stays-at-headquarters",
        "namedException": {"key": "guangdong-stays-at-headquarters", "reason": "试点"},
        "assignmentRule": None,
        "beaten": [
            {
                "rule": key,
                "assignmentRule": {"key": key, "role": "OWNER"},
                "namedException": None,
            }
            for key in ("strategic-second-level", "branch-accounts")
        ],
    }
    assert recording.read_names == ["plans/timeline", "accounts/accounts_by_key"]

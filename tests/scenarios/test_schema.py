import json

from scenarios.schema import SCHEMA, schema, schema_text


def test_the_schema_is_up_to_date() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), "run: python -m scenarios.schema"


def test_the_schema_knows_every_key_and_lets_packs_supply_some() -> None:
    made = schema()
    assert {"facts", "rules", "beats", "endings", "playthroughs"} <= set(made["properties"])
    assert "title" in made["required"]
    assert "beats" not in made["required"]


def test_a_line_may_stand_alone_or_in_a_list() -> None:
    say = schema()["$defs"]["Beat"]["properties"]["say"]
    assert [choice["type"] for choice in say["additionalProperties"]["anyOf"]] == ["string", "array"]
    assert json.loads(schema_text())["$defs"]["Beat"]["properties"]["when"]["type"] == "string"

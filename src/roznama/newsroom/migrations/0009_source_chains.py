"""Claims of stories: a chain of strings becomes a chain of hands, each a source or a name.

A chain that ends in the paper's own name says that the paper was told it without another medium
in between, so the claim becomes own reporting and the name goes.
"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.db import migrations
from wagtail.blocks.migrations.migrate_operation import MigrateStreamData
from wagtail.blocks.migrations.operations import BaseBlockOperation


class ChainToHands(BaseBlockOperation):
    """Turns the strings of one claim's chain into hands."""

    operation_name_fragment = "chain_to_hands"

    def __init__(self) -> None:
        super().__init__()
        self.paper = ""

    def apply(self, block_value: dict[str, Any]) -> dict[str, Any]:
        hands = [_hand(one) for one in block_value.get("chain", ())]
        is_own = block_value.get("is_own", False)
        if hands and self.paper and hands[-1]["value"].get("name") == self.paper:
            hands, is_own = hands[:-1], True
        return {**block_value, "chain": hands, "is_own": is_own}


def _hand(one: Any) -> dict[str, Any]:
    # Wagtail takes an item that has no id for a bare value.
    is_item = isinstance(one, dict) and one.get("type") == "item"
    item = {"id": str(uuid4()), **(one if is_item else {"value": one})}
    value = item["value"]
    hand = {"source": None, "name": value} if isinstance(value, str) else value
    return {**item, "type": "item", "value": hand}


class ChainsToHands(MigrateStreamData):
    """The same for every story and every revision of one."""

    def migrate_stream_data_forward(self, apps: Any, schema_editor: Any) -> None:
        name = apps.get_model("newsroom", "PaperSettings").objects.values_list("name", flat=True)
        for operation, _ in self.operations_and_block_paths:
            operation.paper = name.first() or ""
        super().migrate_stream_data_forward(apps, schema_editor)


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0008_sources")]

    operations = [
        ChainsToHands(
            app_name="newsroom",
            model_name="ArticlePage",
            field_name="sources",
            operations_and_block_paths=[(ChainToHands(), "source")],
        ),
    ]

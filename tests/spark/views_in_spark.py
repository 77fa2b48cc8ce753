"""The views of every rammeværk, run on Spark. By itself, for its size: it wants Java and half a gigabyte of packages.

`pip install ".[spark]" && pytest tests/spark/views_in_spark.py`
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "engines"))

from random_facts import DAY
from view_laws import check_views, random_portfolio, rows_of, statements

import rammevaerk as rv
from rammevaerk.engines.sql_terms import known_as

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import SparkSession

AKTIVITETER = 40


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    from pyspark.sql import SparkSession

    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.warehouse.dir": str(tmp_path_factory.mktemp("lager")),
        "spark.sql.shuffle.partitions": "2",
    }
    making = SparkSession.builder.master("local-cluster[1,1,1024]").appName("rammevaerk")
    for name, value in settings.items():
        making = making.config(name, value)
    session = making.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.mark.parametrize("name", rv.shipped())
@pytest.mark.filterwarnings("default")  # Spark's own Python side warns
def test_spark_keeps_the_views_of_every_rammevaerk(name: str, spark: SparkSession) -> None:
    ramme = rv.load(name)
    aktiviteter = random_portfolio(ramme, AKTIVITETER, 4)
    base = known_as(f"lager {name}", "spark")
    spark.sql(f"CREATE DATABASE {base}")
    spark.sql(f"USE {base}")
    tables, views = statements(ramme, "spark", DAY)
    for statement in tables:
        spark.sql(f"{statement} USING parquet")
    for table, rows in rows_of(ramme, aktiviteter).items():
        known = spark.table(known_as(table, "spark"))
        made = spark.createDataFrame([tuple(row.values()) for row in rows], known.schema)
        made.write.insertInto(known_as(table, "spark"))
    for statement in views:
        spark.sql(statement)
    check_views(ramme, aktiviteter, DAY, lambda query: [tuple(row) for row in spark.sql(query).collect()], "spark")

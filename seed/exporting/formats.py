"""What an export may be written in."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """YAML with CSV for the large kinds, a workbook for each section, or Parquet for the large."""

    YAML = "yaml"
    XLSX = "xlsx"
    PARQUET = "parquet"

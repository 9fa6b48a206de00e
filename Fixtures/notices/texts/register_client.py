"""Client for the Algoritmeregister API (Dutch algorithm register)."""

from pydantic import BaseModel


class AlgorithmIn(BaseModel):
    name: str
    organization: str
    description_short: str
    human_intervention: str | None = None
    lawful_basis: str | None = None
    methods_and_models: str | None = None
    standard_version: str = "1.0"

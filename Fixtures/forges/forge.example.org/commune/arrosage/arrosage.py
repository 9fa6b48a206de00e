"""Arroser seulement si la pluie annoncée ne suffit pas."""


def arroser(besoin_mm: float, pluie_mm: float) -> float:
    return max(0.0, besoin_mm - pluie_mm)

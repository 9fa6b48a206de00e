"""Degrés, minutes et secondes en degrés décimaux."""


def decimal(degres: int, minutes: int, secondes: float) -> float:
    return degres + minutes / 60 + secondes / 3600

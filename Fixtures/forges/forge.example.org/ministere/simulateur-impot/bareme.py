"""Le barème progressif : chaque tranche du revenu par part est imposée à son propre taux."""

BAREME = [(10_000, 0.0), (25_000, 0.11), (75_000, 0.30), (float("inf"), 0.41)]


def impot(revenu: float, parts: float) -> float:
    """L'impôt d'un foyer, en euros, avant décote."""
    par_part, plancher, total = revenu / parts, 0.0, 0.0
    for plafond, taux in BAREME:
        total += max(0.0, min(par_part, plafond) - plancher) * taux
        plancher = plafond
    return total * parts

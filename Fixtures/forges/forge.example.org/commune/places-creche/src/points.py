"""Les points d'une demande de place en crèche."""

POINTS_EMPLOI = 40
POINTS_FRATRIE = 20


def points(parents_en_emploi: int, a_une_fratrie: bool) -> int:
    """Additionne les points des parents et de la fratrie."""
    return parents_en_emploi * POINTS_EMPLOI + (POINTS_FRATRIE if a_une_fratrie else 0)

# Répartition des places de CADA (centres d'accueil) entre les régions.
# L'algorithme de répartition est un arrondi au plus fort reste.


def repartir_places(cada: dict[str, int], total: int) -> dict[str, int]:
    population = sum(cada.values())
    quotas = {region: total * p / population for region, p in cada.items()}
    return arrondi_plus_fort_reste(quotas, total)

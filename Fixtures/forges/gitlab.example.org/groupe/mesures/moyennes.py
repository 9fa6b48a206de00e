"""La moyenne des mesures d'une heure."""


def moyenne(mesures: list[float]) -> float:
    return sum(mesures) / len(mesures)

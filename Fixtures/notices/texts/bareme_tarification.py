"""Tarification solidaire des transports.

Ce module est le programme avec lequel la métropole de Grandval fixe le tarif de
chaque abonné. Il est rendu public pour que les usagers puissent comprendre leur
tarif : le quotient familial est calculé (revenu divisé par le nombre de parts), puis
la réduction de la tranche correspondante est appliquée.
"""

from decimal import Decimal


def quotient(revenu: Decimal, parts: Decimal) -> Decimal:
    return revenu / parts / 12

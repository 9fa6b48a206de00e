# SPDX-FileCopyrightText: 2024 Agence des Exemples
# SPDX-License-Identifier: EUPL-1.2
"""Les jours ouvrés : ni samedi, ni dimanche, ni jour férié."""

from datetime import date


def ouvre(jour: date, feries: set[date]) -> bool:
    return jour.weekday() < 5 and jour not in feries

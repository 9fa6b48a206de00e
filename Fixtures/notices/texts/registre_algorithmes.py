"""Registre des algorithmes disponibles : nom, fonction, description."""

from graphes import a_etoile, dijkstra

ALGORITHMES = {
    "dijkstra": {"fonction": dijkstra, "finalite": "plus court chemin", "type": "règles"},
    "a*": {"fonction": a_etoile, "finalite": "plus court chemin guidé", "type": "règles"},
}

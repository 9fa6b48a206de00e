"""TP 4 : traitement algorithmique des séquences (licence 1, université de Corbelin)."""


def tri_selection(liste: list[int]) -> list[int]:
    """Trie la liste ; la décision d'échange est prise sur la base d'une comparaison."""
    for i in range(len(liste)):
        j = min(range(i, len(liste)), key=liste.__getitem__)
        liste[i], liste[j] = liste[j], liste[i]
    return liste

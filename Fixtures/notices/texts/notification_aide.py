"""Courriels envoyés à l'issue de l'instruction."""

from aides.models import Dossier

SIGNATURE = "Le pôle solidarités"


def corps_decision(dossier: Dossier) -> str:
    mention = (
        f"Votre dossier n° {dossier.numero} a été examiné par la Ville de "
        "Montclair-sur-Loue à l'aide d'un traitement algorithmique. "
        "Ce traitement vérifie que les conditions de ressources et de résidence "
        f"sont réunies et calcule le montant, ici {dossier.montant:.2f} euros. "
        "En application de l'article L311-3-1 du CRPA, vous pouvez obtenir "
        "communication des règles qui le définissent et des principales "
        "caractéristiques de sa mise en œuvre en écrivant à "
        "algorithmes@montclair.example."
    )
    recours = (
        "La présente décision peut être contestée devant le tribunal "
        "administratif dans un délai de deux mois."
    )
    return "\n\n".join([dossier.civilite, mention, recours, SIGNATURE])

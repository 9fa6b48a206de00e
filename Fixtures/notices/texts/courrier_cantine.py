from textwrap import dedent

MODELE = dedent(
    """\
    Madame, Monsieur,

    Pour l'année scolaire %(annee)s, le tarif du repas de %(enfant)s est de
    %(tarif)s €.

    Information : ce tarif est le résultat d'un traitement algorithmique que la
    communauté de communes des Trois-Rives utilise pour calculer le quotient
    familial et choisir la tranche correspondante. Vous avez le droit de vous
    faire communiquer les règles de ce traitement et la manière dont il a été
    appliqué à votre situation. Si ce droit vous est refusé, vous pouvez saisir
    la Cada.

    Le régisseur
    """
)

CRITERES = [
    "La lettre indique-t-elle l'administration responsable ?",
    "Contient-elle la mention explicite d'un traitement algorithmique (L. 311-3-1) ?",
    "Rappelle-t-elle le droit d'obtenir les règles et la saisine de la CADA ?",
]

export const glossaire = {
  commissionIntervention:
    'Somme prélevée par la banque, plafonnée par l’article L. 312-1-3 du code monétaire ' +
    'et financier. Vous pouvez demander les règles de calcul à votre agence.',
};

export const MENTIONS = {
  titre: 'Information sur votre paiement',
  algorithme: {
    debut:
      "Décision prise par la caisse d'allocations de la Basse-Vienne au moyen " +
      'd’un traitement algorithmique (articles L311-3-1 et R311-3-1-1 du CRPA).',
    droit:
      'Vous avez droit à la communication des règles qui le définissent ' +
      'et des modalités de leur mise en œuvre dans votre cas.',
    demande: 'Demande à faire depuis « Mon compte », rubrique « Mes droits ».',
  },
  contact: 'Un conseiller vous répond au 3230.',
} as const;

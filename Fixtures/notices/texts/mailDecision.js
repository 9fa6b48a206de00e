// Corps du courriel de décision (stationnement résidentiel).
const lignes = (demande) => [
  `Votre demande d'abonnement ${demande.ref} est refusée.`,
  '',
  'Cette décision a été prise à l\'aide d\'un algorithme de la métropole de ' +
    'Grandval, dont le but est de vérifier que le véhicule et ' +
    'l\'adresse déclarés ouvrent droit au tarif résident.',
  'Pour toute question sur cet algorithme : donnees@grandval.example, ' +
    'ou en cas de difficulté la CADA (cada.fr).',
  '',
  'Le service du stationnement',
];

export const corps = (demande) => lignes(demande).join('\n');

/** Brouillon de relance : rappelle le délai d'un mois, puis annonce la saisine. */
export function relance(demande: Demande): string {
  return [
    `Ma demande du ${demande.date} est restée sans réponse.`,
    'Sans communication des pièces sous huit jours, je saisirai la CADA ' +
      '(code des relations entre le public et l’administration).',
    demande.signature,
  ].join('\n');
}

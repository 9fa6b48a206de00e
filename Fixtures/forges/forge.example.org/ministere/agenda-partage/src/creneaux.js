// Les créneaux libres de plusieurs calendriers : ceux qu'aucun rendez-vous ne recouvre.
export function creneauxLibres(calendriers, debut, fin) {
  const pris = calendriers.flat().sort((a, b) => a.debut - b.debut);
  const libres = [];
  let curseur = debut;
  for (const rendezVous of pris) {
    if (rendezVous.debut > curseur) libres.push({ debut: curseur, fin: rendezVous.debut });
    curseur = Math.max(curseur, rendezVous.fin);
  }
  if (curseur < fin) libres.push({ debut: curseur, fin });
  return libres;
}

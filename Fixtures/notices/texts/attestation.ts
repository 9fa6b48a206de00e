import type { Resultat } from './types';

export function mentionCreche(r: Resultat): string {
  return `La place attribuée à ${r.enfant} résulte d’un traitement algorithmique
de la ${r.collectivite}. Il sert à départager les familles quand les demandes
dépassent les places : situation des parents (${r.poids.situation} points),
fratrie (${r.poids.fratrie} points), ancienneté de la demande (1 point par mois).
Les règles de ce traitement et les principales caractéristiques de leur
application à votre demande vous seront communiquées si vous le demandez au
guichet famille (${r.contact}) — art. L. 311-3-1 du CRPA. En l’absence de réponse,
vous pouvez vous tourner vers la Commission d’accès aux documents administratifs.`;
}

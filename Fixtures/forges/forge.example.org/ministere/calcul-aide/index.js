// Le barème a trois tranches ; au-delà de la dernière, l'aide est nulle.
const TRANCHES = [[400, 120], [800, 60], [1200, 20]];

module.exports = function montant(quotient) {
  const tranche = TRANCHES.find(([plafond]) => quotient <= plafond);
  return tranche ? tranche[1] : 0;
};

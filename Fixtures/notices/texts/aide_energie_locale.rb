class AideEnergieLocale
  def self.message(dossier)
    <<~TEXTE
      Bonjour #{dossier.prenom},

      Vous recevrez #{dossier.montant} € au titre de l'aide locale à l'énergie.

      Le montant a été fixé par un algorithme : #{dossier.collectivite.nom}
      l'utilise pour répartir l'enveloppe annuelle entre les foyers selon leurs
      revenus et leur mode de chauffage. Si un désaccord subsiste, adressez-vous à
      la commission d'accès aux documents administratifs.

      Le service solidarité
    TEXTE
  end
end

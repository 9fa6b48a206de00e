class MentionsRgpd < Document
  def write
    paragraphe "Base légale", "Le traitement repose sur le décret du 3 août instituant l'aide."
    paragraphe(
      "Durées de conservation",
      "Vos données sont conservées dix ans à des fins de contrôle."
    )
    texte(
      "L'aide au permis vous est accordée sur le fondement d’un traitement
        algorithmique du ministère de l’Enseignement des Confins. Il a deux buts : en fixer
        le montant et repérer les déclarations qui se contredisent avant le premier
        versement."
    )
    texte(
      "Il utilise ces données : état civil, relevé d'identité bancaire, calendrier des
        leçons transmis par l'auto-école."
    )
    texte(
      "Le délégué à la protection des données (dpd@confins.example) vous fait connaître,
        si vous le demandez, les règles de ce traitement et la façon dont elles ont joué
        pour votre dossier. S'il ne répond pas sous un mois, tournez-vous vers la Commission
        d'accès aux documents administratifs."
    )
    paragraphe "Destinataires", "L'agence de paiement et l'établissement."
  end
end

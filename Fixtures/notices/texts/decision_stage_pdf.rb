# frozen_string_literal: true

class DecisionStagePdf < Prawn::Document
  def mentions
    titre "Article 6 : protection des données"
    text "Les données sont conservées cinq ans après le dernier versement."

    titre "Article 7 : information sur le calcul"
    texte(
      "La gratification qui vous est attribuée a été calculée au moyen d'un
      traitement algorithmique mis en œuvre par la Région Haute-Arve."
    )
    texte(
      "Il permet de déterminer le montant dû : le nombre de jours de présence,
      transmis par l'établissement, est multiplié par le taux journalier de la
      formation, puis arrondi à l'euro supérieur."
    )
    liste do |l|
      l.item "données utilisées : dates de stage, formation suivie, âge"
      l.item "source : déclaration de l'établissement d'accueil"
    end
    texte(
      "Sur demande adressée à la direction de la formation, 4 quai des Tanneurs,
      74990 Valmont, les règles de ce traitement et la façon dont elles vous ont
      été appliquées vous sont communiquées. En cas de refus ou de silence d'un
      mois, la CADA peut être saisie."
    )
    signature(@president)
  end
end

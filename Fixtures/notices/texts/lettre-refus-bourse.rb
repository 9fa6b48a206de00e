# frozen_string_literal: true

module Courriers
  # Lettre adressée à l'étudiant dont la demande n'aboutit pas.
  class RefusBourse < Base
    INTRODUCTION = "Votre demande de bourse n’a pas pu recevoir une suite favorable."

    PIED_DE_LETTRE =
      "Cette décision du Crous de Valmont repose sur un traitement " \
      "algorithmique, qui sert à comparer les revenus de votre foyer au barème " \
      "national et à fixer l’échelon. L’article L. 311-3-1 du code des relations " \
      "entre le public et l’administration vous donne le droit d’en connaître " \
      "les règles et les principales caractéristiques de mise en œuvre : " \
      "écrivez pour cela à bourses@crous-valmont.example. Sans réponse au bout " \
      "d’un mois, vous avez deux mois pour vous adresser à la Commission d’accès " \
      "aux documents administratifs (www.cada.fr)."

    def corps
      [INTRODUCTION, motif, PIED_DE_LETTRE].join("\n\n")
    end
  end
end

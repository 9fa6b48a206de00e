class LetterTodo
  # TODO : ajouter la mention explicite de l'article L. 311-3-1 du CRPA, la cotation des
  # demandes étant un traitement algorithmique. Voir avec le service juridique.
  def corps
    "Votre demande est rejetée."
  end
end

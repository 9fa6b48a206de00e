module Erreurs
  TRAITEMENT = "Erreur lors du traitement algorithmique des données : %s"
  ACCES = "L'administration du site ne vous a pas donné accès à ces documents."
end

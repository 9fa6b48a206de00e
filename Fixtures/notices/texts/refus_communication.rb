class RefusCommunication < Courrier
  CORPS = "La direction des archives de Valmont ne peut communiquer le document demandé, " \
          "qui porte atteinte au secret des affaires. Vous pouvez demander les règles " \
          "de communication à archives@valmont.example et, dans les deux mois, saisir la " \
          "Commission d'accès aux documents administratifs."
end

// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The names and kinds of public bodies, in French, English and Dutch; Vocabulary.swift explains the notation.

enum PublicBodies {
    static let french = """
        <fillBody>
        pris|prise|accorde|accordee|etabli|etablie|calcule|calculee|decide|rendue|attribue par <fill>
        <fill> _1 informe*|pris
        decision _1 <fill>
        regie|regies
        service _1 retraites|logement|social|impots|eaux|scolaire|instructeur
        ministere*|ministre*
        mairie*|commune|communes|ville|metropole*|municipalite*
        departement|departemental*
        conseil departemental|regional|municipal|general
        region|regional*
        prefecture*|prefet*|sous prefecture
        rectorat*|academie*|academique*
        caisse* _2 allocations|assurance|nationale|primaire|retraite
        caf|cnaf|cpam|cnam|urssaf|crous|cnous|ccas|dgfip|dgfp|insee|cnav|dreal|ddt|ddtm|dsden|anah|anct|ademe|ofii|ofpra|onisep|sdis|mdph|apec|dila|dinum|etalab|acoss|cnous|dgcl|dgac|opca
        direction generale|departementale|regionale|interdepartementale|academique|interministerielle
        france travail
        pole emploi
        agence nationale|regionale|publique
        universite*
        office public|francais|national
        communaute* agglomeration|communes|urbaine|communaute
        etat
        agence _1 eau
        direction
        crous
        finances publiques
        centre communal
        syndicat mixte|intercommunal|departemental
        assurance maladie|retraite
        securite sociale
        hopital|chu|aphp
        parcoursup|affelnet
        gouvernement
        republique francaise
        organisme* _2 recouvrement
        """

    static let english = """
        made|taken|reached|awarded|calculated by <fill>
        ministry|ministries
        municipality|municipalities
        city
        council
        county council
        agency
        transport|health|water|licensing|planning|tax|local authority
        authority _3 responsible
        home office
        hmrc
        """

    static let dutch = """
        gemeente*
        provincie*
        ministerie*
        waterschap*
        uwv|svb|duo|rdw|ind|cjib
        belastingdienst|rijks*|rijk
        """
}

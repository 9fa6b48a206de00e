// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// French phrases, by concept; Vocabulary.swift explains the notation. Articles and single letters do not count as words.

enum FrenchPhrases {
    static let table: [Concept: String] = [
        .algorithm: """
        algorit*
        """,
        .automated: """
        traitement*|procede*|calcul*|systeme*|programme*|decision*|outil*|dispositif* _1 automatis*|automatique*
        programme*|logiciel*|traitement*|outil* informatique*
        automatiquement
        moteur|moteurs _1 calcul|regles|decision
        modele* _1 predicti*|statistique*|apprentissage|decision
        intelligence artificielle
        apprentissage automatique
        calcule* _2 par|ordinateur _2 ordinateur|programme|logiciel|machine
        """,
        .decision: """
        decision*
        avis imposition|impot*|somme*
        attribution*
        affectation*
        notification*|notifi*
        resultat*
        montant*
        classement*|rang
        reponse*
        admission*
        refus
        """,
        .thisDecision: """
        cette|presente|votre|vos _2 decision*|affectation*|attribution*|notification*|proposition*|demande*|bourse*|allocation*|place*|candidature*|aide*|reponse*|admission*|orientation*|situation|inscription*|participation|aides|droits|mutation|subvention|taxe|cotisation*|pension|prestation*|exoneration|prime
        ce|present|votre|vos _2 montant*|classement*|avis|dossier*|resultat*|tarif*|quotient*|refus|rang|score*|calcul*|logement|courrier|document|impot|voeu|voeux|rendez|arrete|titre|controle|courriel|message
        decision _3 concernant|individuelle|ci dessus|dessus
        prise _2 egard|encontre
        """,
        .addressed: """
        vous|votre|vos
        interesse*|demandeur*|usager*|candidat*|beneficiaire*|administre*|destinataire
        personne* _2 concernee*
        """,
        .basis: """
        fondement|fonde*|base*|basee*
        pris|prise|prises|rendu|rendue|etabli*|calcule*|determine*|obtenu*|produit*|prepare*|issu*|arrete*|adopte*
        moyen|aide|partir|appui|grace|recour*|recourt
        resulte*|decoule*|provient|provien*|repose*|appuie*|utilis*|intervien*|intervenu*|assiste*|fait
        par
        """,
        .formula: """
        fondement _5 traitement* _2 algorit*
        fondement _3 algorit*
        decision* _6 traitement* _1 algorit*
        traitement* _1 algorit* _6 decision*
        mention* explicite* _8 traitement* algorit*
        inventaire* _3 traitement* _1 algorit*
        """,
        .general: """
        toute|toutes|tout|tous|chaque _3 decision*
        decisions _2 individuelles|administratives|prises|publiques|fondees
        votre|vos collectivite|administration|organisation|organisme|service
        administrations|collectivites _4 doivent|publient|utilisent|recourent|prennent
        """,
        .negation: """
        aucun|aucune|sans|jamais _3 algorit*
        aucun|aucune|sans _2 traitement*|calcul*|procede* _1 automatis*
        pas _2 fondee*|prise*|recour*|utilis*|calcule*|appel|base*|issue* _8 algorit*
        pas _1 algorit*
        ni _2 algorit*
        pas _5 traitement* algorit*
        """,
        .notOnly: """
        pas|ne _3 seul*|uniquement|exclusivement|entierement|seulement|integralement|totalement|exclusive
        """,
        .publicBody: PublicBodies.french,
        .anyBody: "administration*|collectivite*|organisme*|autorite*|commune*|etablissement*",
        .purpose: """
        finalite*
        objectif*
        pour|a objet|but|finalite
        vise|visent|visant|viser
        sert|servent|servant
        destine*
        permet|permettent|permettant|permettre
        afin
        qui|pour|afin|et|il|elle _2 calcul*|determin*|attribu*|classe*|reparti*|affecte*|evalu*|estim*|verifi*|fixe*|etabli*|identifi*|detect*|propos*|choisi*|ordonn*|prioris*|instrui*|selectionn*|trie*|design*|aide*|repere*|oriente*|liquide*|partage*|apprecie*|distribue*
        ayant _2 objet|but
        """,
        .rules: """
        regle*
        caracteristique* _3 mise|oeuvre|application|principale*
        principale* caracteristique*
        fonctionnement
        modalite* _2 calcul|traitement*|attribution|classement
        logique
        methode* _1 calcul
        critere*
        maniere|facon|comment _5 calcul*|applique*|traite*|mis|mise|utilise*|examine*
        """,
        .statutoryRules: """
        regle* _4 defini*
        regle* _4 traitement*
        regle* _3 caracteristiques
        caracteristique* _4 mise|application
        regle* _4 algorit*
        regle* _1 calcul
        regle* _6 appliqu*|utilis*|suivi*
        principale* caracteristique*
        maniere|facon _6 appliqu*|joue*|traite*
        fonctionnement _3 algorit*|traitement*
        comment _4 algorit*|traitement*
        """,
        .obtain: """
        droit
        obten*|obtien*
        demand*
        communiqu*|communication*|communicab*
        recevoir|recev*
        acces|acceder
        connaitre|connaissance
        consult*
        sollicit*
        transmi*|transmet*
        explication*|expliqu*
        remis|remise*|fourni*
        prendre
        """,
        .contact: """
        <email>
        <fillContact>
        <url>
        adress*
        ecriv*|ecrire|ecrit
        courrier*|courriel*|mail|email|mel
        formulaire*
        guichet*|accueil
        telephon*|tel
        contact*
        joindre|joignable
        presentant|presentez
        teleservice|rubrique|messagerie
        """,
        .cada: """
        cada
        commission _2 acces _2 documents administratifs
        """,
        .contribution: """
        entierement|integralement|totalement|completement|exclusivement|partiellement automatis*|automatique*|calcule*
        sans|aucune|aucun|apres|avec _2 intervention _2 humaine|agent*
        intervention _1 humaine
        aide _1 decision|instruction
        dernier mot
        decision _1 finale|definitive
        agent*|instructeur*|instructrice*|conseiller*|conseillere*|commission|jury|elus|directeur|directrice|responsable|medecin|maire|gestionnaire*|inspecteur*|humain|chef|service|president|presidente|travailleur* _8 verifi*|decid*|examin*|valid*|control*|tranch*|reste*|confirm*|modif*|arrete*|statu*|ecart*|relit|relu*|prend*|prononce*|reexamin*|instrui*
        verifi*|decid*|examin*|valid*|control*|tranch*|confirm*|modif*|relue|prise _4 agent*|instructeur*|instructrice*|conseiller*|commission|jury|humain*|gestionnaire*
        niveau|degre _2 automatisation|contribution|automatis*
        mode _2 contribution
        semi automati*
        propose|proposition* _8 agent*|commission|jury
        aucun agent
        ne _1 prend _2 decision
        decision* _3 automatis*|automatique*
        seul* fondement
        seul* _1 algorit*|traitement*
        automatiquement
        part _3 decision
        """,
        .data: """
        donnees _8 trait*|utilis*|prises|declar*|transmi*|fourni*|saisi*|provien*|issu*|collect*|exploit*|suivantes|entree|recueilli*|mobilis*|source*|viennent|sont
        trait*|utilis*|exploit*|crois*|mobilis*|reprend*|repos*|compar* _4 donnees|informations
        source* _2 donnees
        prend|prennent|pris|prise|prises|prenant _1 compte
        tien*|tenant compte
        partir _5 donnees|informations|revenu*|voeux|notes|declar*|dossier|adresse
        informations _8 declar*|fourni*|saisi*|transmi*|utilis*|traite*
        donnees traitees|entree|utilisees|source*
        """,
        .parameters: """
        <number>|<fill> _1 point*
        <number> <percent>
        <percent>
        coefficient*|ponder*|poids|bareme* _5 <number>
        <number> _2 coefficient*|poids
        seuil*|plafond*|plancher*|taux|limite _6 <number>
        point* _4 <number>
        multipli* _3 par <number>
        """,
        .operations: """
        additionne|additionnent|additionnes|additionnees|ajoutes|ajoutee|ajoute
        multiplie|multiplient|multiplies|multipliee|multipliees
        divise|divisee|divises|divisent
        compare|comparee|compares|comparent|comparees
        compte|comptes|comptees
        trie|tries|triees|classes|classees|ordonnes|ordonnees
        arrondi*
        pondere|ponderes|ponderees
        operation* _3 effectue*|realise*|traitement*|suivantes
        appliqu* _4 bareme|coefficient*|regle*|formule|taux
        rapproche|croise|rapprochees|croisees|rapproches|croises
        attribu*|additionne*|donne*|compte* _4 points
        tirage* _1 sort
        agreg*
        moyenne*
        soustrai*
        somme _2 points|revenu*|coefficients|notes
        calcul* _3 score|note|distance*|quotient|moyenne|somme|total|points
        """,
        .publication: """
        code* source*
        depot
        publie|publies|publiee|publiees|publions|publier
        publication _3 algorit*|code|regles
        diffus*
        rend|rendu|rendus|rendue|rendues public*|publics
        voici
        cette page
        regle* _3 decrites|presentees|exposees|publiees|expliquees|detaillees
        implement*
        code* _3 calcul*
        """,
        .publishedAlgorithms: "algorithmes publics _2 codes|implementes|ecrits",
        .program: """
        code|codes
        programme
        module
        regles
        algorit*
        logiciel
        moteur
        """,
        .usedBy: """
        utilis*
        employ*
        exploit*
        applique*|appliquee*
        mis|mise|mises en oeuvre
        en production
        sert|servant|servent
        execute*
        emploie*|emploient
        avec lequel|laquelle|lesquels|lesquelles
        tel|telle|tels|telles que _4 appliqu*|emploie|utilise
        par programme
        chaine _1 production
        """,
        .calculation: """
        calcul* _5 impot*|taxe*|droits|prestation*|aide|aides|allocation*|cotisation*|bourse*|tarif*|quotient|montant*|pension*|prime*|subvention*|dotation*|indemnite*
        avis _1 imposition|impot*
        calcul* _4 cotisation*|tarif|tarifs|reduction*
        fixe|fixent|determine*|calcule* _4 tarif*|montant*|cotisation*|aide|allocation*|impot*|taxe*
        accordee|accorde|attribue|attribuee|refusee|refuse _4 programme|algorit*|regle*
        choisir|selectionner|choisit|selectionne _4 dossier*|demande*|candidat*|subvention*|entreprise*
        regle* _2 calcul|attribution|gestion|priorisation|affectation|departage|classement
        attribution _3 place*|logement*|bourse*|aide*
        affectation _3 eleve*|etudiant*|candidat*|agent*
        liquidation|taxation
        """,
        .inventoryTitle: """
        inventaire*|recensement*|recense*|cartographie|registre*|liste|catalogue*|repertoire* _4 algorit*
        utilise*|emploie|recourt _4 traitements algorit*
        utilise|utilisent|utilises|emploie|emploient|recourt|recourent _2 algorithmes
        inventaire* _3 traitement* _1 automatis*|algorit*
        principa* traitement* algorit*
        traitement* algorit* _3 utilis*|mis|recens*
        algorit* _2 utilises|recenses|repertories|publies
        """,
        .explanation: """
        comment _3 fonctionne* _3 algorit*
        comment _3 algorit* _1 fonctionne*
        fonctionnement _3 algorit*
        algorit* _3 derriere
        """,
        .serviceOf: """
        service|outil|site|application|plateforme|produit|startup _4 lance*|developpe*|propose*|porte*|cree*|edite*|opere*|concu* par
        """,
        .treatment: "traitement* algorit*",
        .citation: """
        311 3 1
        312 1 3
        code _1 relations _3 public _2 administration*
        crpa
        """,
        .explicitMention: """
        mention* explicite*
        mention* _2 algorit*
        mention* legale* _3 algorit*
        """,
        .obligation: """
        doit|doivent|devra|devront|devrait|devraient
        obligation*|obligatoire*
        tenu|tenue|tenus|tenues
        impose|imposent|imposee|imposees
        prevoit|prevoient|prevu*|dispose|disposent
        faut|faudra
        soumis*
        convient
        """,
        .transparency: """
        transparen* _4 algorit*
        algorit* public|publics
        redevabilite* _4 algorit*
        ouverture _3 algorit*
        explicabilite _3 algorit*
        administrat* _3 donnees _2 algorit*
        ethique _3 algorit*
        """,
        .blank: "<blank>",
        .model: """
        modele* _3 mention*|inventaire*|notice*|phrase*|fiche|texte|courrier
        exemple* _2 mention*|formulation*
        mention*|courrier*|lettre* type*
        gabarit|trame
        entre crochets
        formulation* _2 propose*|type*
        """,
        .instruction: """
        completer|remplir|renseigner
        remplac*|adaptez|indiquez|indiquer|precisez|preciser|supprimez|copiez
        """,
        .otherCode: """
        code education|monetaire|travail|securite|entree|urbanisme|sante|commerce|consommation|penal|civil|rural|general|action|propriete|environnement|route
        """,
        .otherMention: """
        mention* explicite* _3 propriete|site|contraire|source|auteur|licence
        mention* contraire
        sauf mention*
        """,
        .privacy: """
        rgpd
        donnees _1 personnelles
        caractere personnel
        responsable _1 traitement
        cookies
        politique _1 confidentialite
        delegue* _1 protection
        cnil
        """,
        .privateFirm: """
        client|clients|cliente*|clientele
        societe|societes
        sas|sarl
        notre|nos plateforme|entreprise|partenaires|produits|offres
        achat*|panier|livraison
        credit|prets|emprunt*
        banque*|assureur*|mutuelle*
        entreprise privee
        marketing|publicit*
        abonne|abonnes|abonnement
        vendeur*|acheteur*
        film*|musique|playlist*
        """,
        .openGovernment: """
        donnees _2 algorit* _3 code*
        algorit* _2 codes _1 sources
        """,
        .plan: """
        feuille* _1 route
        engagement*
        realiser|developper|organiser|systematiser|poursuivre|integrer|contribuer|engager|preparer _2 publication|transparence|ouverture
        """,
        .guide: """
        guide _3 algorit*
        ce|present guide
        """,
        .cryptography: """
        cryptograph*
        chiffrement*
        hachage
        signature* electronique*
        """,
        .fictitious: """
        fictif*|fictive*
        lorem
        donnees _1 demonstration|demo|test
        bidon
        imaginaire*
        inventes|inventees
        """,
        .legalCorpus: """
        legiarti*
        version _1 vigueur
        legifrance
        """,
    ]
}

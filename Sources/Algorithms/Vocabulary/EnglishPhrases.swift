// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// English phrases, by concept; Vocabulary.swift explains the notation.

enum EnglishPhrases {
    static let table: [Concept: String] = [
        .automated: """
        automated|automatic processing|treatment|system*|decision*|calculation*|means|process*|tool*|procedure*|scoring
        computer program*|system*|software
        machine learning
        artificial intelligence
        automatically
        rules engine
        predictive model*
        """,
        .decision: """
        outcome*
        result*
        award*
        ranking*
        allocation*
        assessment*
        refusal*|refused
        """,
        .thisDecision: """
        this|your _2 decision*|award*|claim*|application*|outcome|result*|amount|ranking|score*|request*|allocation|assessment|place|grant|rate|tax|benefit*|letter|notice|rank
        decision _2 about|concerning you
        """,
        .addressed: """
        you|your
        applicant*|claimant*
        person* _1 concerned
        """,
        .basis: """
        made|taken|based|basis|using|used|help|calculated|produced|generated|supported|prepared|assisted|involve*|determined|reached|by|from|means|computed
        """,
        .formula: """
        basis _4 algorit*
        decision* _5 algorithmic processing|treatment
        decision* _6 by|with _3 algorit*
        """,
        .general: """
        any|every|each|all _3 decision*
        individual decisions
        your organisation|organization|administration|department|team
        """,
        .negation: """
        no|without _2 algorit*
        not _4 algorit*
        no automated|automatic
        """,
        .notOnly: """
        not _2 only|solely|entirely|fully|alone|exclusively
        """,
        .publicBody: PublicBodies.english,
        .anyBody: "administration*|public body|bodies|authority|authorities|institution*",
        .purpose: """
        purpose*
        aim|aims|aimed
        in order to
        to|it|that|which|and calculate*|determine*|allocate*|rank*|assign*|decide*|assess*|estimate*|identif*|select*|prioriti*|set|sets|compute*|check*|work|works|help*|detect*|give*|distribute*|share*|sort*
        goal*|objective*
        used to|for
        designed|intended to
        serves
        """,
        .rules: """
        rule|rules
        main|principal|key feature*|characteristic*
        logic
        how _4 work*|applied|used|calculated|reached|made|computed
        criteria
        """,
        .statutoryRules: """
        rules _4 defin*|govern*|describ*
        rules _4 algorit*|processing|treatment|calculation
        main|principal|key feature*|characteristic*
        how _3 algorit*
        how _4 applied
        """,
        .obtain: """
        right
        obtain*
        request*
        ask|asking|asked
        receive
        copy
        access
        disclos*
        entitled
        explain*|explanation*
        communicat*
        available _2 request|demand
        """,
        .contact: """
        write|writing
        address*
        form
        phone|call
        desk|counter
        contact*
        post
        """,
        .cada: """
        commission _3 access _3 administrative documents
        """,
        .contribution: """
        fully|entirely|solely|wholly|partly|partially automat*
        without|no _2 human
        human _1 intervention|review|oversight|decision*|control|involvement|check*
        final decision|say
        last word
        officer*|caseworker*|adviser*|advisor*|staff|human*|panel|committee|servant*|agent*|clerk*|board|inspector*|headteacher|doctor|official* _6 decid*|decision|check*|review*|confirm*|make*|take*|change*|overrul*|set|approv*|judg*
        decid*|check*|review*|confirm*|made|taken|approv* _4 officer*|caseworker*|adviser*|advisor*|human*|panel|committee|clerk*|official*
        decision support|aid
        level|degree _3 automation|contribution|automated
        supports|assists _3 decision*
        fully automatic
        automatically
        """,
        .data: """
        data _8 used|processed|come|comes|from|collected|taken|declared|provided|supplied|sources
        uses|processes|using|processing|use|combines|takes|reads _5 data|information|income
        input data
        dataset*
        takes|taken|taking _2 account
        data source*
        information _5 provided|declared|supplied|gave|used
        """,
        .parameters: """
        weight*|coefficient*|threshold*|ceiling|cap|limit _6 <number>
        <number> <percent>
        """,
        .operations: """
        adds|added|sums|summed
        multipl*
        divide*
        compares|compared|comparing
        sorted|ordered by
        rounded
        averag*
        applies|applied|apply _4 rule*|scale|formula|rate*|coefficient*
        matches|matched
        operation* _2 carried|performed
        calculat*|comput* _4 score|distance*|total|sum|average|quotient|points
        gives|awards|assigns _3 points
        drawing|draw lots
        """,
        .publication: """
        source code
        repository|repo
        published|publishes|publish
        implement*
        coded up
        described _3 page|here
        """,
        .publishedAlgorithms: "public algorithms _2 coded|implemented|written",
        .program: "code|program|programme|rules|algorithm|algorithms|model|engine",
        .usedBy: """
        with which
        used|uses|use
        run|runs
        operated|operates
        applied|applies
        in production
        deployed
        """,
        .calculation: """
        tax|taxes|benefit*|allowance*|pension*|grant* _2 computation*|calculation*|calculator*|rules
        calculat*|comput* _5 tax|taxes|benefit*|allowance*|pension*|grant*|allocation*
        eligibility
        allocation _2 places|housing|pupils|students
        """,
        .inventoryTitle: """
        algorit* _2 inventory|register|registry|list
        inventory|register|registry|list|catalogue _4 algorit*
        algorithms _2 used|use|operated
        list|inventory algorithms
        """,
        .explanation: """
        about _2 algorit*
        how _4 algorit* _1 work*
        algorit* _2 behind
        """,
        .serviceOf: """
        service|tool|site|website|application|platform _4 launched|developed|offered|built|run|operated|created|provided by
        """,
        .treatment: "algorithmic treatment*",
        .citation: """
        code relations between public _2 administration
        """,
        .explicitMention: """
        explicit mention*|notice*
        """,
        .obligation: """
        must|shall|obliged
        obligation*
        require*|mandat*
        """,
        .transparency: """
        algorithmic transparency|accountability
        transparen* _3 algorit*
        public algorithms
        algorithm register
        """,
        .registerName: """
        algorithmic transparency recording standard
        algorithmic transparency record*
        atrs
        ai register
        algorithm register
        """,
        .model: """
        model notice|mention|wording|text
        sample|template|example _2 notice|mention|text|wording|record
        square brackets
        replace _4 bracket*|placeholder*
        template
        notes _2 completion
        """,
        .instruction: """
        fill in
        complete* _3 table|section*|field*|template
        replace
        """,
        .otherMention: """
        explicit mention* _3 property|site|source|licence|license
        unless _4 explicit*
        """,
        .privacy: """
        gdpr
        personal data
        privacy policy|notice|statement
        data controller
        profiling
        """,
        .privateFirm: """
        customer*
        company|companies
        ltd|llc|inc|gmbh
        loan*|lender*|mortgage*|insurer*|credit
        merchant*|seller*|buyer*|shop|store
        subscriber*|advertis*
        movie*|playlist*
        """,
        .plan: "roadmap\nroad map",
        .guide: "this guide",
        .interface: """
        all uris
        http request
        """,
        .cryptography: """
        encrypt*
        cipher*
        hash|hashing|hashes
        signature algorit*
        """,
        .fictitious: """
        fictitious|fictional|fake|dummy
        made up
        demo data
        placeholder data
        """,
        .empty: "<empty>",
        .schema: """
        ^ schema
        ^ properties
        ^ required
        additionalproperties
        """,
    ]
}

enum DutchPhrases {
    static let table: [Concept: String] = [
        .automated: """
        geautomatiseerd*
        kunstmatige intelligentie
        """,
        .decision: """
        besluit*
        beschikking*
        beslissing*
        """,
        .thisDecision: """
        dit|deze|uw _1 besluit*|beschikking*|beslissing*|aanvraag
        """,
        .addressed: "uw",
        .basis: "op basis|met behulp|door|gebruik*",
        .publicBody: PublicBodies.dutch,
        .purpose: """
        doel*
        om te
        bedoeld
        """,
        .rules: "regels|werking|beslisregels",
        .contribution: """
        menselijke tussenkomst|controle
        neemt _3 besluit*|beslissing*
        medewerker*|ambtenaar*|behandelaar* _6 besl*|beoordel*|control*|neemt|blijft
        adviseert|ondersteunt
        mate _3 automatisering
        """,
        .data: """
        gegevens
        brondata|databronnen|datasets
        """,
        .parameters: "gewicht*|drempel*|weging|grens* _4 <number>",
        .operations: "berekent|vergelijkt|sorteert|telt|toetst|rangschikt|optellen|vermenigvuldig*",
        .publication: "broncode|repository|openbaar*|gepubliceerd*\ndeze code\ncode _3 hier|zodat",
        .usedBy: "gebruikt|gebruiken|ingezet|toegepast|past",
        .calculation: "beslisregels|regels|toekenning|vergunning*|ontheffing*|toeslag*|uitkering*",
        .inventoryTitle: "overzicht _3 algorit*\nlijst _3 algorit*",
        .obligation: "moet|moeten|verplicht*",
        .anyBody: "overheidsorganisatie*|bestuursorgaan",
        .program: "code|regels|algoritme|beslisregels",
        .registerName: "algoritmeregister\nalgoritmekader",
        .transparency: "algoritmeregister\ntransparant* _3 algorit*",
        .fictitious: "fictie*|verzonnen|voorbeelddata",
    ]
}

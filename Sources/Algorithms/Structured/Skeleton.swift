// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// What `codescan algorithms init` writes: every field, with what it is for; those that are not required are commented out.

extension AlgorithmsFile {
    /// A commented algorithms.yml that is valid as it stands.
    public static let skeleton = """
        # The public algorithms of this repository: the fields of the French national template for inventories
        # (CRPA, L.312-1-3, R.311-3-1-1, R.311-3-1-2). Keep this file at the root or in docs/.
        # Fill in the values, take away the “#” before the lines you can answer, delete the others.
        # “codescan algorithms mention” prints the mention for your decisions from it.

        administration:
          name: Name of the administration
          # service: Service in charge
          # contact: Where people ask for the rules – an e-mail address, a form, a postal address
          # updated: 2026-01-31

        algorithms:
          - name: Name of the algorithm
            # The algorithm and the decision
            purpose: What it is for
            # context: The policy it serves
            # decision: How and when it enters the decision
            # automation: full          # full, partial or support
            # legalBasis: [The text it applies]
            # resources: [https://example.org/documentation]

            # The impact
            # decisionsPerYear: 1000
            # reach: external           # external or internal
            # peopleConcerned: [Who receives the decisions]
            # impactResources: [https://example.org/assessment]

            # The inner working
            # data: [What is processed]
            # dataSources: [Where each comes from]
            # dataCollection: How data are collected
            # kind: rules               # rules or learning
            # operations: [What is done with the data]
            # parameters: [Thresholds, weights, coefficients]
            # sourceCode: [https://example.org/code]

        """
}

// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The fields of the published table that codescan reads, by their exact names; the four it fills in are apart.

/// A field of the source-code column, the only ones that are ever edited.
public enum SourceCodeField: String, Sendable, Codable, CaseIterable {
    /// Who answers for the code.
    case producer = "Producteur_Code_Source"
    /// One of `CodeStatus`, as people write it.
    case status = "Statut_Code_Source"
    /// Where the code is: a repository, an organisation or group, a file in a repository; several at times.
    case url = "URL_Code_Source"
    /// When it is expected.
    case expectedDate = "Date_estimee_Code_Source"
}

/// A field that says what a commitment is; other people's, and only read.
public enum CommitmentField: String, Sendable, CaseIterable {
    /// What is to be opened.
    case title = "Titre"
    /// Kinds of opening: any of Téléchargement, API, Code source.
    case type = "Type"
    /// The ministry or body.
    case producer = "Producteur"
}

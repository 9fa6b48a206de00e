// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// Why the operating system refused. Its own French needs a locale that few servers and no container have.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension Bilingual {
    /// What `errno` means, as glibc says it; in the system's English where there is no French for it here.
    public init(systemError code: Int32 = errno) {
        let words = String(cString: strerror(code))
        self.init(words, Self.french[code] ?? words)
    }

    private static let french: [Int32: String] = [
        EPERM: "opération non permise", ENOENT: "aucun fichier ou dossier de ce nom", EIO: "erreur d’entrée/sortie",
        EACCES: "permission non accordée", EEXIST: "le fichier existe", ENOTDIR: "n’est pas un dossier",
        EISDIR: "est un dossier", EMFILE: "trop de fichiers ouverts", ENFILE: "trop de fichiers ouverts",
        EFBIG: "fichier trop grand", ENOSPC: "aucun espace disponible sur le disque",
        EROFS: "système de fichiers en lecture seule", EPIPE: "relais brisé (pipe)", ELOOP: "trop de liens symboliques",
        ENAMETOOLONG: "nom de fichier trop long", EDQUOT: "quota de disque dépassé", ENOMEM: "mémoire insuffisante",
        EBUSY: "occupé", ENXIO: "aucun périphérique de ce nom", ESTALE: "fichier réseau périmé",
    ]
}

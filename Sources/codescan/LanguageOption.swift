// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The language of what people read: an option of every command that speaks to them.

import ArgumentParser
import Inventory
import Languages

struct LanguageOption: ParsableArguments {
    @Option(help: "The language of words and explanations, fr or en. (default: the locale's)")
    var lang: Language?

    var language: Language { lang ?? Environment.language }
}

extension Language: ExpressibleByArgument {}

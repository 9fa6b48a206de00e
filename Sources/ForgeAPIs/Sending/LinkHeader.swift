// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// The field by which forges say where the next page is (RFC 8288): `<https://…?page=2>; rel="next", <…>; rel="last"`.

import HTTP

extension HTTPResponse {
    /// What the answer says is next, by path and query alone: a forge behind a proxy often believes itself to be at
    /// another host, and no other host is asked. Nil where it says nothing, or leads out of `root`.
    func nextTarget(under root: String) -> String? {
        for link in (headers["Link"] ?? "").split(separator: "<") {
            let parts = link.split(separator: ">", maxSplits: 1)
            guard parts.count == 2, Self.isNext(parts[1]) else { continue }
            let text = String(parts[0])
            let target = text.hasPrefix("/") ? text : HTTPURL(text)?.target
            return target.flatMap { $0.hasPrefix(root) ? $0 : nil }
        }
        return nil
    }

    private static func isNext(_ parameters: Substring) -> Bool {
        parameters.split(whereSeparator: { ";,".contains($0) }).contains { parameter in
            let text = parameter.lowercased().filter { !$0.isWhitespace && $0 != "\"" }
            return text == "rel=next"
        }
    }
}

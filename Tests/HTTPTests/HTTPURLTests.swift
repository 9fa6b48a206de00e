// SPDX-FileCopyrightText: 2026 codescan contributors
// SPDX-License-Identifier: EUPL-1.2

// An address is read in one way only.

import Testing

@testable import HTTP

@Suite("Addresses of the web")
struct HTTPURLTests {
    @Test(
        "an address has a server and a target",
        arguments: [
            ("https://forge.example.org", "https://forge.example.org/"),
            ("https://Forge.Example.ORG/API?q=A", "https://forge.example.org/API?q=A"),
            ("HTTPS://forge.example.org:443/", "https://forge.example.org/"),
            ("http://localhost:8080/a/b?c#d", "http://localhost:8080/a/b?c"),
            ("https://[2001:db8::1]:8443/x", "https://[2001:db8::1]:8443/x"),
            ("https://forge.example.org?page=2", "https://forge.example.org/?page=2"),
        ])
    func reads(text: String, whole: String) throws {
        #expect(try #require(HTTPURL(text)).text == whole)
    }

    @Test(
        "what programs read differently is no address",
        arguments: [
            "", "forge.example.org", "ftp://forge.example.org/", "https:///path", "https://",
            "https://user@forge.example.org/", "https://user:secret@forge.example.org/",
            "https://forge.example.org\\@evil/",
            "https://forge.example.org/a b", "https://forge.example.org/\r\nHost: evil", "https://forge.example.org:0/",
            "https://forge.example.org:99999/", "https://forge.example.org:443x/", "https://forgé.example.org/",
            "https://forge.example.org/é", "https://[2001:db8::1", "https://[not-an-address]/",
            "https://forge.example.org/\u{0}",
            "file:///etc/passwd", "https://a%2fb/",
        ])
    func refuses(text: String) {
        #expect(HTTPURL(text) == nil)
    }

    @Test("people are not shown the query, which may hold a secret")
    func hidesQuery() throws {
        let url = try #require(HTTPURL("https://forge.example.org/api?private_token=secret"))
        #expect(url.description == "https://forge.example.org/api")
    }

    @Test(
        "a reference is resolved against the address it was found at",
        arguments: [
            ("/x", "https://h.example/x"), ("y?q", "https://h.example/a/y?q"),
            ("?page=2", "https://h.example/a/b?page=2"),
            ("//other.example/z", "https://other.example/z"), ("http://other.example/", "http://other.example/"),
            ("/x#part", "https://h.example/x"), ("/a:b", "https://h.example/a:b"),
        ])
    func resolves(reference: String, whole: String) throws {
        let base = try #require(HTTPURL("https://h.example/a/b?c"))
        #expect(base.resolving(reference)?.text == whole)
    }

    @Test(
        "a reference to something else than the web leads nowhere",
        arguments: ["file:///etc/passwd", "javascript:x", ""])
    func resolvesNothing(reference: String) throws {
        #expect(try #require(HTTPURL("https://h.example/")).resolving(reference) == nil)
    }

    @Test(
        "this machine is known by its names",
        arguments: [
            ("https://localhost:1/", true), ("http://127.0.0.1/", true), ("http://127.1.2.3/", true),
            ("http://[::1]/", true),
            ("http://127.0.0.1.example.org/", false), ("http://localhost.example.org/", false),
            ("http://10.0.0.1/", false),
            ("http://127.0.0.256/", false),
        ])
    func knowsLoopback(text: String, isLoopback: Bool) throws {
        #expect(try #require(HTTPURL(text)).origin.isLoopback == isLoopback)
    }
}

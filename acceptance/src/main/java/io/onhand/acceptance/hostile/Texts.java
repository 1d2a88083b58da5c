package io.onhand.acceptance.hostile;

import java.util.List;
import java.util.Random;

/** Texts that programs trip over. */
final class Texts {
    /** What the database cannot hold: refused everywhere. */
    static final List<String> NOT_STORABLE =
            List.of("a\u0000b", "\u0000", "\uD83D", "x\uDE00y", "\uDE00\uD83D", "\uD83D\uD83D\uDE00");

    /** Odd, but text all the same. */
    static final List<String> ODD = List.of(
            "",
            " ",
            "\t\n",
            "\u00a0\u3000",
            "\u0001\u0007\u001b[31m\u007f",
            "\u0085\u2028\u2029",
            "\u202Egnirts",
            "\uFEFFtext",
            "\uFFFE\uFFFF",
            "e\u0301\u0301\u0301\u0301\u0301\u0301",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "한글 テキスト العربية",
            "１２３",
            "' or 1=1 --",
            "\"; drop table sku; --",
            "\\u0000",
            "%00%0a%0d",
            "${jndi:ldap://127.0.0.1/a}",
            "#{7*7}{{7*7}}<%= 7*7 %>",
            "<script>alert(1)</script>",
            "../../../../etc/passwd",
            "=cmd|' /C calc'!A0",
            "null",
            "undefined",
            "NaN",
            "true",
            "-1",
            "1e999",
            "0x10",
            "2026-02-30T25:61:61Z",
            "2026-08-03T21:14:08",
            "-999999999-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59Z",
            "9999-12-31T23:59:59.999999999-18:00",
            "0000-00-00T00:00:00Z",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "1-1-1-1-1",
            "İstanbul ı ß ﬁ",
            "a".repeat(301),
            "\uD83D\uDE00".repeat(300),
            "a".repeat(90_000));

    /** Parts of an address, as they go over the wire. */
    static final List<String> ADDRESS = List.of(
            "",
            "%20",
            ".",
            "..",
            "%2e%2e%2f%2e%2e",
            "%2F",
            "%5C",
            "a%00b",
            "%C0%80",
            "%ff%fe",
            "%ED%A0%80",
            "%F0%9F%98%80",
            "%E2%80%AE",
            "%0d%0aX-Injected:%20yes",
            "%",
            "%zz",
            "%u0041",
            "a;b=c",
            ";jsessionid=1",
            "a%3Bb",
            "a%3Fb%23c",
            "'%20or%201=1%20--",
            "%22%3B%20drop%20table%20sku",
            "-1",
            "0",
            "1e9",
            "99999999999999999999",
            "1.5",
            "true",
            "null",
            "%7B%22a%22%3A1%7D",
            "[]",
            "{id}",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "0198c2a4-8a57-7c3e-b6b1-0f2d6f4f5a10%20",
            "2026-02-30T25:61:61Z",
            "+1000000000-12-31T23:59:59Z",
            "x".repeat(400),
            "%F0%9F%98%80".repeat(100),
            "y".repeat(3_000));

    private Texts() {}

    static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}

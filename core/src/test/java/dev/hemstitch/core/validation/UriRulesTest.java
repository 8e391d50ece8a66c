package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UriRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.ts",
                "../a/./b;v=1,2.ts?x=1&y=/?#frag/?",
                "//host/a",
                "data:application/json;base64,AAA=",
                "skd://twelve",
                "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66",
                "http://user:pw@[2001:db8::1]:8080/a",
                "Manifest(video,format=m3u8-aapl)",
                "./10:30",
                "a/10:30",
                "?a=b:c",
                "%c3%A9",
                "a\u0001b"
            })
    void a_reference_is_let_pass(String uri) {
        assertThat(UriSyntax.problem(uri)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "a|b",
                "{a}",
                "a\\b",
                "a^b",
                "a`b",
                "a<b>",
                "a\"b",
                "é",
                "%",
                "%4",
                "%4g",
                "a#b#c",
                "1:2",
                "video=3:x",
                ":a",
                "a[0]",
                "http://h/[a]",
                "\ud83d\ude00"
            })
    void what_the_grammar_forbids_is_told(String uri) {
        assertThat(UriSyntax.problem(uri)).isPresent();
    }
}

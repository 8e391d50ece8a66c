package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionRulesTest {
    @Test
    void an_empty_value_is_a_value_for_the_form_of_the_tag() {
        assertThat(MultivariantFindings.linesOf("SESSION_DATA_FORM", "#EXT-X-SESSION-DATA:DATA-ID=\"a\",VALUE=\"\""))
                .isEmpty();
    }

    @Test
    void data_of_one_id_differ_in_their_language() {
        assertThat(MultivariantFindings.linesOf(
                        "DUPLICATE_SESSION_DATA",
                        "#EXT-X-DEFINE:NAME=\"v\",VALUE=\"a\"",
                        "#EXT-X-SESSION-DATA:DATA-ID=\"a\",VALUE=\"1\"",
                        "#EXT-X-SESSION-DATA:DATA-ID=\"a\",VALUE=\"1\",LANGUAGE=\"en\"",
                        "#EXT-X-SESSION-DATA:DATA-ID=\"b\",VALUE=\"1\"",
                        "#EXT-X-SESSION-DATA:DATA-ID=\"{$v}\",URI=\"u\"",
                        "#EXT-X-SESSION-DATA:VALUE=\"1\"",
                        "#EXT-X-SESSION-DATA:VALUE=\"1\""))
                .containsExactly("5");
    }

    @Test
    void session_keys_are_the_same_if_all_that_they_say_is() {
        assertThat(MultivariantFindings.linesOf(
                        "DUPLICATE_SESSION_KEY",
                        "#EXT-X-SESSION-KEY:METHOD=AES-128,URI=\"k\",IV=0xAB",
                        "#EXT-X-SESSION-KEY:METHOD=SAMPLE-AES,URI=\"k\",IV=0xAB",
                        "#EXT-X-SESSION-KEY:METHOD=AES-128,URI=\"k\",IV=0XAB,KEYFORMATVERSIONS=\"1/2\"",
                        "#EXT-X-SESSION-KEY:IV=0Xab,URI=\"k\",METHOD=AES-128,KEYFORMATVERSIONS=\"1\"",
                        "#EXT-X-SESSION-KEY:METHOD=NONE",
                        "#EXT-X-SESSION-KEY:METHOD=NONE",
                        "#EXT-X-SESSION-KEY:URI=\"k\"",
                        "#EXT-X-SESSION-KEY:URI=\"k\""))
                .containsExactly("4");
    }
}

package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextRulesTest {
    @Test
    void tabs_that_the_specification_asks_for_or_that_are_all_of_a_title_are_allowed() {
        assertThat(Found.of(
                        DiagnosticCode.CONTROL_CHARACTER,
                        "#EXTM3U",
                        "#EXT-X-TARGETDURATION:6",
                        "#EXT-X-SKIP:SKIPPED-SEGMENTS=3,RECENTLY-REMOVED-DATERANGES=\"a\tb\"",
                        "#EXTINF:6,\t",
                        "a.ts",
                        "#EXTINF:6,Title\t",
                        "b.ts\t"))
                .isEmpty();
    }

    @Test
    void a_tab_within_text_is_a_control_character() {
        assertThat(Found.of(
                        DiagnosticCode.CONTROL_CHARACTER,
                        "#EXTM3U",
                        "#EXT-X-TARGETDURATION:6",
                        "#EXT-X-KEY:METHOD=AES-128,URI=\"a\tb\"",
                        "#EXT-X-CUE-OUT:a\tb",
                        "#EXTINF:6,a",
                        "a\tb.ts"))
                .containsExactly("3:27", "4:17", "6:2");
    }

    @Test
    void columns_count_bytes() {
        assertThat(Found.of(DiagnosticCode.CONTROL_CHARACTER, "#EXTM3U", "# é\u20ac\u0001", "#EXT-X-TARGETDURATION:6"))
                .containsExactly("2:8");
    }

    @Test
    void a_carriage_return_is_bare_wherever_no_line_feed_follows() {
        assertThat(Found.of(
                        DiagnosticCode.BARE_CARRIAGE_RETURN,
                        "#EXTM3U\r",
                        "#EXT-X-TARGETDURATION:6\r\r",
                        "# a\rb\rc",
                        "#\r"))
                .containsExactly("2:24", "3:4");
    }

    @Test
    void a_bare_carriage_return_is_neither_white_space_nor_another_control_character() {
        assertThat(Found.of(DiagnosticCode.CONTROL_CHARACTER, "#EXTM3U", "# a\rb"))
                .isEmpty();
        assertThat(Found.of(DiagnosticCode.UNEXPECTED_WHITESPACE, "#EXTM3U", "#EXT-X-ENDLIST\r\r"))
                .isEmpty();
    }

    @Test
    void a_mark_that_begins_behind_a_thousand_characters_is_found() {
        String letters = "e".repeat(1_500);
        assertThat(Found.of(DiagnosticCode.NOT_NORMALIZED, "#EXTM3U", "#" + letters + "\u0301"))
                .containsExactly("2:1501");
    }

    @Test
    void a_long_row_of_combining_marks_takes_no_long_time() {
        String marks = "\u0315\u0300".repeat(200_000);
        assertThat(Found.of(DiagnosticCode.NOT_NORMALIZED, "#EXTM3U", "# a" + marks))
                .isNotEmpty();
    }

    @Test
    void a_comment_in_small_letters_is_no_lost_tag_unless_such_a_tag_exists() {
        assertThat(Found.of(
                        DiagnosticCode.TAG_IN_OTHER_CASE,
                        "#EXTM3U",
                        "#extinf:6,",
                        "#ext-x-my-own",
                        "#external",
                        "#ExtM3U",
                        "#EXT-x-key:METHOD=NONE",
                        "#ext"))
                .containsExactly("2:1", "5:1", "6:1");
    }

    @Test
    void names_of_tags_do_not_depend_on_the_locale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Found.of(DiagnosticCode.TAG_IN_OTHER_CASE, "#EXTM3U", "#extinf:6,"))
                    .containsExactly("2:1");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_lost_tag_is_not_told_as_an_unknown_one_too() {
        assertThat(Found.of(DiagnosticCode.UNKNOWN_NAME, "#EXTM3U", "#EXT-X-Key:METHOD=NONE"))
                .isEmpty();
    }

    @Test
    void tags_for_metadata_say_that_it_is_a_media_playlist() {
        assertThat(Found.of(DiagnosticCode.NO_PLAYLIST_KIND, "#EXTM3U", "#EXT-X-SKIP:SKIPPED-SEGMENTS=3"))
                .isEmpty();
        assertThat(Found.of(DiagnosticCode.NO_PLAYLIST_KIND, "#EXTM3U", "#EXT-X-CUE-IN"))
                .containsExactly("1:1");
    }
}

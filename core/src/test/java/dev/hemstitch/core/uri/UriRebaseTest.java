package dev.hemstitch.core.uri;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UriRebaseTest {
    @ParameterizedTest
    @CsvSource({
        "https://a/x/m.m3u8, https://a/y/m.m3u8, s/1.ts, ../x/s/1.ts",
        "https://a/x/m.m3u8, https://b/y/m.m3u8, s/1.ts, https://a/x/s/1.ts",
        "https://a/x/m.m3u8, https://a/x/n.m3u8, s/1.ts, s/1.ts",
        "https://a/x/m.m3u8, https://a/x/n.m3u8, ?q=1, m.m3u8?q=1",
        "https://a/x/m.m3u8, https://a/y/m.m3u8, https://c/1.ts, https://c/1.ts",
        "https://a/x/m.m3u8, https://a/y/m.m3u8, /r/1.ts, ../r/1.ts",
    })
    void a_reference_reaches_the_same_target_from_the_new_place(
            String from, String to, String reference, String there) {
        String moved = new UriRebase(from, to).apply(reference);

        assertThat(moved).isEqualTo(there);
        assertThat(UriReferences.resolve(to, moved)).isEqualTo(UriReferences.resolve(from, reference));
    }

    @Test
    void a_move_to_the_same_place_changes_nothing() {
        UriRebase rebase = new UriRebase("https://a/x/m.m3u8", "https://a/x/m.m3u8");

        assertThat(rebase.isIdentity()).isTrue();
        assertThat(rebase.apply("../weird/./1.ts")).isEqualTo("../weird/./1.ts");
    }

    @Test
    void a_folder_cannot_end_a_line_or_a_quoted_string() {
        String moved = new UriRebase("https://a/x\"\n\r\0/m.m3u8", "https://b/m.m3u8").apply("1.ts");

        assertThat(moved).isEqualTo("https://a/x%22%0A%0D%00/1.ts");
    }
}

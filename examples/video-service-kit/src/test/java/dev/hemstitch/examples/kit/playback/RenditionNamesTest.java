package dev.hemstitch.examples.kit.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RenditionNamesTest {
    @Test
    void fileNamesAreNamesWhereTheyDiffer() {
        assertThat(RenditionNames.of(
                        List.of("video/v180.m3u8", "audio/en.m3u8?key=1", "https://cdn.example/subs.m3u8#x")))
                .containsExactly("v180", "en", "subs");
    }

    @Test
    void pathsAreNamesWhereFileNamesAreTheSame() {
        assertThat(RenditionNames.of(List.of("v180/media.m3u8", "v90/media.m3u8", "v180/iframes.m3u8")))
                .containsExactly("v180-media", "v90-media", "v180-iframes");
    }

    @Test
    void numbersTellApartWhatNothingElseDoes() {
        assertThat(RenditionNames.of(List.of("a.m3u8?x=1", "a.m3u8?x=2", "a+.m3u8", "a_.m3u8")))
                .containsExactly("a", "a-2", "a-", "a_");
        assertThat(RenditionNames.of(List.of("?a", "?b", "multivariant.m3u8")))
                .containsExactly("rendition", "rendition-2", "multivariant-2");
    }

    @Test
    void aNameIsNothingThatCouldLeadElsewhere() {
        assertThat(RenditionNames.of(List.of("../../%2e%2e/x\".m3u8", "é".repeat(500) + ".m3u8")))
                .allMatch(name -> name.matches("[A-Za-z0-9_-]{1,110}"));
    }
}

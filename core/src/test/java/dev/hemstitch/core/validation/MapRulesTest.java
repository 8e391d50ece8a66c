package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapRulesTest {
    private static final String MAP = "#EXT-X-MAP:URI=\"init.mp4\"";

    @ParameterizedTest
    @CsvSource({
        "a.m4s, FRAGMENTED_MP4",
        "a.MP4, FRAGMENTED_MP4",
        "https://h.example/a.b/c.cmfv?x=a.ts#y, FRAGMENTED_MP4",
        "a.cmfa, FRAGMENTED_MP4",
        "a.cmft, FRAGMENTED_MP4",
        "a.m4v, FRAGMENTED_MP4",
        "a.m4a, FRAGMENTED_MP4",
        "a.m4f, FRAGMENTED_MP4",
        "a.ts, OTHER",
        "a.aac?x=.mp4, OTHER",
        "a.vtt, OTHER",
        "a.mp4/segment, UNKNOWN",
        "a.jpg, UNKNOWN",
        "ts, UNKNOWN",
        "segment?file=a.mp4, UNKNOWN",
        "https://h.example, UNKNOWN",
        "'', UNKNOWN",
        ".mp4, FRAGMENTED_MP4",
        "a., UNKNOWN",
    })
    void the_ending_of_the_path_tells_the_container(String uri, Container container) {
        assertThat(Container.of(uri)).isEqualTo(container);
    }

    @Test
    void the_first_segment_without_map_is_told_of() {
        DiagnosticCode code = DiagnosticCode.MISSING_MAP;
        assertThat(MediaFindings.of(code, "#EXTINF:6,", "a.m4s", "#EXTINF:6,", "b.m4s", MAP, "#EXTINF:6,", "c.m4s"))
                .containsExactly("3:1");
        assertThat(MediaFindings.of(code, MAP, "#EXTINF:6,", "a.m4s")).isEmpty();
        assertThat(MediaFindings.of(code, "#EXT-X-GAP", "#EXTINF:6,", "a.m4s")).isEmpty();
        assertThat(MediaFindings.of(code, "#EXT-X-I-FRAMES-ONLY", "#EXTINF:6,", "a.mp4"))
                .isEmpty();
        assertThat(MediaFindings.of(code, "#EXT-X-SKIP:SKIPPED-SEGMENTS=1", "#EXTINF:6,", "a.mp4"))
                .isEmpty();
    }

    @Test
    void a_map_is_encrypted_by_the_keys_before_it_only() {
        DiagnosticCode code = DiagnosticCode.MAP_NEEDS_IV;
        String key = "#EXT-X-KEY:METHOD=AES-128,URI=\"k\"";
        assertThat(MediaFindings.of(code, MAP, key, "#EXTINF:6,", "a.m4s")).isEmpty();
        assertThat(MediaFindings.of(code, key, "#EXTINF:6,", "a.m4s", MAP)).containsExactly("5:1");
        assertThat(MediaFindings.of(code, key, "#EXT-X-KEY:METHOD=NONE", MAP)).isEmpty();
        assertThat(MediaFindings.of(code, key + ",IV=0x1", MAP)).isEmpty();
        assertThat(MediaFindings.of(code, "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"k\"", MAP))
                .isEmpty();
        assertThat(MediaFindings.of(code, key + ",KEYFORMAT=\"a\"", key + ",KEYFORMAT=\"b\",IV=0x1", MAP))
                .isEmpty();
    }

    @Test
    void a_range_that_is_none_is_not_said_to_lack_its_offset() {
        DiagnosticCode code = DiagnosticCode.MAP_RANGE_WITHOUT_OFFSET;
        assertThat(MediaFindings.of(code, "#EXT-X-MAP:URI=\"a\",BYTERANGE=\"10@\""))
                .isEmpty();
        assertThat(MediaFindings.of(code, "#EXT-X-MAP:URI=\"a\",BYTERANGE=10")).containsExactly("2:20");
    }

    @Test
    void a_cipher_for_mp4_only_is_told_of_once_for_each_key() {
        DiagnosticCode code = DiagnosticCode.SAMPLE_AES_CTR_CONTAINER;
        String key = "#EXT-X-KEY:METHOD=SAMPLE-AES-CTR,URI=\"k\"";
        assertThat(MediaFindings.of(code, key, "#EXTINF:6,", "a.ts", "#EXTINF:6,", "b.ts", key, "#EXTINF:6,", "c.ts"))
                .containsExactly("4:1", "9:1");
        assertThat(MediaFindings.of(code, key, "#EXTINF:6,", "a")).isEmpty();
        assertThat(MediaFindings.of(code, key, MAP, "#EXTINF:6,", "a.ts")).isEmpty();
        assertThat(MediaFindings.of(code, "#EXTINF:6,", "a.ts", key)).isEmpty();
    }
}

package dev.hemstitch.core.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.writer.PlaylistWriter;
import org.junit.jupiter.api.Test;

/** The segment that is not yet complete keeps what is in force for its parts, wherever what stands before it came from. */
class OpenSegmentTest {
    private static final String HEADER =
            "#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-TARGETDURATION:6\n#EXT-X-PART-INF:PART-TARGET=2\n#EXT-X-MEDIA-SEQUENCE:100\n";
    private static final String KEY = "#EXT-X-KEY:METHOD=AES-128,URI=\"a.key\"\n";
    private static final String NEXT_KEY = "#EXT-X-KEY:METHOD=AES-128,URI=\"b.key\"\n";
    private static final String MAP = "#EXT-X-MAP:URI=\"init.mp4\"\n";
    private static final String PART = "#EXT-X-PART:DURATION=2,URI=\"3.0.ts\"\n";
    private static final MediaPlaylist AD =
            parsed("#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\nad.ts\n#EXT-X-ENDLIST\n");

    private static MediaPlaylist parsed(String text) {
        return (MediaPlaylist) PlaylistParser.lenient().parse(text);
    }

    private static MediaPlaylist content(String inForce, String beforeParts) {
        return parsed(HEADER + inForce + "#EXTINF:6,\n1.ts\n#EXTINF:6,\n2.ts\n" + beforeParts + PART);
    }

    private static String text(MediaPlaylist playlist) {
        return new String(PlaylistWriter.toBytes(playlist), UTF_8);
    }

    private static String behindLastSegment(MediaPlaylistBuilder builder) {
        String text = text(builder.build());
        int uri = Math.max(text.lastIndexOf("\nad.ts\n"), text.lastIndexOf("\n2.ts\n")) + 1;
        return text.substring(text.indexOf('\n', uri) + 1);
    }

    private static MediaPlaylistBuilder behindAd(MediaPlaylist content) {
        return content.toEmptyBuilder()
                .addSegments(AD, 0, 1, Seam.DISCONTINUITY, DateShift.NONE)
                .openSegmentSeam(Seam.DISCONTINUITY);
    }

    @Test
    void keys_and_map_are_said_again_behind_an_ad() {
        MediaPlaylist content = content(MAP + "#EXT-X-KEY:METHOD=AES-128,URI=\"a.key\",IV=0x01\n", "");

        assertThat(behindLastSegment(behindAd(content)))
                .isEqualTo("#EXT-X-DISCONTINUITY\n" + MAP + "#EXT-X-KEY:METHOD=AES-128,URI=\"a.key\",IV=0x01\n" + PART);
    }

    @Test
    void an_implied_vector_is_written_out_where_its_number_is_another_one() {
        MediaPlaylist content = content(KEY, "");

        assertThat(behindLastSegment(behindAd(content)))
                .isEqualTo("#EXT-X-DISCONTINUITY\n#EXT-X-KEY:METHOD=AES-128,URI=\"a.key\","
                        + "IV=0x00000000000000000000000000000066\n" + PART);
        assertThat(behindLastSegment(content.toBuilder().mediaSequence(200)))
                .isEqualTo("#EXT-X-KEY:METHOD=AES-128,URI=\"a.key\",IV=0x00000000000000000000000000000066\n" + PART);
    }

    @Test
    void a_key_that_begins_with_it_counts_for_it() {
        MediaPlaylist content = content(KEY, NEXT_KEY);

        assertThat(behindLastSegment(content.toBuilder().mediaSequence(200)))
                .isEqualTo("#EXT-X-KEY:METHOD=AES-128,URI=\"b.key\",IV=0x00000000000000000000000000000066\n" + PART);
        assertThat(behindLastSegment(behindAd(content))).contains("b.key").doesNotContain("a.key");
    }

    @Test
    void it_is_not_encrypted_behind_an_ad_that_is() {
        MediaPlaylist ad = parsed("#EXTM3U\n#EXT-X-TARGETDURATION:6\n" + KEY + "#EXTINF:6,\nad.ts\n#EXT-X-ENDLIST\n");
        MediaPlaylistBuilder builder =
                content("", "").toEmptyBuilder().addSegments(ad, 0, 1, Seam.DISCONTINUITY, DateShift.NONE);

        assertThat(behindLastSegment(builder.openSegmentSeam(Seam.DISCONTINUITY)))
                .isEqualTo("#EXT-X-DISCONTINUITY\n#EXT-X-KEY:METHOD=NONE\n" + PART);
    }

    @Test
    void a_discontinuity_of_its_own_stands_there_once() {
        assertThat(behindLastSegment(behindAd(content("", "#EXT-X-DISCONTINUITY\n"))))
                .isEqualTo("#EXT-X-DISCONTINUITY\n" + PART);
    }

    @Test
    void nothing_changes_where_nothing_moved() {
        MediaPlaylist content = content(MAP + KEY, NEXT_KEY);

        assertThat(text(content.toBuilder().build())).isEqualTo(text(content));
        assertThat(behindLastSegment(content.toBuilder().targetDuration(7))).isEqualTo(NEXT_KEY + PART);
    }

    @Test
    void a_seam_without_parts_is_not_written() {
        MediaPlaylist content =
                parsed(HEADER + "#EXTINF:6,\n1.ts\n#EXTINF:6,\n2.ts\n#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"x\"\n");

        assertThat(behindLastSegment(behindAd(content))).isEqualTo("#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"x\"\n");
    }
}

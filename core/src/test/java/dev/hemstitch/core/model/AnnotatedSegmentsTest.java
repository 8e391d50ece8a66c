package dev.hemstitch.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.parser.PlaylistParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Segments with date ranges and unknown tags are known without a look at their lines. */
class AnnotatedSegmentsTest {
    private static final String HEAD = "#EXTM3U\n#EXT-X-TARGETDURATION:6\n";

    private static MediaPlaylist parse(String text) {
        return (MediaPlaylist) PlaylistParser.lenient().parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> annotated(MediaPlaylist playlist) {
        return playlist.annotatedSegments().stream().map(MediaSegment::uri).toList();
    }

    @Test
    void those_with_an_unknown_tag_or_a_date_range_are_found() {
        String text = HEAD
                + "#EXTINF:6,\na.ts\n#EXT-X-CUE-OUT\n#EXTINF:6,\nb.ts\n#EXT-X-DATERANGE:ID=\"x\"\n#EXTINF:6,\nc.ts\n"
                + "#EXTINF:6,\n#EXT-ACME\nd.ts\n#EXTINF:6,\ne.ts\n#EXT-X-CUE-IN\n";
        assertThat(annotated(parse(text))).containsExactly("b.ts", "c.ts", "d.ts");
    }

    @Test
    void comments_dates_and_other_tags_of_the_specification_do_not_count() {
        String text = HEAD + "# comment\n#USP-X-MAP:1\n#EXT-X-DISCONTINUITY\n#EXT-X-KEY:METHOD=NONE\n"
                + "#EXT-X-PROGRAM-DATE-TIME:2026-03-01T10:00:00Z\n#EXTINF:6,\na.ts\n";
        assertThat(annotated(parse(text))).isEmpty();
    }

    @Test
    void what_stands_in_the_header_is_not_the_first_segments() {
        assertThat(annotated(parse("#EXTM3U\n#EXT-ACME\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\na.ts\n")))
                .isEmpty();
        assertThat(annotated(parse("#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXT-ACME\n#EXTINF:6,\na.ts\n")))
                .containsExactly("a.ts");
    }

    @Test
    void it_holds_for_built_edited_and_taken_over_segments() {
        MediaPlaylist read = parse(HEAD + "#EXTINF:6,\na.ts\n#EXT-X-CUE-OUT\n#EXTINF:6,\nb.ts\n#EXTINF:6,\nc.ts\n");
        MediaSegment edited =
                read.segments().get(2).toBuilder().addLine("#EXT-X-CUE-IN").build();
        MediaPlaylist built = read.toEmptyBuilder()
                .addSegments(read.segments().subList(0, 2))
                .addSegment(edited)
                .build();
        assertThat(annotated(built)).containsExactly("b.ts", "c.ts");

        String next = HEAD
                + "#EXT-X-MEDIA-SEQUENCE:1\n#EXT-X-CUE-OUT\n#EXTINF:6,\nb.ts\n#EXTINF:6,\nc.ts\n#EXTINF:6,\nd.ts\n";
        MediaPlaylist taken =
                (MediaPlaylist) PlaylistParser.lenient().parseNext(read, next.getBytes(StandardCharsets.UTF_8));
        assertThat(annotated(taken)).containsExactly("b.ts");
    }
}

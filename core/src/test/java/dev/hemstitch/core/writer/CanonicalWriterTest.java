package dev.hemstitch.core.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.parser.PlaylistParser;
import org.junit.jupiter.api.Test;

class CanonicalWriterTest {
    private static String canonical(String text) {
        return PlaylistWriter.canonical(PlaylistParser.lenient().parse(text)).toString();
    }

    @Test
    void a_media_tag_in_a_multivariant_playlist_stays_behind_the_variants_so_that_the_kind_stays() {
        String mixed = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv.m3u8\n#EXT-X-TARGETDURATION:10\n";
        assertThat(canonical(mixed)).isEqualTo(mixed);
    }

    @Test
    void a_carriage_return_round_a_value_is_white_space_and_goes() {
        String once = canonical("#EXTM3U\n#EXT-X-STREAM-INF:X-A=a\r,BANDWIDTH=1\nv\n");
        assertThat(once).isEqualTo("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1,X-A=a\nv\n");
        assertThat(canonical(once)).isEqualTo(once);
    }

    @Test
    void header_tags_come_in_the_order_of_the_specification_and_attributes_in_its_quoting() {
        assertThat(canonical("\uFEFF#EXTM3U\r\n#EXT-X-TARGETDURATION: 4\r\n\r\n#EXT-X-VERSION:3 \r\n# note\r\n"
                        + "#EXT-X-KEY:URI=k, METHOD=\"AES-128\"\r\n#EXTINF:4\r\na.ts"))
                .isEqualTo("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:4\n# note\n"
                        + "#EXT-X-KEY:METHOD=AES-128,URI=\"k\"\n#EXTINF:4,\na.ts\n");
    }

    @Test
    void lines_that_are_no_tags_of_the_specification_stay_in_the_header_they_stand_in() {
        assertThat(canonical(
                        "#EXTM3U\n# a\n#EXT-X-ACME\n#EXT-X-TARGETDURATION:4\n#EXT-X-VERSION:3\n# b\n#EXTINF:4,\ns\n"))
                .isEqualTo(
                        "#EXTM3U\n#EXT-X-VERSION:3\n# a\n#EXT-X-ACME\n#EXT-X-TARGETDURATION:4\n# b\n#EXTINF:4,\ns\n");
        String first = "# a\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\ns\n";
        assertThat(canonical(canonical(first))).isEqualTo(canonical(first));
    }

    @Test
    void a_header_without_any_tag_is_rendered() {
        String noHeader = "#EXTINF:.,\n#EXTM3U\n#EXTINF:6,\ns\n";
        assertThat(canonical(canonical(noHeader))).isEqualTo(canonical(noHeader));
    }
}

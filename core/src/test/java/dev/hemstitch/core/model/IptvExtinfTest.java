package dev.hemstitch.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.parser.PlaylistParser;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IptvExtinfTest {
    private static final String LIST = "#EXTM3U x-tvg-url=\"http://g.example/a b.xml\" url-tvg=x\n"
            + "#EXTINF:-1 tvg-id=\"a.b\"  tvg-logo=\"http://l.example/?a=1,2\" tvg-shift=2 group-title=\"News, World\",A, B\n"
            + "#EXTGRP:News\n"
            + "#EXTVLCOPT:http-user-agent=x\n"
            + "http://s.example/1\n"
            + "#EXTINF:0,Radio \"1, 2\n"
            + "http://s.example/2\n";

    private static final MediaPlaylist PLAYLIST =
            (MediaPlaylist) PlaylistParser.lenient().parse(LIST);

    private static IptvExtinf entry(String extinf) {
        MediaPlaylist playlist = (MediaPlaylist) PlaylistParser.lenient().parse("#EXTM3U\n#EXTINF:" + extinf + "\na\n");
        return IptvExtinf.of(playlist.segments().get(0)).orElseThrow();
    }

    @Test
    void an_entry_has_its_attributes_and_its_name() {
        IptvExtinf entry = IptvExtinf.of(PLAYLIST.segments().get(0)).orElseThrow();
        assertThat(entry.duration()).contains(new BigDecimal("-1"));
        assertThat(entry.attributes())
                .containsExactly(
                        Map.entry("tvg-id", "a.b"),
                        Map.entry("tvg-logo", "http://l.example/?a=1,2"),
                        Map.entry("tvg-shift", "2"),
                        Map.entry("group-title", "News, World"));
        assertThat(entry.name()).isEqualTo("A, B");
        assertThat(PLAYLIST.segments().get(0).title()).contains("A, B");
        assertThat(PLAYLIST.segments().get(0).duration()).isZero();
        assertThat(PLAYLIST).hasToString(LIST);
    }

    @Test
    void the_list_has_attributes_too() {
        assertThat(IptvExtinf.ofList(PLAYLIST))
                .containsEntry("x-tvg-url", "http://g.example/a b.xml")
                .containsEntry("url-tvg", "x")
                .hasSize(2);
        assertThat(IptvExtinf.ofList(MultivariantPlaylist.builder().build())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "6.000,Title, with comma | {}                    | Title, with comma",
                "-1 ,A                   | {}                    | A",
                "-1                      | {}                    | ''",
                "-1 tvg-id=\"a\"         | {tvg-id=a}            | ''",
                "-1 a=\"\",N             | {a=}                  | N",
                "-1 a=\"x\" a=\"y\",N    | {a=x}                 | N",
                "-1 a=\"x,N              | {a=x}                 | N",
                "-1 flag a=1,N           | {a=1}                 | N",
                "-1 a = b,N              | {a=}                  | N",
                "x a=1,N                 | {a=1}                 | N",
                ",N                      | {}                    | N",
                "0,Radio \"1, 2          | {}                    | Radio \"1, 2"
            })
    void odd_entries_are_read_as_far_as_they_go(String extinf, String attributes, String name) {
        IptvExtinf entry = entry(extinf);
        assertThat(entry.attributes().toString()).isEqualTo(attributes);
        assertThat(entry.name()).isEqualTo(name);
    }

    @Test
    void an_entry_without_extinf_is_none() {
        MediaPlaylist playlist = (MediaPlaylist) PlaylistParser.lenient().parse("#EXTM3U\n#EXT-X-ENDLIST\na\n");
        assertThat(IptvExtinf.of(playlist.segments().get(0))).isEmpty();
    }

    @Test
    void duration_and_title_are_edited_and_the_attributes_stay() {
        MediaSegment first = PLAYLIST.segments().get(0);
        assertThat(first.toBuilder().title("C").build())
                .hasToString(first.toString().replace(",A, B\n", ",C\n"));
        assertThat(first.toBuilder().duration(Duration.ofSeconds(5)).build())
                .hasToString(first.toString().replace("#EXTINF:-1 ", "#EXTINF:5.000 "));
        assertThat(first.toBuilder().title("").build().title()).isEmpty();
    }
}

package dev.hemstitch.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.UnsignedIntegers;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomTagTest {
    private record Acme(long id, String label) {}

    private static final Attribute<Long> ID = Attribute.decimalInteger("ID");
    private static final Attribute<String> LABEL = Attribute.quotedString("LABEL");

    private static final CustomTag<Acme> ACME = CustomTag.attributes(
            "EXT-X-ACME",
            list -> list.get(ID).map(id -> new Acme(id, list.get(LABEL).orElse(""))),
            acme -> AttributeList.builder()
                    .set(ID, acme.id())
                    .set(LABEL, acme.label())
                    .build());

    private static final CustomTag<Long> COUNT =
            new CustomTag<>("EXT-COUNT", UnsignedIntegers::parse, Long::toUnsignedString);

    private static final String TEXT = "#EXTM3U\r\n"
            + "#EXT-COUNT: 1 \r\n"
            + "#EXT-X-TARGETDURATION:4\r\n"
            + "#EXT-X-ACME:ID=1 , LABEL=\"a\",X-NEW=5\r\n"
            + "#EXT-X-OTHER:ID=9\r\n"
            + "#EXTINF:4,\r\n"
            + "#EXT-X-ACME:ID=no\r\n"
            + "#EXT-X-ACME-TOO:ID=8\r\n"
            + "# comment\r\n"
            + "a\r\n"
            + "#EXTINF:4,\r\nb\r\n"
            + "#EXT-X-ACME:ID=2\r\n"
            + "#EXTINF:4,\r\nc\r\n"
            + "#EXT-X-ACME\r\n"
            + "#EXT-X-ENDLIST\r\n"
            + "#EXT-X-ACME:ID=3";

    private static final MediaPlaylist MEDIA =
            (MediaPlaylist) PlaylistParser.lenient().parse(TEXT);

    private static final String MULTIVARIANT_TEXT = "#EXTM3U\n#EXT-X-ACME:ID=1\n#EXT-X-STREAM-INF:BANDWIDTH=1\n"
            + "#EXT-X-ACME:ID=2\nv\n#EXT-X-ACME-TOO:ID=3\n";

    private static final MultivariantPlaylist MULTIVARIANT =
            (MultivariantPlaylist) PlaylistParser.lenient().parse(MULTIVARIANT_TEXT);

    @Test
    void values_are_read_in_order_wherever_they_stand_and_the_text_stays() {
        assertThat(MEDIA.customTags(ACME)).extracting(Acme::id).containsExactly(1L, 2L, 3L);
        assertThat(ACME.in(MEDIA.header())).isEmpty();
        assertThat(COUNT.in(MEDIA.header())).containsExactly(1L);
        assertThat(ACME.in(MEDIA.trailer())).containsExactly(new Acme(3, ""));
        assertThat(MEDIA.segments().get(0).customTags(ACME)).containsExactly(new Acme(1, "a"));
        assertThat(MEDIA.segments().get(1).customTags(ACME)).isEmpty();
        assertThat(MULTIVARIANT.customTags(ACME)).extracting(Acme::id).containsExactly(1L, 2L);
        assertThat(MEDIA).hasToString(TEXT);
    }

    @Test
    void a_longer_name_is_another_tag() {
        assertThat(MEDIA.customTags(CustomTag.text("EXT-X-ACME-TOO"))).containsExactly("ID=8");
        assertThat(MEDIA.customTags(CustomTag.text("EXT-X-ACM"))).isEmpty();
        assertThat(MEDIA.customTags(CustomTag.text("EXT-X-acme"))).isEmpty();
        MultivariantPlaylist playlist = (MultivariantPlaylist) PlaylistParser.lenient()
                .parse("#EXTM3U\n#EXT-X-MEDIA-TIME:1\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"g\",NAME=\"n\"\n"
                        + "#EXT-X-STREAM-INF:BANDWIDTH=1\nv\n");
        assertThat(playlist.customTags(CustomTag.text("EXT-X-MEDIA-TIME"))).containsExactly("1");
        assertThat(playlist.renditions()).hasSize(1);
    }

    @Test
    void a_name_ends_at_a_colon_at_white_space_or_with_its_line() {
        CustomTag<String> cue = CustomTag.text("EXT-X-CUE-OUT");
        MediaPlaylist playlist = (MediaPlaylist) PlaylistParser.lenient()
                .parse("#EXTM3U\n#EXT-X-CUE-OUT\n#EXT-X-CUE-OUT:\n#EXT-X-CUE-OUT 30\n #EXT-X-CUE-OUT: 30 \n"
                        + "#EXT-X-CUE-OUT\t:3\n#EXT-X-CUE-OUT\u0000\n#EXT-X-ENDLIST");
        assertThat(playlist.customTags(cue)).containsExactly("", "", "30", "30", ":3");
        assertThat(cue.line("")).isEqualTo("#EXT-X-CUE-OUT");
    }

    @Test
    void an_edit_keeps_place_and_order_and_every_other_byte() {
        MediaPlaylist edited = MEDIA.toBuilder()
                .edit(ACME, acme -> acme.id() == 2 ? Optional.of(new Acme(7, "x")) : Optional.of(acme))
                .build();
        assertThat(edited).hasToString(TEXT.replace("#EXT-X-ACME:ID=2\r\n", "#EXT-X-ACME:ID=7,LABEL=\"x\"\r\n"));
        assertThat(MEDIA.toBuilder()
                        .edit(ACME, acme -> acme.id() == 3 ? Optional.empty() : Optional.of(acme))
                        .edit(COUNT, count -> Optional.of(count + 1))
                        .build())
                .hasToString(TEXT.replace("#EXT-X-ACME:ID=3", "").replace("#EXT-COUNT: 1 \r\n", "#EXT-COUNT:2\r\n"));
        assertThat(MEDIA.toBuilder()
                        .edit(ACME, Optional::of)
                        .edit(COUNT, Optional::of)
                        .build())
                .isEqualTo(MEDIA);
    }

    @Test
    void removing_takes_what_cannot_be_read_too() {
        assertThat(MEDIA.toBuilder().remove(ACME).build())
                .hasToString("#EXTM3U\r\n#EXT-COUNT: 1 \r\n#EXT-X-TARGETDURATION:4\r\n#EXT-X-OTHER:ID=9\r\n"
                        + "#EXTINF:4,\r\n#EXT-X-ACME-TOO:ID=8\r\n# comment\r\na\r\n#EXTINF:4,\r\nb\r\n#EXTINF:4,\r\nc\r\n"
                        + "#EXT-X-ENDLIST\r\n");
        assertThat(MULTIVARIANT.toBuilder().remove(ACME).build())
                .hasToString("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv\n#EXT-X-ACME-TOO:ID=3\n");
    }

    @Test
    void a_tag_is_added_to_a_segment_and_moves_with_it() {
        MediaSegment segment = MEDIA.segments().get(1).toBuilder()
                .add(ACME, new Acme(4, "l"))
                .add(ACME, new Acme(5, ""))
                .addLineFirst(COUNT.line(-1L))
                .build();
        assertThat(segment)
                .hasToString("#EXT-COUNT:18446744073709551615\r\n#EXT-X-ACME:ID=4,LABEL=\"l\"\r\n"
                        + "#EXT-X-ACME:ID=5,LABEL=\"\"\r\n#EXTINF:4,\r\nb\r\n");
        assertThat(segment.toBuilder()
                        .remove(COUNT)
                        .edit(ACME, acme -> acme.id() == 4 ? Optional.empty() : Optional.of(new Acme(6, "m")))
                        .build())
                .hasToString("#EXT-X-ACME:ID=6,LABEL=\"m\"\r\n#EXTINF:4,\r\nb\r\n");
        assertThat(MEDIA.toBuilder()
                        .segments(List.of(segment))
                        .build()
                        .segments()
                        .get(0)
                        .customTags(ACME))
                .extracting(Acme::id)
                .containsExactly(4L, 5L);
    }

    @Test
    void a_tag_of_the_header_is_read_as_one_of_the_header() {
        MediaPlaylist built = MediaPlaylist.builder(4)
                .add(ACME, new Acme(1, "a"))
                .add(COUNT, 2L)
                .addSegment(MediaSegment.builder("s", Duration.ofSeconds(4)).build())
                .addTrailingLine(ACME.line(new Acme(9, "z")))
                .endList(true)
                .build();
        assertThat(built)
                .hasToString("#EXTM3U\n#EXT-X-ACME:ID=1,LABEL=\"a\"\n#EXT-COUNT:2\n#EXT-X-TARGETDURATION:4\n"
                        + "#EXTINF:4.000,\ns\n#EXT-X-ACME:ID=9,LABEL=\"z\"\n#EXT-X-ENDLIST\n");
        assertThat(ACME.in(built.header())).containsExactly(new Acme(1, "a"));
        assertThat(built.segments().get(0).customTags(COUNT)).isEmpty();
        assertThat(ACME.in(built.trailer())).containsExactly(new Acme(9, "z"));
        assertThat(PlaylistWriter.canonical(built)).hasToString(built.toString());
    }

    @Test
    void tags_of_multivariant_playlists_are_added_and_edited_even_before_the_uri_of_a_variant() {
        assertThat(MULTIVARIANT.toBuilder()
                        .edit(ACME, acme -> acme.id() == 2 ? Optional.of(new Acme(7, "x")) : Optional.of(acme))
                        .add(COUNT, 5L)
                        .build())
                .hasToString(MULTIVARIANT_TEXT.replace("#EXT-X-ACME:ID=2", "#EXT-X-ACME:ID=7,LABEL=\"x\"")
                        + "#EXT-COUNT:5\n");
    }

    @Test
    void canonical_writing_keeps_tags_in_header_segment_and_trailer() {
        MediaPlaylist canonical = (MediaPlaylist)
                PlaylistParser.lenient().parse(PlaylistWriter.canonical(MEDIA).toString());
        assertThat(canonical.customTags(ACME)).isEqualTo(MEDIA.customTags(ACME));
        assertThat(COUNT.in(canonical.header())).containsExactly(1L);
        assertThat(canonical.segments().get(0).customTags(ACME)).containsExactly(new Acme(1, "a"));
        assertThat(ACME.in(canonical.trailer())).containsExactly(new Acme(3, ""));
        assertThat(canonical.toString()).contains("#EXT-X-ACME:ID=1 , LABEL=\"a\",X-NEW=5\n#EXT-X-OTHER:ID=9\n");
    }

    @Test
    void an_attribute_list_can_be_edited_with_what_it_has_besides() {
        CustomTag<AttributeList> list = CustomTag.attributes("EXT-X-ACME");
        MediaSegment edited = MEDIA.segments().get(0).toBuilder()
                .edit(
                        list,
                        attributes -> Optional.of(
                                attributes.toBuilder().set(LABEL, "b").build()))
                .build();
        assertThat(edited.lines().get(0)).hasToString("#EXT-X-ACME:ID=1,LABEL=\"b\",X-NEW=5");
    }

    @ParameterizedTest
    @EnumSource(HlsTag.class)
    void the_names_of_the_specification_are_refused(HlsTag tag) {
        assertThatThrownBy(() -> CustomTag.text(tag.tagName())).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "X-ACME", "ext-x-acme", "#EXT-X-ACME", "EXT-X-A:B", "EXT-X-A B", "EXT-X-A\nB", "EXT-X-\u00e4"
            })
    void names_that_are_none_are_refused(String name) {
        assertThatThrownBy(() -> CustomTag.attributes(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r#EXT-X-ENDLIST", "a\u0000b"})
    void values_that_would_end_their_line_are_refused(String value) {
        CustomTag<String> text = CustomTag.text("EXT-X-TEXT");
        MediaSegment segment = MEDIA.segments().get(1);
        assertThatThrownBy(() -> text.line(value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MEDIA.toBuilder().add(text, value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MULTIVARIANT.toBuilder().add(text, value))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> segment.toBuilder().add(text, "x").edit(text, old -> Optional.of(value)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

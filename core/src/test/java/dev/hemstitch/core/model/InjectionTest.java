package dev.hemstitch.core.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.text.AttributeValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No builder lets a value end its line, its string or its tag. */
class InjectionTest {
    private static final MediaPlaylist MEDIA = (MediaPlaylist) PlaylistParser.lenient()
            .parse("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXT-X-MAP:URI=\"i\"\n#EXTINF:1,\na\n# trailer\n");
    private static final MultivariantPlaylist MULTIVARIANT =
            (MultivariantPlaylist) PlaylistParser.lenient().parse("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv\n");

    private static MediaSegmentBuilder segment() {
        return MEDIA.segments().get(0).toBuilder();
    }

    /** Everything that takes text which becomes a line of its own, or the rest of one. */
    private static Stream<Consumer<String>> lines() {
        return Stream.of(
                text -> MediaSegment.builder(text, Duration.ZERO),
                text -> segment().uri(text),
                text -> segment().title("x" + text),
                text -> segment().addLine("#" + text),
                text -> segment().addLineFirst("#" + text),
                text -> segment().addLine("# x").editLines(line -> "#" + text),
                text -> MEDIA.toBuilder().addHeaderLine("#" + text),
                text -> MEDIA.toBuilder().addTrailingLine("#" + text),
                text -> MEDIA.toBuilder().editTrailer(line -> "#" + text),
                text -> MEDIA.toBuilder().playlistType(Optional.of(new PlaylistType(text))),
                text -> MULTIVARIANT.toBuilder().addLine("#" + text),
                text -> Variant.builder(text),
                text -> MULTIVARIANT.variants().get(0).withUri(text),
                text -> MEDIA.mapUris(uri -> text),
                text -> MULTIVARIANT.mapUris(uri -> text));
    }

    /** Everything that takes text which becomes an attribute. */
    private static Stream<Consumer<String>> attributes() {
        return Stream.of(
                text -> Key.builder().set(Key.URI, text),
                text -> Key.builder().set(Key.METHOD, new KeyMethod(text)),
                text -> Key.builder().set(Key.IV, text),
                text -> Key.builder().set(Key.KEYFORMATVERSIONS, List.of("1", text)),
                text -> Key.builder().set("X-A", AttributeValue.quoted(text)),
                text -> Key.builder().set(text, AttributeValue.quoted("x")),
                text -> Variant.builder("v").set(Variant.CODECS, List.of(text)),
                text -> Variant.builder("v").set(Variant.CLOSED_CAPTIONS, text),
                text -> InitializationSection.builder().set(InitializationSection.URI, text),
                text -> MEDIA.mapUris(uri -> uri.equals("i") ? text : uri));
    }

    static Stream<Arguments> injections() {
        return Stream.concat(
                lines().flatMap(use -> Stream.of("a\nb", "a\rb", "a\r\n#EXT-X-ENDLIST", "a\u0000b")
                        .map(text -> Arguments.of(use, text))),
                attributes()
                        .flatMap(use -> Stream.of("a\nb", "a\rb", "a\u0000b", "a\"b", "a\",URI=\"b")
                                .map(text -> Arguments.of(use, text))));
    }

    @ParameterizedTest
    @MethodSource("injections")
    void what_would_end_a_line_or_a_string_is_refused(Consumer<String> use, String text) {
        assertThatThrownBy(() -> use.accept(text)).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Arguments> uris() {
        return Stream.of("", " ", " a", "a ", "#a", "\uFEFFa")
                .flatMap(uri -> Stream.<Consumer<String>>of(
                                text -> MediaSegment.builder(text, Duration.ZERO),
                                text -> segment().uri(text),
                                text -> Variant.builder(text))
                        .map(use -> Arguments.of(use, uri)));
    }

    @ParameterizedTest
    @MethodSource("uris")
    void what_is_no_uri_line_is_refused(Consumer<String> use, String uri) {
        assertThatThrownBy(() -> use.accept(uri)).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Arguments> misplaced() {
        return Stream.<Consumer<String>>of(
                        text -> segment().addLine("#EXT-X-KEY:METHOD=NONE"),
                        text -> segment().addLineFirst("#EXT-X-MAP:URI=\"x\""),
                        text -> segment().addLine("# x").editLines(line -> "#EXTINF:1,"),
                        text -> segment().addLine("no tag"),
                        text -> MEDIA.toBuilder().addHeaderLine("#EXT-X-KEY:METHOD=NONE"),
                        text -> MEDIA.toBuilder().addTrailingLine("b.ts"),
                        text -> MEDIA.toBuilder().editTrailer(line -> "b.ts"),
                        text -> MEDIA.toBuilder()
                                .set(Key.builder()
                                        .set(Key.METHOD, KeyMethod.NONE)
                                        .build()),
                        text -> MEDIA.toBuilder().targetDuration(0),
                        text -> MediaPlaylist.builder(-1),
                        text -> segment().duration(Duration.ofNanos(-1)),
                        text -> Key.builder().build(),
                        text -> MULTIVARIANT.toBuilder()
                                .add(Key.builder()
                                        .set(Key.METHOD, KeyMethod.NONE)
                                        .build()))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("misplaced")
    void what_cannot_stand_there_is_refused(Consumer<String> use) {
        assertThatThrownBy(() -> use.accept("")).isInstanceOf(IllegalArgumentException.class);
    }
}

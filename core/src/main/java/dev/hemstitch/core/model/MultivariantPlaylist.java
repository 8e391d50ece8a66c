package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.text.SourceText;
import dev.hemstitch.core.text.UnsignedIntegers;
import dev.hemstitch.core.uri.UriReferences;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A Multivariant Playlist (RFC 8216bis, 4.1 and 4.4.6): variants, renditions and data of the presentation, in the order
 * of their lines.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class MultivariantPlaylist implements Playlist {
    private final ByteSpan text;
    private final MultivariantNouns nouns;

    /**
     * @param nouns its tags with attributes in their order, variants in that of their URIs; not to be changed afterwards
     */
    MultivariantPlaylist(ByteSpan text, MultivariantNouns nouns) {
        this.text = text;
        this.nouns = nouns;
    }

    /** {@return a builder of a playlist with nothing but EXTM3U} */
    public static MultivariantPlaylistBuilder builder() {
        ByteSpan text = ByteSpan.ofUtf8("#EXTM3U\n");
        return new MultivariantPlaylistReader(text, ReadingLimits.NONE).read().toBuilder();
    }

    /** {@return a builder that starts with this playlist; lines that it does not change stay as they are} */
    public MultivariantPlaylistBuilder toBuilder() {
        return new MultivariantPlaylistBuilder(MultivariantItems.of(text, nouns.all()), LineEnds.of(text));
    }

    private <T> List<T> all(Class<T> type) {
        return nouns.all().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** {@return the variants, in order; their place is what identifies them, bandwidths may be the same} */
    public List<Variant> variants() {
        return all(Variant.class);
    }

    /** {@return the I-frame playlists, in order} */
    public List<IFrameVariant> iFrameVariants() {
        return all(IFrameVariant.class);
    }

    /** {@return the renditions of all groups, in order} */
    public List<Rendition> renditions() {
        return all(Rendition.class);
    }

    /** {@return the session data, in order} */
    public List<SessionData> sessionData() {
        return all(SessionData.class);
    }

    /** {@return the keys to load early, in order} */
    public List<SessionKey> sessionKeys() {
        return all(SessionKey.class);
    }

    /** {@return where the Steering Manifest is, if EXT-X-CONTENT-STEERING says so} */
    public Optional<ContentSteering> contentSteering() {
        return all(ContentSteering.class).stream().findFirst();
    }

    @Override
    public OptionalLong version() {
        return lines(HlsTag.VERSION)
                .findFirst()
                .flatMap(line -> UnsignedIntegers.parse(line.value()))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    @Override
    public boolean independentSegments() {
        return lines(HlsTag.INDEPENDENT_SEGMENTS).findFirst().isPresent();
    }

    @Override
    public Optional<Start> start() {
        return all(Start.class).stream().findFirst();
    }

    @Override
    public List<VariableDefinition> variableDefinitions() {
        return all(VariableDefinition.class);
    }

    private Stream<PlaylistLine> lines(HlsTag tag) {
        return lines().stream().filter(line -> line.is(tag));
    }

    /** {@return the tags that the specification does not define for Multivariant Playlists, in order} */
    public List<PlaylistLine> otherTags() {
        return MultivariantItems.of(text, nouns.all()).stream()
                .filter(MultivariantItem::isRaw)
                .flatMap(item -> PlaylistLine.of(item.lines()).stream())
                .filter(line -> line.kind() == PlaylistLine.Kind.UNKNOWN_TAG
                        || line.tag()
                                .map(tag -> tag.scope() != TagScope.BASIC && tag != HlsTag.INDEPENDENT_SEGMENTS)
                                .orElse(false))
                .toList();
    }

    @Override
    public List<PlaylistLine> lines() {
        return PlaylistLine.of(text);
    }

    @Override
    public List<SourceText> texts() {
        return List.of(new SourceText(text));
    }

    ByteSpan text() {
        return text;
    }

    @Override
    public MultivariantPlaylist mapUris(UnaryOperator<String> mapping) {
        return new MultivariantPlaylistReader(TextEdits.mapUris(text, mapping), ReadingLimits.NONE).read();
    }

    @Override
    public MultivariantPlaylist resolveUris(String base) {
        return mapUris(reference -> UriReferences.resolve(base, reference));
    }

    @Override
    public MultivariantPlaylist substitute(Variables variables) {
        return new MultivariantPlaylistReader(TextEdits.substitute(text, variables), ReadingLimits.NONE).read();
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof MultivariantPlaylist other && text.equals(other.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** {@return its text} */
    @Override
    public String toString() {
        return text.toString();
    }
}

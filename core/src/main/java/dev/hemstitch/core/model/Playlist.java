package dev.hemstitch.core.model;

import dev.hemstitch.core.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * A playlist (RFC 8216bis, 4): a Media Playlist or a Multivariant Playlist.
 *
 * <p>Immutable and safe for use by several threads. Two are equal if they are of one kind and have the same text.
 */
public sealed interface Playlist permits MediaPlaylist, MultivariantPlaylist {
    /** {@return the value of EXT-X-VERSION, unsigned 64 bit; empty if it is absent or unreadable} */
    OptionalLong version();

    /** {@return whether EXT-X-INDEPENDENT-SEGMENTS stands in it} */
    boolean independentSegments();

    /** {@return where to start playing, if EXT-X-START says so} */
    Optional<Start> start();

    /** {@return the EXT-X-DEFINE tags, in order} */
    List<VariableDefinition> variableDefinitions();

    /** {@return all lines, in order} */
    List<PlaylistLine> lines();

    /**
     * Reads a tag of the caller's own wherever it stands. For a part of the playlist there is {@link CustomTag#in}.
     *
     * @param <T> what the value is in Java
     * @param tag the definition
     * @return the values that can be read, in order
     */
    default <T> List<T> customTags(CustomTag<T> tag) {
        return tag.in(lines());
    }

    /**
     * {@return the whole text as pieces in order: one for a playlist that was read, a few more for one that was spliced
     * together; their bytes are shared, not copied, and fit a gathering write}
     */
    List<SourceText> texts();

    /**
     * This playlist with each URI replaced: of segments, keys, initialization sections, parts, hints, reports,
     * renditions, variants, session data, steering manifests and interstitial assets. All other text stays as it is.
     *
     * @param mapping takes a URI as it stands and gives the one to stand there instead
     * @return the playlist
     * @throws IllegalArgumentException if a URI that the mapping gives cannot stand in its place
     */
    Playlist mapUris(UnaryOperator<String> mapping);

    /**
     * This playlist with each of those URIs resolved, so that it means the same wherever it stands (RFC 3986, 5.2).
     *
     * @param base the URI that the playlist was read from
     * @return the playlist; what was absolute stays as it is
     * @throws IllegalArgumentException if a URI cannot stand in its place resolved, because of what {@code base} holds
     */
    Playlist resolveUris(String base);

    /**
     * This playlist with its variables replaced by their values and without its definitions (RFC 8216bis, 4.3): what a
     * client reads. Only URI lines, quoted strings and hexadecimal sequences hold variables.
     *
     * @param variables the values; a name that they lack stays as it is written
     * @return the playlist
     */
    Playlist substitute(Variables variables);
}

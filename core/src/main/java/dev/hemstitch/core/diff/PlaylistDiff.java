package dev.hemstitch.core.diff;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.Variables;
import dev.hemstitch.core.uri.UriReferences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What differs between two playlists in what a player would fetch, decrypt and show.
 *
 * <p>Layout is no difference: line ends, blank lines, comments, the order of attributes and of tags, EXT-X-VERSION, where
 * a tag stands that applies to many segments, whether an initialization vector, an offset or a date is written or
 * implied, the spelling of numbers and dates, an attribute whose value is what its absence means. Titles of segments and
 * tags that the specification does not define are not compared either: players pass over them. Variables are replaced by
 * their values first.
 *
 * <p>Segments are the same if their Media Sequence Numbers are. In complete playlists, and where one side was numbered
 * anew, those are the same that have the same URI and byte range in the same order, so that one inserted segment is one
 * difference.
 *
 * <p>Immutable and safe for use by several threads. Takes time and memory in proportion to the playlists, and to sort.
 */
public final class PlaylistDiff {
    private final List<Difference> differences;
    private final List<String> unread;

    private PlaylistDiff(List<Difference> differences, List<String> unread) {
        this.differences = List.copyOf(differences);
        this.unread = List.copyOf(unread);
    }

    /**
     * Compares two playlists, their URIs as they are written.
     *
     * @param left a playlist
     * @param right another one
     * @return what differs
     */
    public static PlaylistDiff of(Playlist left, Playlist right) {
        return of(new LocatedPlaylist(left, ""), new LocatedPlaylist(right, ""), UriComparison.VERBATIM);
    }

    /**
     * Compares two playlists, their URIs resolved.
     *
     * @param left a playlist
     * @param leftUri where it was read from
     * @param right another one
     * @param rightUri where that was read from
     * @return what differs
     */
    public static PlaylistDiff of(Playlist left, String leftUri, Playlist right, String rightUri) {
        return of(new LocatedPlaylist(left, leftUri), new LocatedPlaylist(right, rightUri), UriComparison.RESOLVED);
    }

    /**
     * Compares two playlists.
     *
     * @param left a playlist
     * @param right another one
     * @param uris when their URIs count as the same
     * @return what differs
     */
    public static PlaylistDiff of(LocatedPlaylist left, LocatedPlaylist right, UriComparison uris) {
        List<Difference> found = new ArrayList<>();
        compare(substituted(left, Variables.NONE), substituted(right, Variables.NONE), uris, "", found);
        return new PlaylistDiff(found, List.of());
    }

    /**
     * Compares two Multivariant Playlists and the Media Playlists of all variants and renditions that both have, each
     * once. Of a Media Playlist that neither side can give nothing can be said: {@link #unread} names it. One that one
     * side alone can give is a difference.
     *
     * @param left a Multivariant Playlist; a Media Playlist is compared as such
     * @param leftMedia gives a Media Playlist of the left by its resolved URI, and where it was read from; empty if it
     *     cannot be read
     * @param right another Multivariant Playlist
     * @param rightMedia the same for the right
     * @param uris when URIs count as the same
     * @return what differs
     */
    public static PlaylistDiff ofPresentations(
            LocatedPlaylist left,
            Function<String, Optional<LocatedPlaylist>> leftMedia,
            LocatedPlaylist right,
            Function<String, Optional<LocatedPlaylist>> rightMedia,
            UriComparison uris) {
        List<Difference> found = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        PresentationSide before = new PresentationSide(left, leftMedia);
        PresentationSide after = new PresentationSide(right, rightMedia);
        Set<MultivariantComparison.MediaPair> compared = new HashSet<>();
        for (MultivariantComparison.MediaPair pair : compare(before.main(), after.main(), uris, "", found)) {
            if (!compared.add(pair)) {
                continue;
            }
            Optional<LocatedPlaylist> media = before.media(pair.left());
            Optional<LocatedPlaylist> other = after.media(pair.right());
            if (media.isPresent() && other.isPresent()) {
                compare(media.get(), other.get(), uris, pair.left(), found);
            } else if (media.isEmpty() && other.isEmpty()) {
                unread.add(pair.left());
            } else {
                new DifferenceFindings(pair.left(), found)
                        .changed(DifferenceFindings.PLAYLIST, "readable", yes(media), yes(other));
            }
        }
        return new PlaylistDiff(found, unread);
    }

    private static Optional<String> yes(Optional<LocatedPlaylist> playlist) {
        return playlist.map(readable -> "YES");
    }

    /** One side of a presentation: its Media Playlists take variables from its Multivariant Playlist. */
    private record PresentationSide(LocatedPlaylist multivariant, Function<String, Optional<LocatedPlaylist>> media) {
        LocatedPlaylist main() {
            return substituted(multivariant, Variables.NONE);
        }

        Optional<LocatedPlaylist> media(String reference) {
            Variables variables = Variables.of(multivariant.playlist(), Variables.NONE, multivariant.uri());
            String uri = UriReferences.resolve(multivariant.uri(), reference);
            return media.apply(uri).map(playlist -> substituted(playlist, variables));
        }
    }

    private static LocatedPlaylist substituted(LocatedPlaylist located, Variables multivariant) {
        Playlist playlist = located.playlist();
        return playlist.variableDefinitions().isEmpty()
                ? located
                : new LocatedPlaylist(
                        playlist.substitute(Variables.of(playlist, multivariant, located.uri())), located.uri());
    }

    /** {@return the Media Playlists that both name} */
    private static List<MultivariantComparison.MediaPair> compare(
            LocatedPlaylist left,
            LocatedPlaylist right,
            UriComparison comparison,
            String name,
            List<Difference> found) {
        UriIdentities uris = new UriIdentities(comparison, left.uri(), right.uri());
        DifferenceFindings findings = new DifferenceFindings(name, found);
        if (left.playlist() instanceof MediaPlaylist media && right.playlist() instanceof MediaPlaylist other) {
            new MediaComparison(media, other, uris, findings).compare();
        } else if (left.playlist() instanceof MultivariantPlaylist multivariant
                && right.playlist() instanceof MultivariantPlaylist other) {
            return new MultivariantComparison(multivariant, other, uris, findings).compare();
        } else {
            findings.changed(DifferenceFindings.PLAYLIST, "kind", kind(left), kind(right));
        }
        return List.of();
    }

    private static Optional<String> kind(LocatedPlaylist located) {
        return Optional.of(located.playlist() instanceof MediaPlaylist ? "media" : "multivariant");
    }

    /**
     * {@return what differs: the playlist as a whole, then segments or variants in order, then all else; of a
     * presentation first the Multivariant Playlist}
     */
    public List<Difference> differences() {
        return differences;
    }

    /** {@return whether nothing differs in what could be compared} */
    public boolean isEmpty() {
        return differences.isEmpty();
    }

    /**
     * {@return the URIs, as written on the left, of Media Playlists that neither side could give; always empty but for
     * presentations}
     */
    public List<String> unread() {
        return unread;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof PlaylistDiff other
                && differences.equals(other.differences)
                && unread.equals(other.unread);
    }

    @Override
    public int hashCode() {
        return 31 * differences.hashCode() + unread.hashCode();
    }

    /** {@return a line for each difference, shortened and without queries of URIs} */
    @Override
    public String toString() {
        return differences.stream().map(Difference::toString).collect(Collectors.joining("\n"));
    }
}

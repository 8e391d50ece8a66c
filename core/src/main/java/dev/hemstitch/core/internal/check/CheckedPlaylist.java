package dev.hemstitch.core.internal.check;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.model.Variables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A playlist laid out for rules: its lines with their places, by tag and by segment. */
public final class CheckedPlaylist {
    private final Playlist playlist;
    private final Variables variables;
    private final List<PlacedLine> lines;
    private final Map<HlsTag, List<PlacedLine>> byTag = new EnumMap<>(HlsTag.class);
    private @Nullable List<PlacedSegment> segments;

    private CheckedPlaylist(Playlist playlist, Variables variables) {
        this.playlist = playlist;
        this.variables = variables;
        List<PlaylistLine> all = playlist.lines();
        List<PlacedLine> placed = new ArrayList<>(all.size());
        int offset = 0;
        for (PlaylistLine line : all) {
            PlacedLine at = new PlacedLine(line, placed.size() + 1, offset, variables);
            placed.add(at);
            line.tag()
                    .ifPresent(tag ->
                            byTag.computeIfAbsent(tag, t -> new ArrayList<>()).add(at));
            offset += line.source().byteLength();
        }
        this.lines = Collections.unmodifiableList(placed);
    }

    /**
     * Lays a playlist out.
     *
     * @param playlist the playlist
     * @param variables the values of its variables
     * @return the playlist, laid out
     */
    public static CheckedPlaylist of(Playlist playlist, Variables variables) {
        return new CheckedPlaylist(playlist, variables);
    }

    /** {@return the playlist, variables as they are written} */
    public Playlist playlist() {
        return playlist;
    }

    /** {@return the values of its variables} */
    public Variables variables() {
        return variables;
    }

    /** {@return the Media Playlist, if it is one} */
    public Optional<MediaPlaylist> media() {
        return playlist instanceof MediaPlaylist media ? Optional.of(media) : Optional.empty();
    }

    /** {@return the Multivariant Playlist, if it is one} */
    public Optional<MultivariantPlaylist> multivariant() {
        return playlist instanceof MultivariantPlaylist multivariant ? Optional.of(multivariant) : Optional.empty();
    }

    /** {@return all lines, in order} */
    public List<PlacedLine> lines() {
        return lines;
    }

    /** The lines of a tag, in order. */
    public List<PlacedLine> all(HlsTag tag) {
        return Collections.unmodifiableList(byTag.getOrDefault(tag, List.of()));
    }

    /** The first line of a tag. */
    public Optional<PlacedLine> first(HlsTag tag) {
        return all(tag).stream().findFirst();
    }

    /** Whether a tag stands anywhere. */
    public boolean has(HlsTag tag) {
        return byTag.containsKey(tag);
    }

    /** {@return the segments with their lines; an empty list for a Multivariant Playlist} */
    public List<PlacedSegment> segments() {
        List<PlacedSegment> known = segments;
        if (known == null) {
            known = media().map(this::segmentsOf).orElse(List.of());
            segments = known;
        }
        return known;
    }

    /** Each URI line behind the header ends a segment. */
    private List<PlacedSegment> segmentsOf(MediaPlaylist media) {
        List<PlacedSegment> found = new ArrayList<>();
        int from = media.header().size();
        int to = from;
        for (MediaSegment segment : media.segments()) {
            while (!lines.get(to).isUri()) {
                to++;
            }
            to++;
            found.add(new PlacedSegment(segment, lines.subList(from, to)));
            from = to;
        }
        return Collections.unmodifiableList(found);
    }

    /** {@return the lines behind the last URI line of a Media Playlist} */
    public List<PlacedLine> trailer() {
        int count = media().map(media -> media.trailer().size()).orElse(0);
        return lines.subList(lines.size() - count, lines.size());
    }
}

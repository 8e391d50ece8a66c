package dev.hemstitch.core.model;

import dev.hemstitch.core.text.Decimals;
import dev.hemstitch.core.uri.DeliveryDirectives;
import dev.hemstitch.core.uri.SkipDirective;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a Media Playlist ends so far, and what that means for those who reload it: what a client asks for next, and how
 * a server answers (RFC 8216bis, 6.2.5 and 6.3.7).
 *
 * <p>Immutable and safe for use by several threads. All numbers are unsigned 64 bit.
 */
public final class LiveEdge {
    /** A request for a segment that is further ahead of the last one is refused. */
    private static final long MOST_SEGMENTS_AHEAD = 2;

    /** A request for a part that is further ahead is refused: so many seconds, and so many parts of a second or more. */
    private static final BigDecimal MOST_PARTS_AHEAD = BigDecimal.valueOf(3);

    private static final int HALF = 2;

    private final long nextMsn;
    private final boolean hasSegments;
    private final int partsOfLast;
    private final int openParts;
    private final Optional<BigDecimal> partTarget;
    private final boolean awaitsParts;
    private final boolean ended;
    private final boolean vod;
    private final Optional<ServerControl> control;

    private LiveEdge(MediaPlaylist playlist) {
        List<MediaSegment> segments = playlist.segments();
        this.nextMsn = playlist.firstMediaSequence() + segments.size();
        this.hasSegments = !segments.isEmpty();
        this.partsOfLast =
                hasSegments ? segments.get(segments.size() - 1).parts().size() : 0;
        this.openParts = playlist.trailingParts().size();
        this.partTarget = playlist.partInformation().map(PartInformation::partTarget);
        this.awaitsParts = partTarget.isPresent()
                || openParts > 0
                || playlist.preloadHints().stream().anyMatch(hint -> hint.type().equals(HintType.PART));
        this.ended = playlist.endList();
        this.vod = playlist.playlistType().filter(PlaylistType.VOD::equals).isPresent();
        this.control = playlist.serverControl();
    }

    /**
     * The end of a playlist.
     *
     * @param playlist the playlist, which may be a Playlist Delta Update
     * @return its end
     */
    public static LiveEdge of(MediaPlaylist playlist) {
        return new LiveEdge(playlist);
    }

    /**
     * {@return the Media Sequence Number of the last segment, or of the one whose parts stand behind it: LAST-MSN of a
     * Rendition Report; empty if there is neither}
     */
    public OptionalLong lastMsn() {
        if (openParts > 0) {
            return OptionalLong.of(nextMsn);
        }
        return hasSegments ? OptionalLong.of(nextMsn - 1) : OptionalLong.empty();
    }

    /** {@return the index of the last part of that segment: LAST-PART; empty if it has none} */
    public OptionalLong lastPart() {
        int parts = openParts > 0 ? openParts : partsOfLast;
        return parts > 0 ? OptionalLong.of(parts - 1) : OptionalLong.empty();
    }

    /**
     * What the Media Playlists of other renditions say about this one.
     *
     * @param uri this playlist's URI, relative to them
     * @return the report
     * @throws IllegalArgumentException if the URI cannot stand in quotes
     */
    public RenditionReport report(String uri) {
        AttributeTag.Builder<RenditionReport> report = RenditionReport.builder().set(RenditionReport.URI, uri);
        lastMsn().ifPresent(number -> report.set(RenditionReport.LAST_MSN, number));
        lastPart().ifPresent(index -> report.set(RenditionReport.LAST_PART, index));
        return report.build();
    }

    /**
     * What to ask for when this playlist is reloaded.
     *
     * @return the next part where parts are to come, else the next segment; no directives if the server does not hold
     *     answers back (CAN-BLOCK-RELOAD); empty if the playlist is complete, so that there is nothing to reload
     */
    public Optional<DeliveryDirectives> next() {
        if (ended || vod) {
            return Optional.empty();
        }
        return Optional.of(directives(nextMsn, awaitsParts ? OptionalLong.of(openParts) : OptionalLong.empty()));
    }

    /**
     * What to ask for when this playlist is reloaded, perhaps as a Playlist Delta Update.
     *
     * @param age how long ago it was received
     * @return as {@link #next()} gives it, with {@code _HLS_skip} if the server can skip (CAN-SKIP-UNTIL, and
     *     CAN-SKIP-DATERANGES for {@code v2}) and the playlist is no older than half of the Skip Boundary
     */
    public Optional<DeliveryDirectives> next(Duration age) {
        return next().map(directives -> directives.toBuilder().skip(skip(age)).build());
    }

    private Optional<SkipDirective> skip(Duration age) {
        return control.filter(server -> server.canSkipUntil()
                        .filter(boundary -> age.compareTo(Duration.ofNanos(Decimals.toNanos(boundary) / HALF)) <= 0)
                        .isPresent())
                .map(server -> server.canSkipDateranges() ? SkipDirective.V2 : SkipDirective.YES);
    }

    /**
     * What to ask for when changing to another rendition.
     *
     * @param report what this playlist says about it; what the report leaves out is as in this playlist
     * @return the directives for its Media Playlist, to be asked without {@code _HLS_skip}, or empty as {@link #next()}
     *     gives it
     */
    public Optional<DeliveryDirectives> next(RenditionReport report) {
        OptionalLong msn = report.lastMsn().isPresent() ? report.lastMsn() : lastMsn();
        if (ended || vod || msn.isEmpty()) {
            return next();
        }
        OptionalLong part = report.lastPart().isPresent() ? report.lastPart() : lastPart();
        return Optional.of(
                part.isPresent()
                        ? directives(msn.getAsLong(), OptionalLong.of(part.getAsLong() + 1))
                        : directives(msn.getAsLong() + 1, awaitsParts ? OptionalLong.of(0) : OptionalLong.empty()));
    }

    private DeliveryDirectives directives(long msn, OptionalLong part) {
        DeliveryDirectives.Builder asked = DeliveryDirectives.builder();
        if (canBlock()) {
            part.ifPresentOrElse(index -> asked.part(msn, index), () -> asked.msn(msn));
        }
        return asked.build();
    }

    private boolean canBlock() {
        return control.filter(ServerControl::canBlockReload).isPresent();
    }

    /**
     * How a server answers a request for this playlist as it is now.
     *
     * @param directives the request's, if they could be read
     * @return at once, if they ask for nothing, the playlist has it or what is later, is complete, or does not say
     *     CAN-BLOCK-RELOAD; a part behind the last one of a complete segment is the first one of the next segment
     */
    public BlockingAnswer answer(DeliveryDirectives directives) {
        if (ended || !canBlock() || directives.msn().isEmpty()) {
            return BlockingAnswer.DELIVER;
        }
        long ahead = directives.msn().getAsLong() - nextMsn;
        boolean isThere = Long.compareUnsigned(directives.msn().getAsLong(), nextMsn) < 0;
        OptionalLong part = directives.part();
        if (isThere && !(ahead == -1 && isBehindLast(part))) {
            return BlockingAnswer.DELIVER;
        }
        if (isThere) {
            return openParts > 0 ? BlockingAnswer.DELIVER : BlockingAnswer.WAIT;
        }
        if (ahead == 0 && part.isPresent() && Long.compareUnsigned(part.getAsLong(), openParts) < 0) {
            return BlockingAnswer.DELIVER;
        }
        return isTooFar(ahead, part) ? BlockingAnswer.BAD_REQUEST : BlockingAnswer.WAIT;
    }

    /**
     * Whether a part of the last segment is none of those that it has, so that the first one of the next segment is
     * meant. A segment that has none is there with all that could be asked for.
     */
    private boolean isBehindLast(OptionalLong part) {
        return partsOfLast > 0 && part.isPresent() && Long.compareUnsigned(part.getAsLong(), partsOfLast) >= 0;
    }

    /** Of a part of a segment that has none yet it is only known how far ahead it is at least. */
    private boolean isTooFar(long segmentsBehindLast, OptionalLong part) {
        if (Long.compareUnsigned(segmentsBehindLast, MOST_SEGMENTS_AHEAD) >= 0) {
            return true;
        }
        if (part.isEmpty()) {
            return false;
        }
        BigDecimal index = new BigDecimal(Long.toUnsignedString(part.getAsLong()));
        BigDecimal parts =
                index.add(BigDecimal.ONE).subtract(BigDecimal.valueOf(segmentsBehindLast == 0 ? openParts : 0));
        boolean isShort = partTarget.isPresent() && partTarget.get().compareTo(BigDecimal.ONE) < 0;
        return (isShort ? parts.multiply(partTarget.get()) : parts).compareTo(MOST_PARTS_AHEAD) > 0;
    }
}

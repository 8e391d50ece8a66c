package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.stitch.AdTrack;
import dev.hemstitch.core.model.DateShift;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaPlaylistBuilder;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.model.RenditionReport;
import dev.hemstitch.core.model.Seam;
import dev.hemstitch.core.text.IsoDateTime;
import dev.hemstitch.core.uri.UriRebase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what a rendition lists. */
// Size: one playlist from header to trailer; what it lists is laid out elsewhere.
final class LivePlaylist {
    private final LiveRendition rendition;
    private final Snapshot snapshot;
    private final List<LivePiece> pieces;
    private final MediaPlaylist content;
    private final LiveReports reports;
    private final boolean breakFollows;
    private final @Nullable LiveBreak endsAtEdge;
    private LiveState.Session session;
    private long version;
    private boolean isDependent;
    private final ReplacedDateRanges replaced;
    private boolean hasSeams;

    /**
     * @param breakFollows whether the segment that is not yet complete is replaced
     * @param endsAtEdge the break that ends where that one begins, if content goes on there
     */
    LivePlaylist(
            LiveRendition rendition,
            Snapshot snapshot,
            List<LivePiece> laidOut,
            long first,
            LiveState.Session session,
            LiveReports reports,
            boolean breakFollows,
            @Nullable LiveBreak endsAtEdge) {
        this.rendition = rendition;
        this.snapshot = snapshot;
        this.session = session;
        this.reports = reports;
        this.breakFollows = breakFollows;
        this.endsAtEdge = endsAtEdge;
        this.version = session.version();
        this.isDependent = session.isDependent();
        this.pieces = new LiveWindow(rendition.name(), snapshot, session, first).listed(laidOut);
        UriRebase rebase = new UriRebase(rendition.contentUri(), rendition.outputUri());
        this.content =
                rebase.isIdentity() ? snapshot.playlist() : snapshot.playlist().mapUris(rebase);
        this.replaced = new ReplacedDateRanges(content);
    }

    long first() {
        return pieces.isEmpty() ? 0 : pieces.get(0).number();
    }

    long last() {
        LivePiece piece = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        return piece == null ? 0 : piece.number() + piece.count() - 1;
    }

    /** What is true of all renditions behind this one. */
    LiveState.Session session() {
        return session;
    }

    MediaPlaylist write() {
        MediaPlaylistBuilder output = content.toEmptyBuilder();
        long discontinuity = first(pieces);
        for (int i = 0; i < pieces.size(); i++) {
            LivePiece piece = pieces.get(i);
            if (piece.isAds()) {
                ads(piece, output);
            } else if (piece.line() != null) {
                contentUnits(piece, output);
            } else {
                content(piece, output);
            }
        }
        header(output, discontinuity);
        trailer(output);
        session = new LiveState.Session(
                session.zeroMicros(),
                session.clockMicros(),
                session.targetDuration(),
                version,
                session.discontinuityOffset(),
                Math.max(session.lastDiscontinuity(), lastDiscontinuity()),
                session.restarts(),
                isDependent,
                session.hasDateRanges());
        return output.build();
    }

    // --- discontinuities

    private long first(List<LivePiece> listed) {
        if (listed.isEmpty()) {
            return session.lastDiscontinuity();
        }
        LivePiece piece = listed.get(0);
        return discontinuity(piece, piece.from()) - (isTagged(piece) ? 1 : 0);
    }

    private long lastDiscontinuity() {
        if (endsAtEdge != null) {
            return endsAtEdge.discontinuityBehind();
        }
        LivePiece piece = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        return piece == null ? 0 : discontinuity(piece, piece.to() - 1);
    }

    /** The discontinuity number of a segment of a piece. */
    private long discontinuity(LivePiece piece, int index) {
        LiveBreak each = piece.each();
        AdLine line = piece.line();
        if (each == null || line == null) {
            return snapshot.discontinuity(index) + piece.discontinuityOffset();
        }
        int unit = piece.isAds() ? line.unitOf(index) : unitOfContent(each, line, index);
        return each.firstDiscontinuity() + unit;
    }

    /** Whether EXT-X-DISCONTINUITY stands before the first segment of a piece. */
    private boolean isTagged(LivePiece piece) {
        LiveBreak each = piece.each();
        AdLine line = piece.line();
        if (each == null || line == null) {
            return each != null || snapshot.segment(piece.from()).isDiscontinuity();
        }
        return piece.isAds() ? line.startingAt(piece.from()) != null : isUnitStart(each, line, piece.from());
    }

    /** Whether a segment of content in place of ads begins another unit than the one before it. */
    private boolean isUnitStart(LiveBreak each, AdLine line, int index) {
        LiveBreak.Cut cut = each.cut(rendition.name());
        boolean isFirst = cut != null && snapshot.segment(index).mediaSequence() == cut.start();
        return isFirst || unitOfContent(each, line, index) != unitOfContent(each, line, index - 1);
    }

    /** The unit of a segment of content; of the one before the first one, too, which is taken to be as long as the last. */
    private int unitOfContent(LiveBreak each, AdLine line, int index) {
        long own = start(each);
        long to = snapshot.at(index + 1) - own;
        return line.unitOfContent(index < 0 ? to - snapshot.lastDuration() : snapshot.at(index) - own, to);
    }

    /** Where a break starts in this rendition. */
    private long start(LiveBreak each) {
        LiveBreak.Cut cut = each.cut(rendition.name());
        return each.startMicros() + (cut == null ? 0 : cut.skewMicros());
    }

    // --- pieces

    private void content(LivePiece piece, MediaPlaylistBuilder output) {
        Seam seam = Seam.NONE;
        int from = piece.from();
        if (piece.each() != null) {
            Optional<IsoDateTime> found = resumed(piece.each(), from);
            seam = found.isPresent()
                    ? Seam.DISCONTINUITY.withProgramDateTime(found.get())
                    : dated(Seam.DISCONTINUITY, from);
            hasSeams = true;
            seam = carried(seam, from);
            if (found.isPresent() && snapshot.segment(from).has(HlsTag.PROGRAM_DATE_TIME)) {
                MediaSegment first = content.segments().get(from);
                output.addSegment(
                        first.toBuilder().programDateTime(Optional.empty()).build(), seam, DateShift.NONE);
                seam = Seam.NONE;
                from++;
                replaced.listed(from);
            }
        }
        if (piece.number() == first()
                && from > 0
                && snapshot.isDated()
                && pieces.stream().noneMatch(this::hasDate)) {
            seam = dated(seam, from); // the only date was on a segment that was listed before, or never
        }
        seam = carried(seam, from);
        output.addSegments(content, from, piece.to(), seam, DateShift.NONE);
        replaced.listed(piece.to());
    }

    /** The date that was written when content went on, unless it is the segment's own: later snapshots reckon another one. */
    private Optional<IsoDateTime> resumed(LiveBreak each, int index) {
        LiveBreak.Cut cut = each.cut(rendition.name());
        if (cut == null || each.isRestart() || !snapshot.isDated() || session.zeroMicros() == LiveState.NO_DATE) {
            return Optional.empty();
        }
        long found = each.startMicros() + cut.resumeMicros();
        boolean isOwn = snapshot.segment(index).has(HlsTag.PROGRAM_DATE_TIME) && snapshot.at(index) == found;
        return isOwn ? Optional.empty() : Optional.of(date(found));
    }

    private IsoDateTime date(long sessionMicros) {
        return IsoDateTime.of(snapshot.dateOf(milliseconds(session.zeroMicros() + sessionMicros)));
    }

    private Seam dateOf(Seam seam, long sessionMicros) {
        return seam.withProgramDateTime(date(sessionMicros));
    }

    private Seam dated(Seam seam, int index) {
        MediaSegment segment = snapshot.segment(index);
        return !snapshot.isDated() || segment.has(HlsTag.PROGRAM_DATE_TIME)
                ? seam
                : segment.programDateTime()
                        .map(date -> seam.withProgramDateTime(IsoDateTime.of(date)))
                        .orElse(seam);
    }

    private boolean hasDate(LivePiece piece) {
        boolean dated = piece.isAds() || piece.each() != null;
        for (int i = piece.from(); !dated && i < piece.to(); i++) {
            dated = snapshot.segment(i).has(HlsTag.PROGRAM_DATE_TIME);
        }
        return dated;
    }

    private void contentUnits(LivePiece piece, MediaPlaylistBuilder output) {
        LiveBreak each = piece.each();
        AdLine line = piece.line();
        for (int i = piece.from(); each != null && line != null && i < piece.to(); i++) {
            boolean starts = isUnitStart(each, line, i);
            MediaSegment segment = content.segments().get(i);
            if (segment.isDiscontinuity() && !starts) {
                segment = segment.toBuilder().discontinuity(false).build();
            }
            output.addSegment(segment, starts ? dated(Seam.DISCONTINUITY, i) : Seam.NONE, DateShift.NONE);
            hasSeams = true;
        }
        replaced.listed(piece.to());
    }

    private void ads(LivePiece piece, MediaPlaylistBuilder output) {
        LiveBreak each = piece.each();
        AdLine line = piece.line();
        if (each == null || line == null) {
            return;
        }
        hasSeams = true;
        boolean isDated = snapshot.isDated() && session.zeroMicros() != LiveState.NO_DATE;
        for (int i = piece.from(); i < piece.to(); ) {
            AdLine.Unit unit = line.units().get(line.unitOf(i));
            AdTrack track = unit.segments().track();
            version = Math.max(version, track.neededVersion());
            version = track.hasImplicitIvs() ? Math.max(version, 2) : version;
            isDependent |= !track.isIndependent();
            MediaPlaylist source = track.playlistAt(rendition.outputUri());
            int run = isDated ? i + 1 : Math.min(piece.to(), unit.firstSegment() + unit.count());
            Seam seam = i == unit.firstSegment() ? Seam.DISCONTINUITY : Seam.NONE;
            if (isDated) {
                seam = dateOf(seam, start(each) + dated(line, i));
            }
            int first = unit.segments().firstOf(unit.unit()) - unit.firstSegment();
            output.addSegments(source, first + i, first + run, seam, DateShift.NONE);
            i = run;
        }
    }

    /**
     * The date of an ad's segment: where it starts, but for one that is so short that content, which may go on before its end, could
     * be dated before it.
     */
    private static long dated(AdLine line, int segment) {
        return Math.min(line.endOf(segment - 1), line.endOf(segment) - BreakPlan.TOLERANCE_MICROS - 1_000);
    }

    private static long milliseconds(long micros) {
        return Math.floorDiv(micros + 500, 1_000) * 1_000;
    }

    /** Date ranges among the lines of segments that were replaced before one stay: their dates may reach beyond. */
    private Seam carried(Seam seam, int before) {
        Seam carrying = seam;
        for (String line : replaced.upTo(before)) {
            carrying = carrying.with(line);
        }
        return carrying;
    }

    // --- header and trailer

    private void header(MediaPlaylistBuilder output, long discontinuity) {
        MediaPlaylist origin = snapshot.playlist();
        output.mediaSequence(first());
        if (hasSeams
                || discontinuity != 0
                || origin.has(HlsTag.DISCONTINUITY_SEQUENCE)
                || origin.segmentsHave(HlsTag.DISCONTINUITY)) {
            output.discontinuitySequence(discontinuity);
        }
        if (origin.targetDuration().orElse(0) != session.targetDuration() && fitsTarget()) {
            output.targetDuration(session.targetDuration());
        }
        if (version < 2 && hasSeams && AdTrack.hasImplicitIvs(origin)) {
            version = 2;
        }
        if (version > origin.version().orElse(1)) {
            output.version(version);
        }
        if (isDependent && origin.independentSegments()) {
            output.independentSegments(false);
        }
    }

    /** An origin that changes its target duration is followed only where its segments ask for it. */
    private boolean fitsTarget() {
        return AdTrack.longest(snapshot.playlist()) <= session.targetDuration();
    }

    private void trailer(MediaPlaylistBuilder output) {
        LivePiece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        boolean isReplaced = breakFollows
                || (last != null && last.isAds() && (endsAtEdge == null || snapshot.shown() == snapshot.count()));
        if (isReplaced) {
            output.editTrailer(line -> belongsToNextSegment(line) ? "" : line.text());
        } else if (endsAtEdge != null) {
            openSegment(endsAtEdge, output);
        }
        carryDateRanges(output);
        List<RenditionReport> written = content.renditionReports();
        if (!written.isEmpty()) {
            output.renditionReports(reports.inOutputNumbers(written));
        }
    }

    /** The first segment behind a break, as long as it is not complete. */
    private void openSegment(LiveBreak each, MediaPlaylistBuilder output) {
        LiveBreak.Cut cut = each.cut(rendition.name());
        Seam seam = Seam.DISCONTINUITY;
        if (cut != null && snapshot.isDated() && session.zeroMicros() != LiveState.NO_DATE) {
            seam = dateOf(seam, each.startMicros() + cut.resumeMicros());
            output.editTrailer(line -> line.is(HlsTag.PROGRAM_DATE_TIME) ? "" : line.text());
        }
        output.editTrailer(line -> line.is(HlsTag.DISCONTINUITY) ? "" : line.text()); // the seam is one already
        output.openSegmentSeam(seam);
    }

    /** Date ranges among what is replaced, before those that stand behind it: a range starts before its end is told. */
    private void carryDateRanges(MediaPlaylistBuilder output) {
        List<String> lines = new ArrayList<>(replaced.upTo(snapshot.count()));
        if (lines.isEmpty()) {
            return;
        }
        output.editTrailer(line -> {
            if (!line.is(HlsTag.DATERANGE)) {
                return line.text();
            }
            lines.add(line.text());
            return "";
        });
        lines.forEach(output::addTrailingLine);
    }

    /** Whether a line behind the last segment is of the segment that follows, which is replaced. */
    private static boolean belongsToNextSegment(PlaylistLine line) {
        return line.tag()
                .map(tag -> switch (tag) {
                    case INF, BYTERANGE, DISCONTINUITY, KEY, MAP, PROGRAM_DATE_TIME, GAP, BITRATE, PART, PRELOAD_HINT ->
                        true;
                    default -> false;
                })
                .orElse(false);
    }
}

package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.stitch.AdTrack;
import dev.hemstitch.core.model.DateShift;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaPlaylistBuilder;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.Seam;
import dev.hemstitch.core.text.IsoDateTime;
import dev.hemstitch.core.uri.UriRebase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what a rendition lists. */
// Size: one playlist, piece by piece; what it lists is laid out elsewhere.
final class LivePlaylist {
    private final LiveRendition rendition;
    private final Snapshot snapshot;
    private final List<LivePiece> pieces;
    private final MediaPlaylist content;
    private final PieceNumbers numbers;
    private final LiveDates dates;
    private final LiveTrailer trailer;
    private final @Nullable LiveBreak endsAtEdge;
    private LiveState.Session session;
    private long version;
    private boolean isDependent;
    private final ReplacedDateRanges replaced;
    private final boolean breakFollows;
    private final boolean isShared;
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
        this.numbers = new PieceNumbers(rendition.name(), snapshot);
        this.dates = new LiveDates(rendition.name(), snapshot, session.zeroMicros());
        this.trailer = new LiveTrailer(rendition.name(), snapshot, dates, reports, breakFollows, endsAtEdge);
        this.endsAtEdge = endsAtEdge;
        this.version = session.version();
        this.isDependent = session.isDependent();
        this.pieces = new LiveWindow(rendition.name(), snapshot, session, first).listed(laidOut);
        UriRebase rebase = new UriRebase(rendition.contentUri(), rendition.outputUri());
        this.content =
                rebase.isIdentity() ? snapshot.playlist() : snapshot.playlist().mapUris(rebase);
        this.replaced = new ReplacedDateRanges(content);
        this.breakFollows = breakFollows;
        // What a listing does not tell: another place of the content, what is to come behind a break, how far other
        // renditions are.
        this.isShared =
                rebase.isIdentity() && endsAtEdge == null && !snapshot.shared().hasReports() && !showsContentInBreaks();
    }

    private boolean showsContentInBreaks() {
        boolean shows = false;
        for (LivePiece piece : pieces) {
            shows |= piece.line() != null && !piece.isAds();
        }
        return shows;
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
        long discontinuity = first(pieces);
        Listing.Written written = isShared
                ? snapshot.shared().listed(listing(discontinuity), () -> written(discontinuity))
                : written(discontinuity);
        session = new LiveState.Session(
                session.zeroMicros(),
                session.clockMicros(),
                session.targetDuration(),
                written.version(),
                session.discontinuityOffset(),
                Math.max(session.lastDiscontinuity(), lastDiscontinuity()),
                session.restarts(),
                written.isDependent(),
                session.hasDateRanges());
        return written.playlist();
    }

    private Listing listing(long discontinuity) {
        List<Listing.Part> parts = new ArrayList<>(pieces.size());
        for (LivePiece piece : pieces) {
            parts.add(part(piece));
        }
        return new Listing(
                rendition.outputUri(),
                parts,
                first(),
                discontinuity,
                session.targetDuration(),
                version,
                isDependent,
                breakFollows);
    }

    private Listing.Part part(LivePiece piece) {
        LiveBreak each = piece.each();
        AdLine line = piece.line();
        return each != null && line != null
                ? new Listing.Part(
                        piece.from(),
                        piece.to(),
                        false,
                        Optional.empty(),
                        dates.areKnown() ? session.zeroMicros() + numbers.start(each) : LiveState.NO_DATE,
                        Listing.stretches(line, piece.to()))
                : new Listing.Part(
                        piece.from(),
                        piece.to(),
                        each != null,
                        each == null ? Optional.empty() : dates.resumed(each, piece.from()),
                        LiveState.NO_DATE,
                        List.of());
    }

    private Listing.Written written(long discontinuity) {
        MediaPlaylistBuilder output = content.toEmptyBuilder();
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
        trailer.write(
                content, !pieces.isEmpty() && pieces.get(pieces.size() - 1).isAds(), replaced, output);
        return new Listing.Written(output.build(), version, isDependent);
    }

    // --- discontinuities

    private long first(List<LivePiece> listed) {
        if (listed.isEmpty()) {
            return session.lastDiscontinuity();
        }
        LivePiece piece = listed.get(0);
        return numbers.discontinuity(piece, piece.from()) - (numbers.isTagged(piece) ? 1 : 0);
    }

    private long lastDiscontinuity() {
        if (endsAtEdge != null) {
            return endsAtEdge.discontinuityBehind();
        }
        LivePiece piece = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        return piece == null ? 0 : numbers.discontinuity(piece, piece.to() - 1);
    }

    // --- pieces

    private void content(LivePiece piece, MediaPlaylistBuilder output) {
        Seam seam = Seam.NONE;
        int from = piece.from();
        if (piece.each() != null) {
            Optional<IsoDateTime> found = dates.resumed(piece.each(), from);
            seam = found.isPresent()
                    ? Seam.DISCONTINUITY.withProgramDateTime(found.get())
                    : dates.dated(Seam.DISCONTINUITY, from);
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
                && pieces.stream().noneMatch(dates::hasDate)) {
            seam = dates.dated(seam, from); // the only date was on a segment that was listed before, or never
        }
        seam = carried(seam, from);
        output.addSegments(content, from, piece.to(), seam, DateShift.NONE);
        replaced.listed(piece.to());
    }

    private void contentUnits(LivePiece piece, MediaPlaylistBuilder output) {
        LiveBreak each = piece.each();
        AdLine line = piece.line();
        for (int i = piece.from(); each != null && line != null && i < piece.to(); i++) {
            boolean starts = numbers.isUnitStart(each, line, i);
            MediaSegment segment = content.segments().get(i);
            if (segment.isDiscontinuity() && !starts) {
                segment = segment.toBuilder().discontinuity(false).build();
            }
            output.addSegment(segment, starts ? dates.dated(Seam.DISCONTINUITY, i) : Seam.NONE, DateShift.NONE);
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
        boolean isDated = dates.areKnown();
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
                seam = dates.dateOf(seam, numbers.start(each) + LiveDates.ofAd(line, i));
            }
            int first = unit.segments().firstOf(unit.unit()) - unit.firstSegment();
            output.addSegments(source, first + i, first + run, seam, DateShift.NONE);
            i = run;
        }
    }

    /** Date ranges among the lines of segments that were replaced before one stay: their dates may reach beyond. */
    private Seam carried(Seam seam, int before) {
        Seam carrying = seam;
        for (String line : replaced.upTo(before)) {
            carrying = carrying.with(line);
        }
        return carrying;
    }

    // --- header

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
}

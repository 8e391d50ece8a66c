package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.stitch.live.LiveBreak.Cut;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a walk over a snapshot has laid out so far in one rendition, and which numbers the next segment gets. */
final class LiveLayout {
    /**
     * A break of which an ad cannot be had.
     *
     * @param behind the number of the first segment behind it
     */
    record Lost(LiveBreak each, long behind) {}

    private final String name;
    private final Snapshot snapshot;
    private final LiveDecisions decisions;
    private final @Nullable LiveBreak restart;
    private final int restartIndex;
    private final List<LivePiece> pieces = new ArrayList<>();
    private long baseOffset;

    /** The index of the first segment that is not laid out. */
    private int at;

    /** What is added to the origin's numbers of segments here. */
    private long offset;

    /** What is added to its numbers of discontinuities. */
    private long discontinuityOffset;

    /** The break that ends right here. */
    private @Nullable LiveBreak previous;

    /** How far its ads reach beyond this place; less than zero if they end before it. */
    private long overMicros;

    /** Whether all that follows is still replaced. */
    private boolean isOpen;

    private long least = Long.MIN_VALUE;
    private final List<Lost> lost = new ArrayList<>();

    /**
     * @param offset what is added to the origin's numbers before the first break
     * @param restart the last restart of the origin, from which on the snapshot is laid out; null if there was none
     * @param restartIndex where that is
     */
    LiveLayout(
            String name,
            Snapshot snapshot,
            LiveDecisions decisions,
            long offset,
            long discontinuityOffset,
            @Nullable LiveBreak restart,
            int restartIndex) {
        this.name = name;
        this.snapshot = snapshot;
        this.decisions = decisions;
        this.baseOffset = offset;
        this.offset = offset;
        this.discontinuityOffset = discontinuityOffset;
        this.restart = restart;
        this.restartIndex = restartIndex;
    }

    List<LivePiece> pieces() {
        return pieces;
    }

    int at() {
        return at;
    }

    long offset() {
        return offset;
    }

    /** What is added to the origin's numbers before the first break. */
    long baseOffset() {
        return baseOffset;
    }

    long discontinuityOffset() {
        return discontinuityOffset;
    }

    @Nullable
    LiveBreak previous() {
        return previous;
    }

    long overMicros() {
        return overMicros;
    }

    boolean isOpen() {
        return isOpen;
    }

    /** The least number that may be listed: that of the first segment if what would stand before it was never published. */
    long least() {
        return least;
    }

    /** The breaks of which an ad cannot be had. */
    List<Lost> lost() {
        return lost;
    }

    boolean followsAds(int boundary) {
        return previous != null && boundary == at;
    }

    /** Where ads begin that start at a boundary: where those before them end, if there are any. */
    long beginsAt(int boundary, long micros) {
        return followsAds(boundary) ? snapshot.at(boundary) + overMicros : micros;
    }

    // --- content

    void content(int to) {
        int from = at;
        if (restartIndex > from && restartIndex < to) {
            piece(from, restartIndex);
            piece(restartIndex, to);
        } else if (to > from) {
            piece(from, to);
        }
        at = Math.max(at, to);
    }

    private void piece(int from, int to) {
        LiveBreak seam = previous == null && from == restartIndex ? restart : previous;
        pieces.add(new LivePiece(from, to, snapshot.firstNumber() + from + offset, discontinuityOffset, seam, null));
        previous = null;
    }

    /** Content in place of ads that the rendition has nothing of, with the discontinuities that the others have. */
    private void contentUnits(LiveBreak each, AdLine line, int to) {
        if (to > at) {
            pieces.add(new LivePiece(at, to, snapshot.firstNumber() + at + offset, discontinuityOffset, each, line));
        }
        at = Math.max(at, to);
    }

    /** Lists nothing of what stands before a boundary. */
    void beginAt(int boundary) {
        at = boundary;
        least = snapshot.firstNumber() + boundary + offset;
    }

    /** The same in the middle of a break, with some numbers left out. */
    void joinAfter(long skipped) {
        pieces.clear();
        offset += skipped;
        baseOffset += skipped;
        least = snapshot.firstNumber() + offset;
        previous = null;
    }

    // --- breaks

    /** A break that runs. */
    void open(LiveBreak each, Cut cut, AdLine line) {
        isOpen = true;
        if (cut.playsContent()) {
            contentUnits(each, line, snapshot.count());
        } else if (cut.added() > 0 && line.isComplete()) {
            ads(each, cut, line, (int) Math.min(cut.added(), line.count()));
        }
        at = snapshot.count();
    }

    /** What a break that is over leaves in the window. */
    void closed(LiveBreak each, Cut cut) {
        int resume = snapshot.indexOf(cut.start() + cut.removed());
        content(Math.min(snapshot.count(), snapshot.indexOf(cut.start())));
        if (resume < 0) {
            offset += cut.shift();
            discontinuityOffset = each.offsetBehind();
            return;
        }
        AdLine line = AdLine.of(each, name, decisions, (int) Math.max(0, cut.added()));
        if (line.isComplete()) {
            close(each, cut, line, resume);
        } else {
            lost(each, cut, resume);
        }
    }

    /** A break whose content goes on at a boundary. */
    void close(LiveBreak each, Cut cut, AdLine line, int resume) {
        int count = (int) Math.min(cut.added(), line.count());
        if (cut.playsContent()) {
            contentUnits(each, line, resume);
        } else {
            ads(each, cut, line, count);
        }
        behind(each, cut, resume);
        overMicros = cut.playsContent() ? 0 : line.endOf(count - 1) - replaced(each, cut, resume);
    }

    /** A break that has left the window. */
    void left(LiveBreak each, Cut cut) {
        content(snapshot.indexOf(cut.start()));
        pieces.clear();
        behind(each, cut, 0);
        previous = null;
    }

    /** A break of which nothing, nor of what stands before it, can be listed any more. */
    void lost(LiveBreak each, Cut cut, int resume) {
        pieces.clear();
        behind(each, cut, resume);
        lost.add(new Lost(each, snapshot.firstNumber() + resume + offset));
    }

    /** A break that was never seen here. */
    void missed(LiveBreak each) {
        discontinuityOffset = each.offsetBehind();
    }

    /** How much content a break takes the place of. */
    long replaced(LiveBreak each, Cut cut, int resume) {
        return snapshot.at(resume) - each.startMicros() - cut.skewMicros();
    }

    private void ads(LiveBreak each, Cut cut, AdLine line, int count) {
        pieces.add(new LivePiece(0, count, cut.start() + offset, discontinuityOffset, each, line));
    }

    private void behind(LiveBreak each, Cut cut, int resume) {
        at = Math.max(at, resume);
        offset += cut.shift();
        discontinuityOffset = each.offsetBehind();
        previous = each;
        overMicros = 0;
    }
}

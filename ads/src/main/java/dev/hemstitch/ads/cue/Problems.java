package dev.hemstitch.ads.cue;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.text.SourceLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what does not fit; where it stands is found out at the end, in one pass, and only if there is anything. */
final class Problems {
    private record Noted(CueProblemCode code, CuePlace place, String message) {}

    /** More of them say nothing more. */
    private static final int MOST = 10_000;

    private final List<Noted> noted = new ArrayList<>();

    void note(CueProblemCode code, CuePlace place, String message) {
        if (noted.size() < MOST) {
            noted.add(new Noted(code, place, message));
        }
    }

    /** The same problems, to which others may come. */
    Problems copy() {
        Problems copy = new Problems();
        copy.noted.addAll(noted);
        return copy;
    }

    /** All of them with their places, in order of these. */
    List<CueProblem> located(MediaPlaylist playlist) {
        if (noted.isEmpty()) {
            return List.of();
        }
        List<Noted> sorted = new ArrayList<>(noted);
        sorted.sort(Comparator.comparingInt((Noted problem) -> problem.place().owner())
                .thenComparingInt(problem -> problem.place().line()));
        List<CueProblem> found = new ArrayList<>();
        Walk walk = new Walk(sorted);
        walk.lines(-1, playlist.header(), found);
        int owner = 0;
        for (MediaSegment segment : playlist.segments()) {
            walk.lines(owner++, segment.lines(), found);
        }
        walk.lines(owner, playlist.trailer(), found);
        return found;
    }

    /** One walk over all lines. */
    private static final class Walk {
        private final List<Noted> sorted;
        private int next;
        private int line = 1;
        private int bytes;

        Walk(List<Noted> sorted) {
            this.sorted = sorted;
        }

        void lines(int owner, List<PlaylistLine> lines, List<CueProblem> found) {
            int index = 0;
            for (PlaylistLine each : lines) {
                while (next < sorted.size() && isAt(sorted.get(next).place(), owner, index)) {
                    Noted problem = sorted.get(next++);
                    int column = each.textOffset();
                    SourceLocation location = new SourceLocation(line, column + 1, bytes + column);
                    found.add(new CueProblem(problem.code(), location, problem.message()));
                }
                index++;
                line++;
                bytes += each.source().byteLength();
            }
        }

        private static boolean isAt(CuePlace place, int owner, int index) {
            return place.owner() == owner && place.line() == index;
        }
    }
}

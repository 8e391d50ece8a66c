package dev.hemstitch.examples.recipes;

import dev.hemstitch.ads.cue.CueDialect;
import dev.hemstitch.ads.cue.CueProblem;
import dev.hemstitch.ads.cue.CueReader;
import dev.hemstitch.ads.cue.CueReading;
import dev.hemstitch.ads.cue.CueWriter;
import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.core.model.MediaPlaylist;

/** The breaks that a live playlist signals, from one snapshot to the next. */
public final class ReadCues {
    private ReadCues() {}

    /**
     * Follows the breaks of a live playlist and marks them anew.
     *
     * @param snapshot a snapshot
     * @param next the next one
     * @return the next one with its breaks marked in one dialect only
     */
    public static MediaPlaylist translate(MediaPlaylist snapshot, MediaPlaylist next) {
        // begin
        CueReader reader = CueReader.withDefaults();
        CueReading before = reader.read(snapshot);
        CueReading now = reader.read(next, before.breaks()); // ids and starts stay when their markers leave the window

        for (SignalledBreak signalled : now.breaks()) {
            System.out.println(signalled.id() + " at " + signalled.startNanos() + " in " + signalled.dialects());
        }
        for (CueProblem problem : now.problems()) {
            System.out.println(problem); // 12:1: warning STRAY_IN EXT-X-CUE-IN ends a break, but none is open
        }
        return CueWriter.of(CueDialect.CUE_OUT).write(CueWriter.strip(next), now.breaks());
        // end
    }
}

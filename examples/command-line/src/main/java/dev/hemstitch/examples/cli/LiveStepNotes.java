package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.stitch.live.LiveReason;
import dev.hemstitch.ads.stitch.live.LiveResult;
import java.io.PrintWriter;
import java.util.function.UnaryOperator;

/** What {@code live-step} tells on standard error, while the video goes on: each note is a line, whatever names are in it. */
final class LiveStepNotes {
    private final PrintWriter err;

    LiveStepNotes(PrintWriter err) {
        this.err = err;
    }

    void tell(String note) {
        StringBuilder line = new StringBuilder();
        note.codePoints().forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        err.println(line);
        err.flush();
    }

    void tellStale(LiveResult result, boolean isEmpty, boolean isServedAgain) {
        String old = isEmpty ? "the snapshot has no segments" : "the snapshot is older than the one before";
        tell((result.reasons().isEmpty() ? old : "an ad that plays cannot be had just now") + ": "
                + (isServedAgain ? "what was served last is served again" : "what it shows is served"));
    }

    /**
     * Tells what does not play and what is to come.
     *
     * @param names what an operator calls an ad, by its id
     */
    void tell(LiveResult result, UnaryOperator<String> names) {
        for (LiveReason reason : result.reasons()) {
            tell("break " + reason.breakId() + ": "
                    + reason.adId().map(names).map(ad -> ad + " is left out: ").orElse("")
                    + reason.reason() + " " + reason.message());
        }
        for (SignalledBreak signalled : result.upcoming()) {
            tell("break " + signalled.id() + " is to come");
        }
    }
}

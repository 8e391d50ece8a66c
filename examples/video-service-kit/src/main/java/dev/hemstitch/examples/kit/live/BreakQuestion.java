package dev.hemstitch.examples.kit.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hemstitch.ads.cue.CueReader;
import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.examples.kit.ads.AdQuestion;
import dev.hemstitch.examples.kit.session.SessionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the ad server was asked for a break, with all that the question was made of, so that any replica can ask it again through the
 * same answers when the break has left the window.
 *
 * @param adTag the URL, with macros
 * @param place which ads are wanted: where the URL is that of a VMAP response, those of its breaks at the channel's start or end
 * @param nanos how long the break is, in nanoseconds; -1 if it takes any length
 * @param asset what the break's markers say of it, for macros such as {@code [asset.NAME]}
 * @param answers what was answered
 */
record BreakQuestion(String adTag, Place place, long nanos, Map<String, String> asset, String answers) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long ANY = -1;

    /** For breaks that become longer than was said, and for players that pause. */
    private static final Duration SPARE = Duration.ofMinutes(1);

    /** Where ads play. */
    enum Place {
        /** Before the first content that a viewer sees. */
        START,
        /** In a break that the channel signals. */
        BREAK,
        /** Behind the last content of a channel that ends. */
        END
    }

    static BreakQuestion of(String adTag, SignalledBreak signalled) {
        OptionalLong until = signalled.untilNanos();
        boolean isKnown = until.isPresent() && !signalled.isInsertionPoint();
        long nanos = isKnown ? Math.max(0, until.getAsLong() - Math.max(0, signalled.startNanos())) : ANY;
        return new BreakQuestion(adTag, Place.BREAK, nanos, signalled.asset(), "");
    }

    /** What plays at the start or the end, of which a VMAP response tells. */
    static BreakQuestion of(String vmap, Place place) {
        return new BreakQuestion(vmap, place, ANY, Map.of(), "");
    }

    BreakQuestion answered(String text) {
        return new BreakQuestion(adTag, place, nanos, asset, text);
    }

    AdQuestion question(Presentation channel) {
        if (place != Place.BREAK) {
            BreakPosition position = place == Place.START ? BreakPosition.start() : BreakPosition.end();
            return AdQuestion.vmap(adTag, channel, position);
        }
        SignalledBreak.Builder same = SignalledBreak.builder("break", 0).asset(asset);
        if (nanos != ANY) {
            same.durationNanos(OptionalLong.of(nanos)).untilNanos(OptionalLong.of(nanos));
        }
        return AdQuestion.signalled(adTag, same.build());
    }

    /**
     * How long its answers are needed after they were used last: as long as a viewer who pauses may come back and find the break
     * listed, or known, as it is for a window after it was listed.
     *
     * @param window for how long what is listed stays listed
     */
    Duration kept(Duration window) {
        if (place != Place.BREAK || window.compareTo(SessionStore.LONGEST) >= 0) {
            return SessionStore.LONGEST;
        }
        Duration length = nanos == ANY ? CueReader.DEFAULT_LONGEST_BREAK : Duration.ofNanos(nanos);
        return length.plus(window.multipliedBy(2)).plus(SPARE);
    }

    String toText() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("nothing can fail in memory", e);
        }
    }

    static BreakQuestion ofText(String text) throws IOException {
        return JSON.readValue(text, BreakQuestion.class);
    }
}

package dev.hemstitch.examples.kit.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.examples.kit.ads.AdQuestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the ad server was asked for a break, with all that the question was made of, so that any replica can ask it again through the
 * same answers when the break has left the window.
 *
 * @param adTag the URL, with macros
 * @param isPreRoll whether that is of a VMAP response, whose ads at the start are wanted, before the channel
 * @param nanos how long the break is, in nanoseconds; -1 if it takes any length
 * @param asset what the break's markers say of it, for macros such as {@code [asset.NAME]}
 * @param answers what was answered
 */
record BreakQuestion(String adTag, boolean isPreRoll, long nanos, Map<String, String> asset, String answers) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long ANY = -1;

    static BreakQuestion of(String adTag, SignalledBreak signalled) {
        OptionalLong until = signalled.untilNanos();
        boolean isKnown = until.isPresent() && !signalled.isInsertionPoint();
        long nanos = isKnown ? Math.max(0, until.getAsLong() - Math.max(0, signalled.startNanos())) : ANY;
        return new BreakQuestion(adTag, false, nanos, signalled.asset(), "");
    }

    static BreakQuestion preRoll(String vmap) {
        return new BreakQuestion(vmap, true, ANY, Map.of(), "");
    }

    BreakQuestion answered(String text) {
        return new BreakQuestion(adTag, isPreRoll, nanos, asset, text);
    }

    AdQuestion question(Presentation channel) {
        if (isPreRoll) {
            return AdQuestion.preRoll(adTag, channel);
        }
        SignalledBreak.Builder same = SignalledBreak.builder("break", 0).asset(asset);
        if (nanos != ANY) {
            same.durationNanos(OptionalLong.of(nanos)).untilNanos(OptionalLong.of(nanos));
        }
        return AdQuestion.signalled(adTag, same.build());
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

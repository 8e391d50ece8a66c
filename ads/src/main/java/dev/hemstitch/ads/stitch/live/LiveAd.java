package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.stitch.AdPreparation;
import dev.hemstitch.ads.stitch.AdTrack;
import dev.hemstitch.ads.stitch.Filler;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ad made ready for a live channel: what each of its renditions gets of it was found out once. Keep it as long as it may be
 * decided for: it serves all viewers of the channel.
 *
 * <p>Immutable but for what it remembers, and safe for use by several threads.
 */
public final class LiveAd {
    /** Audio and video of an ad end within some frames of each other. */
    private static final long MOST_DIFFERENCE_MICROS = 1_000_000;

    private final Ad ad;
    private final String key;
    private final Map<String, AdSegments> renditions;
    private final @Nullable AdSegments reference;
    private final Optional<SkipReason> problem;
    private final String message;

    private LiveAd(
            Ad ad,
            Map<String, AdSegments> renditions,
            @Nullable AdSegments reference,
            Optional<SkipReason> problem,
            String message) {
        this.ad = ad;
        this.key = LiveBreak.shortId(ad.id());
        this.renditions = renditions;
        this.reference = reference;
        this.problem = problem;
        this.message = message;
    }

    private static LiveAd unusable(Ad ad, SkipReason reason, String message) {
        return new LiveAd(ad, Map.of(), null, Optional.of(reason), message);
    }

    /**
     * Makes an ad ready for all renditions of a channel: each gets something of it, or it cannot be used.
     *
     * @param ad the ad; its id must be another one for another creative, since states remember ads by it, and should be short
     * @param channel the channel with a snapshot of each rendition, which says how it is made; its tracks' names are those of
     *     {@link LiveRendition#name}
     * @param filler what supplies media that the ad lacks
     * @return the ad, or one with a problem; never an exception
     */
    public static LiveAd of(Ad ad, Presentation channel, Filler filler) {
        if (ad.presentation().isEmpty()) {
            return unusable(ad, ad.problem().orElse(SkipReason.AD_UNAVAILABLE), ad.message());
        }
        AdPreparation.Outcome outcome = AdPreparation.of(ad.presentation().get(), channel, filler);
        if (outcome.problem().isPresent()) {
            return unusable(
                    ad,
                    outcome.problem().get().reason(),
                    outcome.problem().get().message());
        }
        Map<String, AdSegments> renditions = new LinkedHashMap<>();
        for (AdTrack track : outcome.tracks()) {
            renditions.put(track.content().name(), new AdSegments(track));
        }
        return new LiveAd(ad, renditions, renditions.values().iterator().next(), Optional.empty(), "");
    }

    /**
     * Makes an ad ready whose playlist for each rendition is known, without matching them.
     *
     * @param ad the ad as a whole: its first playlist is what its length is taken from
     * @param byRendition the ad's playlists by {@link LiveRendition#name}, each a presentation of its own
     * @param channel snapshots of the channel's renditions by name, as far as they are at hand; against these the ad's
     *     playlists are checked. One that gets the ad as a whole, while others have playlists of their own, may go without:
     *     its content plays on there
     * @return the ad, or one with a problem; never an exception
     */
    public static LiveAd ofRenditions(Ad ad, Map<String, Ad> byRendition, Map<String, Presentation> channel) {
        if (ad.presentation().isEmpty()) {
            return unusable(ad, ad.problem().orElse(SkipReason.AD_UNAVAILABLE), ad.message());
        }
        Presentation whole = ad.presentation().get();
        AdPreparation.Outcome own = AdPreparation.of(whole, whole, Filler.NONE);
        if (own.problem().isPresent()) {
            return unusable(
                    ad, own.problem().get().reason(), own.problem().get().message());
        }
        AdSegments reference = new AdSegments(own.tracks().get(0));
        Map<String, AdSegments> renditions = new LinkedHashMap<>();
        Optional<AdPreparation.Problem> mismatch = Optional.empty();
        for (Map.Entry<String, Ad> entry : byRendition.entrySet()) {
            if (entry.getValue().presentation().isEmpty()) {
                SkipReason reason = entry.getValue().problem().orElse(SkipReason.AD_UNAVAILABLE);
                return unusable(
                        ad, reason, entry.getKey() + ": " + entry.getValue().message());
            }
            Presentation playlists = entry.getValue().presentation().get();
            Presentation content = channel.getOrDefault(entry.getKey(), playlists);
            AdPreparation.Outcome outcome = AdPreparation.of(playlists, content, Filler.NONE);
            if (outcome.problem().isPresent() && !channel.containsKey(entry.getKey())) {
                AdPreparation.Problem found = outcome.problem().get();
                return unusable(ad, found.reason(), entry.getKey() + ": " + found.message());
            }
            if (outcome.problem().isPresent()) {
                boolean isMeant = byRendition.size() == 1 || !entry.getValue().equals(ad);
                mismatch = isMeant ? outcome.problem() : mismatch;
            } else {
                renditions.put(entry.getKey(), new AdSegments(outcome.tracks().get(0)));
            }
        }
        for (Map.Entry<String, AdSegments> entry : renditions.entrySet()) {
            long difference = entry.getValue().durationMicros() - reference.durationMicros();
            if (Math.abs(difference) > MOST_DIFFERENCE_MICROS) {
                return unusable(ad, SkipReason.AD_DURATIONS_DIFFER, entry.getKey() + " of the ad has another length");
            }
            if (entry.getValue().unitCount() != reference.unitCount()) {
                return unusable(
                        ad,
                        SkipReason.AD_DISCONTINUITIES_DIFFER,
                        entry.getKey() + " of the ad has other discontinuities");
            }
        }
        return new LiveAd(
                ad,
                renditions,
                reference,
                mismatch.map(AdPreparation.Problem::reason),
                mismatch.map(AdPreparation.Problem::message).orElse(""));
    }

    /**
     * The same ad as another response names it, such as one for another viewer, with other URLs to call. What was found out of
     * its playlists is shared.
     *
     * @param same the ad, with an id as for {@link #of}, and the same playlists
     * @return the ad
     * @throws IllegalArgumentException if its playlists are others
     */
    public LiveAd as(Ad same) {
        if (!same.presentation().equals(ad.presentation())) {
            throw new IllegalArgumentException("it has other playlists");
        }
        return new LiveAd(same, renditions, reference, problem, message);
    }

    /** {@return what it is called} */
    public String id() {
        return ad.id();
    }

    /** What states remember it by. */
    String key() {
        return key;
    }

    /** {@return the ad} */
    public Ad ad() {
        return ad;
    }

    /** {@return why it cannot be used; empty if it can} */
    public Optional<SkipReason> problem() {
        return problem;
    }

    /** {@return the same in words; empty if it can be used} */
    public String message() {
        return message;
    }

    /** {@return how long it is on its first playlist, in nanoseconds; 0 if it cannot be used} */
    public long durationNanos() {
        return reference == null ? 0 : reference.durationMicros() * 1_000;
    }

    /** How much longer it is in some rendition than on its first playlist, in microseconds. */
    long longerMicros() {
        long longest = reference == null ? 0 : reference.durationMicros();
        long most = longest;
        for (AdSegments segments : renditions.values()) {
            most = Math.max(most, segments.durationMicros());
        }
        return most - longest;
    }

    /** What its length and its stretches between discontinuities are taken from, for all renditions alike. */
    @Nullable
    AdSegments reference() {
        return reference;
    }

    /** What a rendition gets. */
    @Nullable
    AdSegments of(String rendition) {
        return renditions.get(rendition);
    }

    /** The least target duration that all renditions of it allow, in seconds. */
    long targetDuration() {
        long most = 1;
        for (AdSegments segments : renditions.values()) {
            most = Math.max(most, segments.track().targetDuration());
        }
        return most;
    }
}

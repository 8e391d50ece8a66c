package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.cue.CueReader;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** How live streams are stitched. Immutable and safe for use by several threads. */
public final class LiveOptions {
    /** What happens to an ad that plays when its break ends early. */
    public enum EarlyReturn {
        /** What is not published of it is left out. */
        CUT,
        /** It plays to its end; content that it covers is not shown. */
        FINISH_AD
    }

    /** What happens to a break that was running already when the viewer came or when it was signalled. */
    public enum MidBreakJoin {
        /** Ads fill what is left of it. */
        FILL,
        /** Its content shows. */
        SKIP
    }

    /** What shows in a break of which no ad plays, where there is slate. */
    public enum BreakWithoutAds {
        /** Slate, as long as it lasts. */
        SLATE,
        /** Its content, as if there were no slate. */
        CONTENT
    }

    /** All defaults, as {@link #builder} lists them. */
    public static final LiveOptions DEFAULT = builder().build();

    private final EarlyReturn earlyReturn;
    private final MidBreakJoin midBreakJoin;
    private final BreakWithoutAds breakWithoutAds;
    private final Optional<Duration> maximumUnderfill;
    private final OptionalLong maximumDriftMicros;
    private final CueReader cues;

    private LiveOptions(Builder builder) {
        this.earlyReturn = builder.earlyReturn;
        this.midBreakJoin = builder.midBreakJoin;
        this.breakWithoutAds = builder.breakWithoutAds;
        this.maximumUnderfill = builder.maximumUnderfill;
        this.maximumDriftMicros = builder.maximumDriftMicros;
        this.cues = builder.cues;
    }

    /**
     * {@return a builder: ads are cut when their break ends early, what is left of a running break is filled, slate
     * fills breaks without ads too, any part of a break may stay unfilled, the stream drifts by at most one target duration, cues
     * are read with the reader's defaults}
     */
    public static Builder builder() {
        return new Builder();
    }

    EarlyReturn earlyReturn() {
        return earlyReturn;
    }

    MidBreakJoin midBreakJoin() {
        return midBreakJoin;
    }

    BreakWithoutAds breakWithoutAds() {
        return breakWithoutAds;
    }

    Optional<Duration> maximumUnderfill() {
        return maximumUnderfill;
    }

    /** How far the output may be ahead of or behind the origin. */
    long maximumDriftMicros(long targetDuration) {
        return maximumDriftMicros.orElse(targetDuration * 1_000_000);
    }

    CueReader cues() {
        return cues;
    }

    /** Collects options; not safe for use by several threads. */
    public static final class Builder {
        private EarlyReturn earlyReturn = EarlyReturn.CUT;
        private MidBreakJoin midBreakJoin = MidBreakJoin.FILL;
        private BreakWithoutAds breakWithoutAds = BreakWithoutAds.SLATE;
        private Optional<Duration> maximumUnderfill = Optional.empty();
        private OptionalLong maximumDriftMicros = OptionalLong.empty();
        private CueReader cues = CueReader.withDefaults();

        private Builder() {}

        /**
         * Sets what happens to an ad whose break ends early.
         *
         * @param value cut or finished
         * @return this builder
         */
        public Builder earlyReturn(EarlyReturn value) {
            earlyReturn = value;
            return this;
        }

        /**
         * Sets what happens to a break that is running already.
         *
         * @param value filled or skipped
         * @return this builder
         */
        public Builder midBreakJoin(MidBreakJoin value) {
            midBreakJoin = value;
            return this;
        }

        /**
         * Sets what shows in a break of which no ad plays: there was no answer, or no ad, or none that can be used or fits.
         *
         * @param value slate, if there is one, or content
         * @return this builder
         */
        public Builder breakWithoutAds(BreakWithoutAds value) {
            breakWithoutAds = value;
            return this;
        }

        /**
         * Sets how much of a break ads may leave, before it is left as it is; only where there is no slate.
         *
         * @param most at least zero
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder maximumUnderfill(Duration most) {
            maximumUnderfill = Optional.of(requireNotNegative(most));
            return this;
        }

        /**
         * Sets how far the output may be ahead of the origin or behind it, summed over all breaks, before ads are left out
         * that would bring it further.
         *
         * @param most at least zero
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder maximumDrift(Duration most) {
            maximumDriftMicros = OptionalLong.of(requireNotNegative(most).toNanos() / 1_000);
            return this;
        }

        /**
         * Sets what reads the cues: where date ranges lie, and how long breaks of unknown length last.
         *
         * @param reader the reader
         * @return this builder
         */
        public Builder cues(CueReader reader) {
            cues = reader;
            return this;
        }

        private static Duration requireNotNegative(Duration duration) {
            if (duration.isNegative()) {
                throw new IllegalArgumentException("a length of time is not negative");
            }
            return duration;
        }

        /** {@return the options} */
        public LiveOptions build() {
            return new LiveOptions(this);
        }
    }
}

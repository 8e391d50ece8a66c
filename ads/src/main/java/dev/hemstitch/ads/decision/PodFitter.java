package dev.hemstitch.ads.decision;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.core.text.Decimals;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes a pod fit a break. No ad is clipped: one that is too long for what is left is left out, and the next one is tried. How
 * long an ad is, its playlist says, not the ad response. Immutable and safe for use by several threads.
 */
public final class PodFitter {
    /** No limit but the break's length; no creative twice. */
    public static final PodFitter DEFAULT = builder().build();

    private final Duration tolerance;
    private final Optional<Duration> maximumUnderfill;
    private final int maximumAds;
    private final boolean duplicates;
    private final boolean separateCategories;
    private final Optional<Slate> slate;

    private PodFitter(Builder builder) {
        this.tolerance = builder.tolerance;
        this.maximumUnderfill = builder.maximumUnderfill;
        this.maximumAds = builder.maximumAds;
        this.duplicates = builder.duplicates;
        this.separateCategories = builder.separateCategories;
        this.slate = builder.slate;
    }

    /**
     * {@return a builder: no tolerance, any number of ads, no creative twice, categories not looked at, no slate, and no
     * limit to what may stay unfilled}
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Chooses from a pod. An ad that cannot play gives its place to the first substitute that can.
     *
     * @param breakNanos how long the break is, in nanoseconds; empty if it takes any length, and no slate then
     * @param pod the ads in order, those too that cannot play
     * @param substitutes ads that may take the place of one that does not play, in order
     * @return what plays, what fills the rest, and what does not play; substitutes that were not needed are in neither
     */
    public FittedPod fit(OptionalLong breakNanos, List<Ad> pod, List<Ad> substitutes) {
        PodFitting fitting = new PodFitting(this, breakNanos, substitutes);
        pod.forEach(fitting::add);
        long unfilled = breakNanos.orElse(0) - fitting.adNanos();
        if (breakNanos.isEmpty() || fitting.isEmpty()) {
            return fitting.fitted(List.of());
        }
        if (maximumUnderfill.filter(most -> unfilled > most.toNanos()).isPresent()) {
            fitting.leaveOutAll(
                    SkipReason.BREAK_UNDERFILLED,
                    "ads fill " + seconds(fitting.adNanos()) + " of a break of " + seconds(breakNanos.getAsLong()));
            return fitting.fitted(List.of());
        }
        return fitting.fitted(slate.map(filler -> filler.fill(unfilled)).orElse(List.of()));
    }

    Duration tolerance() {
        return tolerance;
    }

    int maximumAds() {
        return maximumAds;
    }

    boolean allowsDuplicates() {
        return duplicates;
    }

    boolean separatesCategories() {
        return separateCategories;
    }

    static String seconds(long nanos) {
        return Decimals.ofNanos(nanos).toPlainString() + " s";
    }

    /** Collects how pods are made to fit. */
    public static final class Builder {
        private Duration tolerance = Duration.ZERO;
        private Optional<Duration> maximumUnderfill = Optional.empty();
        private int maximumAds = Integer.MAX_VALUE;
        private boolean duplicates;
        private boolean separateCategories;
        private Optional<Slate> slate = Optional.empty();

        private Builder() {}

        /**
         * How much longer than the break the ads may be together.
         *
         * @param tolerance at least zero
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder tolerance(Duration tolerance) {
            this.tolerance = requirePositive(tolerance);
            return this;
        }

        /**
         * How much of the break may stay without ads, slate or not, before it is left as it is: the personalization
         * threshold.
         *
         * @param most at least zero
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder maximumUnderfill(Duration most) {
            this.maximumUnderfill = Optional.of(requirePositive(most));
            return this;
        }

        /**
         * How many ads a break may have; slate does not count.
         *
         * @param most at least 1
         * @return this builder
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder maximumAds(int most) {
            if (most < 1) {
                throw new IllegalArgumentException("a break has at least one ad");
            }
            this.maximumAds = most;
            return this;
        }

        /**
         * Lets a creative play more than once in a break.
         *
         * @return this builder
         */
        public Builder allowDuplicates() {
            this.duplicates = true;
            return this;
        }

        /**
         * Leaves out an ad if one of its categories, by authority and code, is that of an ad already in the break.
         *
         * @return this builder
         */
        public Builder separateCategories() {
            this.separateCategories = true;
            return this;
        }

        /**
         * What fills the rest of a break that has ads. A break without any is left as it is.
         *
         * @param slate the slate
         * @return this builder
         */
        public Builder slate(Slate slate) {
            this.slate = Optional.of(slate);
            return this;
        }

        private static Duration requirePositive(Duration duration) {
            if (duration.isNegative()) {
                throw new IllegalArgumentException("a length of time is not negative");
            }
            return duration;
        }

        /** {@return the fitter} */
        public PodFitter build() {
            return new PodFitter(this);
        }
    }
}

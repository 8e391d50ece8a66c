package dev.hemstitch.ads.stitch;

import java.time.Duration;
import java.util.Optional;

/**
 * How to splice. Immutable; {@link #DEFAULT} and {@link #toBuilder} are the way to one.
 *
 * @param mode what becomes of the content where ads play
 * @param snap which boundary a break takes
 * @param tolerance how far that may be from where it was asked for; within 1 ms it always may, since sums of rounded durations
 *     are no nearer; empty for no limit
 * @param maximumSkew how far the boundaries of renditions may be from that of the first one; empty for no limit
 * @param dates what becomes of dates; empty for SHIFT with INSERT and KEEP with REPLACE
 * @param markers how ads are marked
 * @param filler media for renditions that an ad lacks
 */
public record StitchOptions(
        SpliceMode mode,
        SnapPolicy snap,
        Optional<Duration> tolerance,
        Optional<Duration> maximumSkew,
        Optional<DatePolicy> dates,
        MarkerStyle markers,
        Filler filler) {
    /** INSERT, NEAREST, no tolerance, no limit of skew, dates as the mode wants, no markers, no filler. */
    public static final StitchOptions DEFAULT = new StitchOptions(
            SpliceMode.INSERT,
            SnapPolicy.NEAREST,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            MarkerStyle.NONE,
            Filler.NONE);

    /**
     * Options.
     *
     * @param mode what becomes of the content where ads play
     * @param snap which boundary a break takes
     * @param tolerance how far that may be from where it was asked for
     * @param maximumSkew how far the boundaries of renditions may be from that of the first one
     * @param dates what becomes of dates
     * @param markers how ads are marked
     * @param filler media for renditions that an ad lacks
     * @throws IllegalArgumentException if date range markers are wanted while dates are to be left out
     */
    public StitchOptions {
        if (markers == MarkerStyle.DATERANGE && dates.equals(Optional.of(DatePolicy.DROP))) {
            throw new IllegalArgumentException("date range markers need dates, which are to be left out");
        }
    }

    /** {@return what becomes of dates} */
    public DatePolicy datePolicy() {
        return dates.orElse(mode == SpliceMode.INSERT ? DatePolicy.SHIFT : DatePolicy.KEEP);
    }

    /** {@return a builder that starts with these options} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Collects options; not safe for use by several threads. Defaults: those of {@link #DEFAULT}. */
    public static final class Builder {
        private SpliceMode mode;
        private SnapPolicy snap;
        private Optional<Duration> tolerance;
        private Optional<Duration> maximumSkew;
        private Optional<DatePolicy> dates;
        private MarkerStyle markers;
        private Filler filler;

        private Builder(StitchOptions options) {
            this.mode = options.mode;
            this.snap = options.snap;
            this.tolerance = options.tolerance;
            this.maximumSkew = options.maximumSkew;
            this.dates = options.dates;
            this.markers = options.markers;
            this.filler = options.filler;
        }

        /**
         * Sets what becomes of the content where ads play.
         *
         * @param value the mode
         * @return this builder
         */
        public Builder mode(SpliceMode value) {
            mode = value;
            return this;
        }

        /**
         * Sets which boundary a break takes.
         *
         * @param value the policy
         * @return this builder
         */
        public Builder snap(SnapPolicy value) {
            snap = value;
            return this;
        }

        /**
         * Sets how far the boundary may be from where the break was asked for.
         *
         * @param value the greatest distance
         * @return this builder
         */
        public Builder tolerance(Duration value) {
            tolerance = Optional.of(value);
            return this;
        }

        /**
         * Sets how far the boundaries of renditions may be from that of the first one.
         *
         * @param value the greatest distance
         * @return this builder
         */
        public Builder maximumSkew(Duration value) {
            maximumSkew = Optional.of(value);
            return this;
        }

        /**
         * Sets what becomes of dates.
         *
         * @param value the policy
         * @return this builder
         */
        public Builder dates(DatePolicy value) {
            dates = Optional.of(value);
            return this;
        }

        /**
         * Sets how ads are marked.
         *
         * @param value the style
         * @return this builder
         */
        public Builder markers(MarkerStyle value) {
            markers = value;
            return this;
        }

        /**
         * Sets where media for renditions comes from that an ad lacks.
         *
         * @param value the filler
         * @return this builder
         */
        public Builder filler(Filler value) {
            filler = value;
            return this;
        }

        /**
         * {@return the options}
         *
         * @throws IllegalArgumentException if date range markers are wanted while dates are to be left out
         */
        public StitchOptions build() {
            return new StitchOptions(mode, snap, tolerance, maximumSkew, dates, markers, filler);
        }
    }
}

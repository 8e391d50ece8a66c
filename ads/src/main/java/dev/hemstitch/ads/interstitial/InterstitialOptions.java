package dev.hemstitch.ads.interstitial;

import dev.hemstitch.ads.stitch.SnapPolicy;
import dev.hemstitch.ads.stitch.SpliceMode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * How to schedule. Immutable; {@link #DEFAULT} and {@link #toBuilder} are the way to one.
 *
 * @param mode INSERT to go on where the content was left; REPLACE to go on as much later as the ads take
 * @param snap onto which segment boundary of the first Media Playlist START-DATE moves; empty for a break exactly where it was
 *     asked for
 * @param tolerance with {@code snap}, how far that may be from where the break was asked for; within 1 ms it always may; empty for
 *     no limit
 * @param epoch the date of the content's start if none of its playlists has dates
 * @param once whether each plays once only, when it is first reached: ONCE in CUE
 * @param alwaysSnap whether X-SNAP is written also for what lies on a boundary of the first Media Playlist
 * @param restrictions what a viewer may not do; empty for no X-RESTRICT
 * @param playoutLimit the longest that an interstitial plays; empty for no X-PLAYOUT-LIMIT
 * @param contentMayVary whether viewers may get different ads; empty for no X-CONTENT-MAY-VARY, which means yes
 * @param timelineOccupation how much room it takes on the timeline; empty for no X-TIMELINE-OCCUPIES
 * @param timelineStyle how it looks there; empty for no X-TIMELINE-STYLE
 * @param skipControl a button that ends it early; empty for none
 * @param alwaysList whether also a break of one ad gets an asset list, as X-AD-CREATIVE-SIGNALING needs one
 * @param identifying whether X-ASSET-URI and X-ASSET-LIST get the query parameter {@code _HLS_interstitial_id}, which signed
 *     URIs may not bear
 */
public record InterstitialOptions(
        SpliceMode mode,
        Optional<SnapPolicy> snap,
        Optional<Duration> tolerance,
        OffsetDateTime epoch,
        boolean once,
        boolean alwaysSnap,
        Set<Restriction> restrictions,
        Optional<Duration> playoutLimit,
        Optional<Boolean> contentMayVary,
        Optional<TimelineOccupation> timelineOccupation,
        Optional<TimelineStyle> timelineStyle,
        Optional<SkipControl> skipControl,
        boolean alwaysList,
        boolean identifying) {
    /** INSERT, exactly where asked for, 1970 for content without dates, and no attribute that is not needed. */
    public static final InterstitialOptions DEFAULT = new InterstitialOptions(
            SpliceMode.INSERT,
            Optional.empty(),
            Optional.empty(),
            OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
            false,
            false,
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false);

    /**
     * Options; the set is copied.
     *
     * @param mode where the content goes on
     * @param snap onto which segment boundary START-DATE moves
     * @param tolerance how far that may be from where the break was asked for
     * @param epoch the date of the content's start if none of its playlists has dates
     * @param once whether each plays once only
     * @param alwaysSnap whether X-SNAP is always written
     * @param restrictions what a viewer may not do
     * @param playoutLimit the longest that an interstitial plays
     * @param contentMayVary whether viewers may get different ads
     * @param timelineOccupation how much room it takes on the timeline
     * @param timelineStyle how it looks there
     * @param skipControl a button that ends it early
     * @param alwaysList whether also a break of one ad gets an asset list
     * @param identifying whether URIs get the interstitial's ID
     * @throws IllegalArgumentException if the limit is negative, or the epoch no date with a year of four digits and an
     *     offset of whole minutes
     */
    public InterstitialOptions {
        restrictions = Set.copyOf(restrictions);
        if (playoutLimit.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("an interstitial cannot play for less than no time");
        }
        if (!ContentClock.isWritable(epoch) || epoch.getOffset().getTotalSeconds() % 60 != 0) {
            throw new IllegalArgumentException("a date has a year of four digits and an offset of whole minutes");
        }
    }

    /** {@return a builder that starts with these options} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Collects options; not safe for use by several threads. Defaults: those of {@link #DEFAULT}. */
    public static final class Builder {
        private SpliceMode mode;
        private Optional<SnapPolicy> snap;
        private Optional<Duration> tolerance;
        private OffsetDateTime epoch;
        private boolean once;
        private boolean alwaysSnap;
        private Set<Restriction> restrictions;
        private Optional<Duration> playoutLimit;
        private Optional<Boolean> contentMayVary;
        private Optional<TimelineOccupation> timelineOccupation;
        private Optional<TimelineStyle> timelineStyle;
        private Optional<SkipControl> skipControl;
        private boolean alwaysList;
        private boolean identifying;

        private Builder(InterstitialOptions options) {
            this.mode = options.mode;
            this.snap = options.snap;
            this.tolerance = options.tolerance;
            this.epoch = options.epoch;
            this.once = options.once;
            this.alwaysSnap = options.alwaysSnap;
            this.restrictions = options.restrictions;
            this.playoutLimit = options.playoutLimit;
            this.contentMayVary = options.contentMayVary;
            this.timelineOccupation = options.timelineOccupation;
            this.timelineStyle = options.timelineStyle;
            this.skipControl = options.skipControl;
            this.alwaysList = options.alwaysList;
            this.identifying = options.identifying;
        }

        /**
         * Sets where the content goes on.
         *
         * @param value the mode
         * @return this builder
         */
        public Builder mode(SpliceMode value) {
            mode = value;
            return this;
        }

        /**
         * Sets onto which segment boundary START-DATE moves.
         *
         * @param value the policy
         * @return this builder
         */
        public Builder snap(SnapPolicy value) {
            snap = Optional.of(value);
            return this;
        }

        /**
         * Sets how far that boundary may be from where the break was asked for.
         *
         * @param value the greatest distance
         * @return this builder
         */
        public Builder tolerance(Duration value) {
            tolerance = Optional.of(value);
            return this;
        }

        /**
         * Sets the date of the content's start if none of its playlists has dates.
         *
         * @param value the date
         * @return this builder
         */
        public Builder epoch(OffsetDateTime value) {
            epoch = value;
            return this;
        }

        /**
         * Sets whether each plays once only.
         *
         * @param value whether it does
         * @return this builder
         */
        public Builder once(boolean value) {
            once = value;
            return this;
        }

        /**
         * Sets whether X-SNAP is written also for what lies on a boundary.
         *
         * @param value whether it is
         * @return this builder
         */
        public Builder alwaysSnap(boolean value) {
            alwaysSnap = value;
            return this;
        }

        /**
         * Sets what a viewer may not do.
         *
         * @param value the restrictions
         * @return this builder
         */
        public Builder restrictions(Set<Restriction> value) {
            restrictions = Set.copyOf(value);
            return this;
        }

        /**
         * Sets the longest that an interstitial plays.
         *
         * @param value at least 0
         * @return this builder
         */
        public Builder playoutLimit(Duration value) {
            playoutLimit = Optional.of(value);
            return this;
        }

        /**
         * Sets whether viewers may get different ads.
         *
         * @param value whether they may
         * @return this builder
         */
        public Builder contentMayVary(boolean value) {
            contentMayVary = Optional.of(value);
            return this;
        }

        /**
         * Sets how much room it takes on the timeline.
         *
         * @param value the room
         * @return this builder
         */
        public Builder timelineOccupation(TimelineOccupation value) {
            timelineOccupation = Optional.of(value);
            return this;
        }

        /**
         * Sets how it looks on the timeline.
         *
         * @param value the style
         * @return this builder
         */
        public Builder timelineStyle(TimelineStyle value) {
            timelineStyle = Optional.of(value);
            return this;
        }

        /**
         * Sets a button that ends it early.
         *
         * @param value the button
         * @return this builder
         */
        public Builder skipControl(SkipControl value) {
            skipControl = Optional.of(value);
            return this;
        }

        /**
         * Sets whether also a break of one ad gets an asset list.
         *
         * @param value whether it does
         * @return this builder
         */
        public Builder alwaysList(boolean value) {
            alwaysList = value;
            return this;
        }

        /**
         * Sets whether URIs get the query parameter {@code _HLS_interstitial_id}.
         *
         * @param value whether they do
         * @return this builder
         */
        public Builder identifying(boolean value) {
            identifying = value;
            return this;
        }

        /**
         * {@return the options}
         *
         * @throws IllegalArgumentException if the limit is negative, or the epoch no date with a year of four digits and an
         *     offset of whole minutes
         */
        public InterstitialOptions build() {
            return new InterstitialOptions(
                    mode,
                    snap,
                    tolerance,
                    epoch,
                    once,
                    alwaysSnap,
                    restrictions,
                    playoutLimit,
                    contentMayVary,
                    timelineOccupation,
                    timelineStyle,
                    skipControl,
                    alwaysList,
                    identifying);
        }
    }
}

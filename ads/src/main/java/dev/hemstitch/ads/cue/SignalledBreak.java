package dev.hemstitch.ads.cue;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.scte35.SpliceInfoSection;
import dev.hemstitch.core.text.Decimals;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A break as the markers of a playlist signal it. All times are nanoseconds on the timeline of the playlist that it was
 * read from, whose first segment starts at 0.
 *
 * <p>Immutable. Two are equal if all they say is equal.
 */
// Size: one noun with an accessor and a builder method for each of the sixteen things that markers can say of a break.
public final class SignalledBreak {
    private final Builder is;

    private SignalledBreak(Builder values) {
        this.is = values;
    }

    /**
     * A builder of a break. Defaults: no duration, no end, no dialect, nothing else known, {@link Opportunity#REPLACEMENT}.
     *
     * @param id what identifies it
     * @param startNanos where it starts; may be negative
     * @return the builder
     */
    public static Builder builder(String id, long startNanos) {
        return new Builder(id, startNanos);
    }

    /** {@return a builder that starts with what this break is} */
    public Builder toBuilder() {
        return is.copy();
    }

    /** {@return what identifies it in all snapshots and renditions, as {@link CueReader} describes} */
    public String id() {
        return is.id;
    }

    /** {@return where it starts; negative if it started before the first segment} */
    public long startNanos() {
        return is.startNanos;
    }

    /** {@return how long it is to be, 0 for a point; empty if no marker says} */
    public OptionalLong durationNanos() {
        return is.durationNanos;
    }

    /** {@return the Media Sequence Number of the segment that it starts before, unsigned 64 bit; empty if that is not listed} */
    public OptionalLong mediaSequence() {
        return is.mediaSequence;
    }

    /** {@return where it ends, the earliest that is signalled; empty as long as no end is} */
    public OptionalLong endNanos() {
        return is.endNanos;
    }

    /**
     * {@return where it is over as far as can be known: the earliest of its end, its start and duration, the start of a
     * break that was signalled inside it, and the longest time for breaks of unknown length; empty if none of these is known}
     */
    public OptionalLong untilNanos() {
        return is.untilNanos;
    }

    /** {@return how much of it had passed when the first segment starts; empty if its start is in the playlist} */
    public OptionalLong joinedAfterNanos() {
        return is.joinedAfterNanos;
    }

    /** {@return the dialects that signal it, in order of appearance, each once} */
    public List<CueDialect> dialects() {
        return is.dialects;
    }

    /** {@return its SCTE 35 event id in decimal, else what its tags call it; empty if they do not} */
    public Optional<String> eventId() {
        return is.eventId;
    }

    /** {@return the ID of its EXT-X-DATERANGE, if it has one} */
    public Optional<String> dateRangeId() {
        return is.dateRangeId;
    }

    /** {@return the sections that signal it, each once, in order of appearance; UPIDs are in their descriptors} */
    public List<SpliceInfoSection> sections() {
        return is.sections;
    }

    /** {@return the variables of EXT-X-ASSET, URL-decoded, in order} */
    public Map<String, String> asset() {
        return is.asset;
    }

    /** {@return when it starts; empty if the playlist has no dates} */
    public Optional<OffsetDateTime> startDate() {
        return is.startDate;
    }

    /** {@return what it gives room for} */
    public Opportunity opportunity() {
        return is.opportunity;
    }

    /** {@return whether ads play between two segments, not in place of any} */
    public boolean isInsertionPoint() {
        return is.opportunity == Opportunity.INSERTION;
    }

    /** {@return a segment of the playlist that it was read from, by which the next reading finds it again; empty if unknown} */
    public Optional<TimelineAnchor> anchor() {
        return is.anchor;
    }

    /**
     * The break with ads to play in it.
     *
     * @param ads the ads
     * @return the break at its start, at 0 if it started before the first segment
     */
    public AdBreak toAdBreak(List<Ad> ads) {
        return new AdBreak(BreakPosition.ofSeconds(Decimals.ofNanos(Math.max(0, is.startNanos))), ads);
    }

    private List<Object> all() {
        return List.of(
                is.id,
                is.startNanos,
                is.durationNanos,
                is.mediaSequence,
                is.endNanos,
                is.untilNanos,
                is.joinedAfterNanos,
                is.dialects,
                is.eventId,
                is.dateRangeId,
                is.sections,
                is.asset,
                is.startDate,
                is.opportunity,
                is.anchor);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof SignalledBreak other && all().equals(other.all());
    }

    @Override
    public int hashCode() {
        return Objects.hash(is.id, is.startNanos);
    }

    @Override
    public String toString() {
        return "SignalledBreak" + all();
    }

    /** Collects what is known of a break; not safe for use by several threads. */
    public static final class Builder {
        private String id;
        private long startNanos;
        private OptionalLong durationNanos = OptionalLong.empty();
        private OptionalLong mediaSequence = OptionalLong.empty();
        private OptionalLong endNanos = OptionalLong.empty();
        private OptionalLong untilNanos = OptionalLong.empty();
        private OptionalLong joinedAfterNanos = OptionalLong.empty();
        private List<CueDialect> dialects = List.of();
        private Optional<String> eventId = Optional.empty();
        private Optional<String> dateRangeId = Optional.empty();
        private List<SpliceInfoSection> sections = List.of();
        private Map<String, String> asset = Map.of();
        private Optional<OffsetDateTime> startDate = Optional.empty();
        private Opportunity opportunity = Opportunity.REPLACEMENT;
        private Optional<TimelineAnchor> anchor = Optional.empty();

        private Builder(String id, long startNanos) {
            this.id = id;
            this.startNanos = startNanos;
        }

        private Builder copy() {
            Builder copy = new Builder(id, startNanos);
            copy.durationNanos = durationNanos;
            copy.mediaSequence = mediaSequence;
            copy.endNanos = endNanos;
            copy.untilNanos = untilNanos;
            copy.joinedAfterNanos = joinedAfterNanos;
            copy.dialects = dialects;
            copy.eventId = eventId;
            copy.dateRangeId = dateRangeId;
            copy.sections = sections;
            copy.asset = asset;
            copy.startDate = startDate;
            copy.opportunity = opportunity;
            copy.anchor = anchor;
            return copy;
        }

        /**
         * Sets what identifies it.
         *
         * @param value any text
         * @return this builder
         */
        public Builder id(String value) {
            id = value;
            return this;
        }

        /**
         * Sets where it starts.
         *
         * @param nanos nanoseconds, perhaps negative
         * @return this builder
         */
        public Builder startNanos(long nanos) {
            startNanos = nanos;
            return this;
        }

        /**
         * Sets how long it is to be.
         *
         * @param nanos nanoseconds
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder durationNanos(OptionalLong nanos) {
            durationNanos = requireNotNegative(nanos);
            return this;
        }

        /**
         * Sets which segment it starts before.
         *
         * @param number its Media Sequence Number, unsigned 64 bit
         * @return this builder
         */
        public Builder mediaSequence(OptionalLong number) {
            mediaSequence = number;
            return this;
        }

        /**
         * Sets where it ends, as signalled.
         *
         * @param nanos nanoseconds
         * @return this builder
         */
        public Builder endNanos(OptionalLong nanos) {
            endNanos = nanos;
            return this;
        }

        /**
         * Sets where it is over as far as can be known.
         *
         * @param nanos nanoseconds
         * @return this builder
         */
        public Builder untilNanos(OptionalLong nanos) {
            untilNanos = nanos;
            return this;
        }

        /**
         * Sets how much of it had passed when the first segment starts.
         *
         * @param nanos nanoseconds
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder joinedAfterNanos(OptionalLong nanos) {
            joinedAfterNanos = requireNotNegative(nanos);
            return this;
        }

        private static OptionalLong requireNotNegative(OptionalLong nanos) {
            if (nanos.isPresent() && nanos.getAsLong() < 0) {
                throw new IllegalArgumentException("a length of time cannot be negative");
            }
            return nanos;
        }

        /**
         * Sets the dialects that signal it.
         *
         * @param list the dialects in order, each once
         * @return this builder
         */
        public Builder dialects(List<CueDialect> list) {
            dialects = List.copyOf(list);
            return this;
        }

        /**
         * Sets what the tags call it.
         *
         * @param value the SCTE 35 event id in decimal, or another id
         * @return this builder
         */
        public Builder eventId(Optional<String> value) {
            eventId = value;
            return this;
        }

        /**
         * Sets the ID of its EXT-X-DATERANGE.
         *
         * @param value the ID
         * @return this builder
         */
        public Builder dateRangeId(Optional<String> value) {
            dateRangeId = value;
            return this;
        }

        /**
         * Sets the sections that signal it.
         *
         * @param list the sections
         * @return this builder
         */
        public Builder sections(List<SpliceInfoSection> list) {
            sections = List.copyOf(list);
            return this;
        }

        /**
         * Sets the variables of EXT-X-ASSET.
         *
         * @param variables names and values, not URL-encoded
         * @return this builder
         */
        public Builder asset(Map<String, String> variables) {
            asset = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
            return this;
        }

        /**
         * Sets when it starts.
         *
         * @param date the date
         * @return this builder
         */
        public Builder startDate(Optional<OffsetDateTime> date) {
            startDate = date;
            return this;
        }

        /**
         * Sets what it gives room for.
         *
         * @param value stretch or point
         * @return this builder
         */
        public Builder opportunity(Opportunity value) {
            opportunity = value;
            return this;
        }

        /**
         * Sets a segment of the playlist that its times count on.
         *
         * @param value the segment and where it starts
         * @return this builder
         */
        public Builder anchor(Optional<TimelineAnchor> value) {
            anchor = value;
            return this;
        }

        /** Adds a dialect if it is not there. */
        Builder withDialect(CueDialect dialect) {
            if (!dialects.contains(dialect)) {
                List<CueDialect> more = new ArrayList<>(dialects);
                more.add(dialect);
                dialects = List.copyOf(more);
            }
            return this;
        }

        /** {@return the break} */
        public SignalledBreak build() {
            return new SignalledBreak(copy());
        }
    }
}

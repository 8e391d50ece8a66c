package dev.hemstitch.ads.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a channel is like. Immutable. */
// Size: one value with a builder of twenty-four settings.
public final class ChannelOptions {
    /** What the segments are. */
    public enum Media {
        /** MPEG-2 transport stream. */
        TS,
        /** Fragmented MP4 with EXT-X-MAP. */
        FMP4
    }

    /** How the segments are encrypted. */
    public enum Encryption {
        /** Not at all. */
        CLEAR,
        /** AES-128; the media sequence number is the IV. Only for {@link Media#TS}: a map needs an IV. */
        AES_128_IMPLICIT_IV,
        /** AES-128 with an IV for each key. */
        AES_128_EXPLICIT_IV,
        /** SAMPLE-AES, the same key under two KEYFORMATs. */
        SAMPLE_AES
    }

    /** Where EXT-X-PROGRAM-DATE-TIME stands. */
    public enum Dates {
        /** Nowhere. */
        NONE,
        /** Before the first segment, every fifth, and where EXT-X-DISCONTINUITY stands. */
        SPARSE,
        /** Before each segment. */
        EVERY_SEGMENT
    }

    final Builder is;

    private ChannelOptions(Builder from) {
        this.is = from;
    }

    /**
     * Starts the options of a plain channel: clear TS, video in 6 s, audio in 2 s, a date on each segment, a window of ten
     * segments, no breaks and no faults.
     *
     * @param seed what decides all that is left to chance
     * @param length how long the channel goes on
     * @return a builder
     */
    public static Builder builder(long seed, Duration length) {
        return new Builder(seed, length.toNanos());
    }

    /**
     * A channel of any kind, with breaks and faults.
     *
     * @param seed what decides
     * @param length how long the channel goes on
     * @return its options
     */
    public static ChannelOptions random(long seed, Duration length) {
        return random(seed, length, true, true);
    }

    /**
     * A channel of any kind.
     *
     * @param seed what decides
     * @param length how long the channel goes on
     * @param breaks whether it has breaks
     * @param faults whether it has faults: late segments, jitter, stale edges, restarts
     * @return its options
     */
    public static ChannelOptions random(long seed, Duration length, boolean breaks, boolean faults) {
        return ChannelVariety.of(seed, length, breaks, faults);
    }

    /** {@return a builder that starts with these} */
    public Builder toBuilder() {
        return new Builder(is);
    }

    /** {@return the renditions; the first one is the video whose boundaries the breaks keep to} */
    public List<ContentRendition> renditions() {
        return is.renditions;
    }

    /** {@return what the segments are} */
    public Media media() {
        return is.media;
    }

    /** {@return where dates stand} */
    public Dates dates() {
        return is.dates;
    }

    /** {@return the EXT-X-TARGETDURATION of all renditions, in seconds} */
    public int targetDuration() {
        return 6;
    }

    boolean hasDateRanges() {
        return is.dateRanges || is.cueForms.contains(CueForm.DATERANGE);
    }

    long targetNanos() {
        return targetDuration() * Seconds.NANOS;
    }

    @Override
    public String toString() {
        return is.toString();
    }

    /** Collects options. */
    public static final class Builder {
        final long seed;
        final long lengthNanos;
        List<ContentRendition> renditions = List.of(
                new ContentRendition("video", ContentRendition.Kind.VIDEO, 6_006_000, true),
                new ContentRendition("video2", ContentRendition.Kind.VIDEO, 6_006_000, true),
                new ContentRendition("audio", ContentRendition.Kind.AUDIO, 2_005_333, false),
                new ContentRendition("subs", ContentRendition.Kind.SUBTITLES, 6_006_000, true));
        Media media = Media.TS;
        Encryption encryption = Encryption.CLEAR;
        long keyRotationNanos = 120 * Seconds.NANOS;
        boolean byteRanges;
        Dates dates = Dates.EVERY_SEGMENT;
        int windowSegments = 10;
        long discontinuityEveryNanos;
        int gapsPerMille;
        boolean endList;
        boolean lowLatency;
        boolean dateRanges;
        long breakEveryNanos;
        Set<BreakKind> breakKinds = EnumSet.of(BreakKind.KNOWN);
        Set<CueForm> cueForms = EnumSet.of(CueForm.CUE_OUT);
        boolean conditioned = true;
        int latePerMille;
        long jitterNanos;
        List<Long> edgeAges = List.of(0L);
        int restarts;
        boolean withoutDiscontinuitySequence;

        private Builder(long seed, long lengthNanos) {
            this.seed = seed;
            this.lengthNanos = lengthNanos;
        }

        private Builder(Builder other) {
            this(other.seed, other.lengthNanos);
            renditions = other.renditions;
            media = other.media;
            encryption = other.encryption;
            keyRotationNanos = other.keyRotationNanos;
            byteRanges = other.byteRanges;
            dates = other.dates;
            windowSegments = other.windowSegments;
            discontinuityEveryNanos = other.discontinuityEveryNanos;
            gapsPerMille = other.gapsPerMille;
            endList = other.endList;
            lowLatency = other.lowLatency;
            dateRanges = other.dateRanges;
            breakEveryNanos = other.breakEveryNanos;
            breakKinds = EnumSet.copyOf(other.breakKinds);
            cueForms = EnumSet.copyOf(other.cueForms);
            conditioned = other.conditioned;
            latePerMille = other.latePerMille;
            jitterNanos = other.jitterNanos;
            edgeAges = other.edgeAges;
            restarts = other.restarts;
            withoutDiscontinuitySequence = other.withoutDiscontinuitySequence;
        }

        /** The renditions; the first is a video that follows itself. */
        public Builder renditions(List<ContentRendition> list) {
            renditions = List.copyOf(list);
            return this;
        }

        /** What the segments are. */
        public Builder media(Media value) {
            media = value;
            return this;
        }

        /** How they are encrypted. */
        public Builder encryption(Encryption value) {
            encryption = value;
            return this;
        }

        /** How long a key is used. */
        public Builder keyRotation(Duration value) {
            keyRotationNanos = value.toNanos();
            return this;
        }

        /** Whether eight segments share a resource, the offsets left out where they may be. */
        public Builder byteRanges(boolean value) {
            byteRanges = value;
            return this;
        }

        /** Where dates stand. */
        public Builder dates(Dates value) {
            dates = value;
            return this;
        }

        /** How many video segments the window has; other renditions have as much time. */
        public Builder windowSegments(int value) {
            windowSegments = value;
            return this;
        }

        /** How often the content itself is discontinuous, also at the edges of breaks and inside; zero: never. */
        public Builder discontinuityEvery(Duration value) {
            discontinuityEveryNanos = value.toNanos();
            return this;
        }

        /** How many of a thousand segments are EXT-X-GAP. */
        public Builder gapsPerMille(int value) {
            gapsPerMille = value;
            return this;
        }

        /** Whether EXT-X-ENDLIST comes at the end. */
        public Builder endList(boolean value) {
            endList = value;
            return this;
        }

        /** Whether there are parts, hints and reports. */
        public Builder lowLatency(boolean value) {
            lowLatency = value;
            return this;
        }

        /** Whether there are date ranges that are no cues; only in channels with dates. */
        public Builder dateRanges(boolean value) {
            dateRanges = value;
            return this;
        }

        /** How often a break comes, roughly; zero: never. */
        public Builder breakEvery(Duration value) {
            breakEveryNanos = value.toNanos();
            return this;
        }

        /** What breaks there are. */
        public Builder breakKinds(Set<BreakKind> value) {
            breakKinds = EnumSet.copyOf(value);
            return this;
        }

        /** How they are marked; all of these at once. */
        public Builder cueForms(Set<CueForm> value) {
            cueForms = EnumSet.copyOf(value);
            return this;
        }

        /** Whether the video has a boundary exactly where a break was planned, else the break moves to the nearest one. */
        public Builder conditioned(boolean value) {
            conditioned = value;
            return this;
        }

        /** How many of a thousand segments come late, by up to one and a half target durations. */
        public Builder latePerMille(int value) {
            latePerMille = value;
            return this;
        }

        /** By how much the moment of publishing varies. */
        public Builder jitter(Duration value) {
            jitterNanos = value.toNanos();
            return this;
        }

        /** How old what each edge of the CDN serves is. */
        public Builder edgeAges(List<Duration> value) {
            edgeAges = value.stream().map(Duration::toNanos).toList();
            return this;
        }

        /** How often the encoder starts again, with media and discontinuity sequence numbers from the beginning. */
        public Builder restarts(int value) {
            restarts = value;
            return this;
        }

        /** Whether EXT-X-DISCONTINUITY-SEQUENCE is missing. */
        public Builder withoutDiscontinuitySequence(boolean value) {
            withoutDiscontinuitySequence = value;
            return this;
        }

        /**
         * {@return the options}
         *
         * @throws IllegalArgumentException if they contradict each other
         */
        public ChannelOptions build() {
            if (media == Media.FMP4 && encryption == Encryption.AES_128_IMPLICIT_IV) {
                throw new IllegalArgumentException("an encrypted map needs an IV");
            }
            if (dates == Dates.NONE && (dateRanges || cueForms.contains(CueForm.DATERANGE))) {
                throw new IllegalArgumentException("date ranges need dates");
            }
            return new ChannelOptions(new Builder(this));
        }

        @Override
        public String toString() {
            List<String> words = new ArrayList<>(List.of(
                    "seed " + seed,
                    media.toString(),
                    encryption.toString(),
                    "dates " + dates,
                    "window " + windowSegments,
                    "breaks " + (breakEveryNanos == 0 ? "none" : breakKinds + " by " + cueForms)));
            if (byteRanges) {
                words.add("byte ranges");
            }
            if (discontinuityEveryNanos > 0) {
                words.add("discontinuities");
            }
            if (gapsPerMille > 0) {
                words.add("gaps");
            }
            if (endList) {
                words.add("end list");
            }
            if (lowLatency) {
                words.add("low latency");
            }
            if (dateRanges) {
                words.add("date ranges");
            }
            if (!conditioned) {
                words.add("unconditioned");
            }
            if (latePerMille > 0 || jitterNanos > 0) {
                words.add("late");
            }
            if (edgeAges.size() > 1) {
                words.add("stale edges");
            }
            if (restarts > 0) {
                words.add(restarts + " restarts");
            }
            if (withoutDiscontinuitySequence) {
                words.add("no discontinuity sequence");
            }
            return String.join(", ", words);
        }
    }
}

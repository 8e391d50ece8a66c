package dev.hemstitch.core.properties;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.Variables;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.reference.EffectivePlaylist;
import dev.hemstitch.core.reference.EffectiveSegment;
import dev.hemstitch.core.reference.PlaylistTexts;
import dev.hemstitch.core.reference.ReferenceMultivariant;
import dev.hemstitch.core.reference.ReferenceReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the library and the reference readers do not say the same of a playlist. */
final class Agreement {
    private static final Variables IMPORTED = Variables.of(
            PlaylistParser.lenient()
                    .parse("#EXTM3U\n#EXT-X-DEFINE:NAME=\"imported\",VALUE=\"https://imp.example\"\n"
                            + "#EXT-X-STREAM-INF:BANDWIDTH=1\nv\n"),
            Variables.NONE,
            "");

    private final List<String> differences = new ArrayList<>();

    private Agreement() {}

    /** One line for each value that differs; empty if the readers agree on the bytes that the playlist was read from. */
    static List<String> differences(Playlist playlist, byte[] bytes) {
        Agreement agreement = new Agreement();
        String text = new String(bytes, StandardCharsets.UTF_8);
        Variables variables = Variables.of(playlist, IMPORTED, PlaylistTexts.BASE_URI);
        if (playlist instanceof MediaPlaylist media) {
            agreement.media(
                    LibraryReading.of(media, variables), ReferenceReader.read(text, PlaylistTexts.OUTSIDE_VARIABLES));
        } else if (playlist instanceof MultivariantPlaylist multivariant) {
            agreement.multivariant(
                    MultivariantReading.of(multivariant, variables),
                    ReferenceMultivariant.read(text, PlaylistTexts.OUTSIDE_VARIABLES));
        }
        return agreement.differences;
    }

    private void media(EffectivePlaylist library, EffectivePlaylist reference) {
        EffectivePlaylist ours = Tolerance.of(library);
        EffectivePlaylist theirs = Tolerance.of(reference);
        boolean roundedUp = theirs.header().targetDuration().isEmpty();
        same("header", roundedUp ? "" : ours.header(), roundedUp ? "" : theirs.header());
        // The library takes a negative duration for no time at all, the reference for time that runs back.
        boolean forwards = reference.segments().stream()
                .allMatch(segment -> segment.duration().signum() >= 0);
        same("number of segments", ours.segments().size(), theirs.segments().size());
        for (int i = 0; i < Math.min(ours.segments().size(), theirs.segments().size()); i++) {
            boolean defined = reference.segments().get(i).byteRange().stream()
                    .allMatch(range -> range.offset().isPresent());
            boolean decoded = theirs.segments().get(i).uri().indexOf('\uFFFD') < 0;
            segment(ours.segments().get(i), theirs.segments().get(i), defined && decoded);
            if (forwards) {
                date(
                        i,
                        library.segments().get(i).derivedProgramDateTime(),
                        reference.segments().get(i).derivedProgramDateTime());
            }
        }
        same("lines behind", ours.linesAfterLastSegment(), theirs.linesAfterLastSegment());
        same("date ranges behind", ours.dateRangesAfterLastSegment(), theirs.dateRangesAfterLastSegment());
        same("parts behind", ours.partsAfterLastSegment(), theirs.partsAfterLastSegment());
    }

    /** Ranges are not compared where nothing defines the offset, or where bytes that are not UTF-8 make URIs look equal. */
    private void segment(EffectiveSegment ours, EffectiveSegment theirs, boolean rangesToo) {
        String at = "segment " + theirs.index() + " ";
        same(at + "number", ours.mediaSequence(), theirs.mediaSequence());
        same(at + "discontinuity number", ours.discontinuitySequence(), theirs.discontinuitySequence());
        same(at + "uri", ours.uri(), theirs.uri());
        same(at + "duration", ours.duration(), theirs.duration());
        same(at + "title", ours.title(), theirs.title());
        same(at + "keys", ours.keys(), theirs.keys());
        same(at + "map", ours.map(), theirs.map());
        same(at + "bit rate", ours.bitrate(), theirs.bitrate());
        same(at + "date ranges", ours.dateRanges(), theirs.dateRanges());
        same(at + "parts", ours.parts(), theirs.parts());
        if (rangesToo) {
            same(at + "as a whole", ours, theirs);
        }
    }

    /** The library rounds each duration to a nanosecond, the reference the sum. */
    private void date(int index, Optional<Instant> ours, Optional<Instant> theirs) {
        boolean near = ours.isPresent()
                && theirs.isPresent()
                && Duration.between(ours.get(), theirs.get()).abs().toNanos() <= index + 1000;
        if (!near) {
            same("segment " + index + " date", ours, theirs);
        }
    }

    private void multivariant(ReferenceMultivariant library, ReferenceMultivariant reference) {
        ReferenceMultivariant ours = MultivariantReading.tolerant(library);
        ReferenceMultivariant theirs = MultivariantReading.tolerant(reference);
        same("variants", ours.variants(), theirs.variants());
        same("renditions", ours.renditions(), theirs.renditions());
        same("variables", Map.copyOf(ours.variables()), Map.copyOf(theirs.variables()));
        same("as a whole", ours, theirs);
    }

    private void same(String what, Object ours, Object theirs) {
        if (!ours.equals(theirs)) {
            differences.add(what + ": library " + ours + "\n    reference " + theirs);
        }
    }
}

package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.PlaylistLine;

/** What older versions had and later ones have not (8). */
final class RemovedFeatures {
    static final String ALLOW_CACHE = "EXT-X-ALLOW-CACHE";
    private static final String PROGRAM_ID = "PROGRAM-ID";
    private static final long WITHOUT_PROGRAM_ID = 6;
    private static final long WITHOUT_ALLOW_CACHE = 7;

    private RemovedFeatures() {}

    static boolean isProgramId(HlsTag tag, String attribute) {
        return (tag == HlsTag.STREAM_INF || tag == HlsTag.I_FRAME_STREAM_INF) && attribute.equals(PROGRAM_ID);
    }

    /** Reports what a line has that its playlist's version, a positive number, has not. */
    static void check(PlacedLine line, long version, Findings findings) {
        boolean programId =
                line.tag().filter(tag -> isProgramId(tag, PROGRAM_ID)).isPresent()
                        && line.find(PROGRAM_ID).isPresent();
        if (programId && version >= WITHOUT_PROGRAM_ID) {
            findings.report(
                    DiagnosticCode.REMOVED_FEATURE,
                    line.location(PROGRAM_ID),
                    "version " + version + " has no PROGRAM-ID; it was removed in version 6");
        }
        boolean unknown = line.line().kind() == PlaylistLine.Kind.UNKNOWN_TAG;
        if (version >= WITHOUT_ALLOW_CACHE && unknown && TextRules.tagName(line).equals(ALLOW_CACHE)) {
            findings.report(
                    DiagnosticCode.REMOVED_FEATURE,
                    line,
                    "version " + version + " has no EXT-X-ALLOW-CACHE; it was removed in version 7");
        }
    }
}

package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.internal.check.PlacedSegment;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.text.IsoDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * How EXT-X-PROGRAM-DATE-TIME is written, and where it stands (4.4.4.6 and 6.2.1). That it is a date at all is found when
 * reading, which takes more for one than ISO 8601 does.
 */
final class DateRules implements PlaylistRule {
    private enum Lack {
        ZONE("time zone"),
        MILLISECONDS("milliseconds"),
        BOTH("time zone and no milliseconds");

        private final String words;

        Lack(String words) {
            this.words = words;
        }
    }

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.media().isEmpty() || !playlist.has(HlsTag.PROGRAM_DATE_TIME)) {
            return;
        }
        Set<Lack> told = EnumSet.noneOf(Lack.class);
        for (PlacedLine line : playlist.all(HlsTag.PROGRAM_DATE_TIME)) {
            String date = line.value();
            if (IsoDateTime.parse(date).isPresent()) {
                if (isIso(date)) {
                    completeness(line, told, findings);
                } else {
                    findings.report(
                            DiagnosticCode.MALFORMED_DATE,
                            line.valueLocation(),
                            "EXT-X-PROGRAM-DATE-TIME is no date after ISO 8601: " + Diagnostic.echo(date));
                }
            }
        }
        playlist.segments().forEach(segment -> discontinuity(segment, findings));
    }

    /** Whether a readable date has a T before its time and two digits for the hours of its zone. */
    private static boolean isIso(String date) {
        int zone = DateSpelling.fractionEnd(date);
        int colon = date.indexOf(':', zone);
        return date.indexOf(' ') < 0 && (colon < 0 || colon - zone == 3);
    }

    /** Who leaves something out does so in all dates: the first of each kind is told. */
    private static void completeness(PlacedLine line, Set<Lack> told, Findings findings) {
        String date = line.value();
        boolean hasZone = DateSpelling.hasZone(date);
        boolean hasMilliseconds = DateSpelling.fractionDigits(date) >= 3;
        if (hasZone && hasMilliseconds) {
            return;
        }
        Lack lack = hasZone ? Lack.MILLISECONDS : hasMilliseconds ? Lack.ZONE : Lack.BOTH;
        if (told.add(lack)) {
            findings.report(
                    DiagnosticCode.DATE_WITHOUT_ZONE_OR_MILLISECONDS,
                    line.valueLocation(),
                    "EXT-X-PROGRAM-DATE-TIME has no " + lack.words + ": " + Diagnostic.echo(date));
        }
    }

    private static void discontinuity(PlacedSegment segment, Findings findings) {
        if (segment.segment().isDiscontinuity() && !segment.segment().has(HlsTag.PROGRAM_DATE_TIME)) {
            findings.report(
                    DiagnosticCode.DISCONTINUITY_WITHOUT_DATE,
                    segment.first(HlsTag.DISCONTINUITY).orElseThrow(),
                    "the segment behind EXT-X-DISCONTINUITY has no EXT-X-PROGRAM-DATE-TIME while others have one");
        }
    }
}

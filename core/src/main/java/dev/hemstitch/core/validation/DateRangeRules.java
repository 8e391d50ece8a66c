package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.MergedDateRange;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.IsoDateTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a date range is (EXT-X-DATERANGE, 4.4.5.1), and metadata tags where they do not belong. */
final class DateRangeRules implements PlaylistRule {
    private static final List<HlsTag> METADATA =
            List.of(HlsTag.DATERANGE, HlsTag.SKIP, HlsTag.PRELOAD_HINT, HlsTag.RENDITION_REPORT);

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.multivariant().isPresent()) {
            checkPlace(playlist, findings);
            return;
        }
        List<PlacedLine> lines = playlist.all(HlsTag.DATERANGE);
        boolean isDelta = playlist.has(HlsTag.SKIP);
        if (!lines.isEmpty() && !isDelta && !playlist.has(HlsTag.PROGRAM_DATE_TIME)) {
            String message = "EXT-X-DATERANGE needs an EXT-X-PROGRAM-DATE-TIME in the playlist";
            findings.report(DiagnosticCode.DATE_RANGE_WITHOUT_DATES, lines.get(0), message);
        }
        for (PlacedLine line : lines) {
            checkDate(line, DateRange.START_DATE, findings);
            checkDate(line, DateRange.END_DATE, findings);
            checkCue(line, findings);
        }
        for (MergedDateRange range : MergedDateRange.of(playlist)) {
            if (!isDelta && !range.first().has(DateRange.START_DATE)) {
                String message =
                        "the first EXT-X-DATERANGE of ID " + Diagnostic.echo(range.id()) + " has no START-DATE";
                findings.report(DiagnosticCode.MISSING_START_DATE, range.first(), message);
            }
            checkEnd(range, findings);
        }
    }

    private static void checkPlace(CheckedPlaylist playlist, Findings findings) {
        for (HlsTag tag : METADATA) {
            for (PlacedLine line : playlist.all(tag)) {
                String message = tag.tagName() + " means something only in a Media Playlist";
                findings.report(DiagnosticCode.METADATA_IN_MULTIVARIANT, line, message);
            }
        }
    }

    private static void checkDate(PlacedLine line, Attribute<IsoDateTime> attribute, Findings findings) {
        String date = line.text(attribute.name()).orElse("");
        if (date.isEmpty() || date.contains("{$")) {
            return;
        }
        if (IsoDateTime.parse(date).isEmpty()) {
            String message = attribute.name() + " is no date and time: " + Diagnostic.echo(date);
            findings.report(DiagnosticCode.DATE_RANGE_DATE, line, attribute, message);
        } else if (DateSpelling.fractionDigits(date) < 3 || !DateSpelling.hasZone(date)) {
            String message = attribute.name() + " has no time zone or no milliseconds: " + Diagnostic.echo(date);
            findings.report(DiagnosticCode.DATE_WITHOUT_ZONE_OR_MILLISECONDS, line, attribute, message);
        }
    }

    private static void checkCue(PlacedLine line, Findings findings) {
        List<String> cue = line.get(DateRange.CUE).orElse(List.of());
        if (cue.contains("PRE") && cue.contains("POST")) {
            findings.report(DiagnosticCode.CUE_PRE_AND_POST, line, DateRange.CUE, "CUE has both PRE and POST");
        }
    }

    private static void checkEnd(MergedDateRange range, Findings findings) {
        Optional<PlacedLine> line = range.line(DateRange.END_DATE);
        Optional<IsoDateTime> end = range.get(DateRange.END_DATE);
        if (line.isEmpty() || end.isEmpty()) {
            return;
        }
        Optional<IsoDateTime> start = line.get().get(DateRange.START_DATE).or(() -> range.get(DateRange.START_DATE));
        if (start.isEmpty()) {
            return;
        }
        Duration length = Duration.between(start.get().value(), end.get().value());
        if (length.isNegative()) {
            String message = "END-DATE " + end.get() + " lies before START-DATE " + start.get();
            findings.report(DiagnosticCode.END_BEFORE_START, line.get(), DateRange.END_DATE, message);
            return;
        }
        BigDecimal seconds = BigDecimal.valueOf(length.getSeconds()).add(BigDecimal.valueOf(length.getNano(), 9));
        BigDecimal duration = range.get(DateRange.DURATION).orElse(seconds);
        BigDecimal unit = DateSpelling.unit(start.get()).max(DateSpelling.unit(end.get()));
        if (duration.signum() >= 0 && duration.subtract(seconds).abs().compareTo(unit) >= 0) {
            String message = "DURATION is "
                    + Diagnostic.echo(range.text(DateRange.DURATION.name()).orElse(""))
                    + ", but END-DATE lies " + seconds.stripTrailingZeros().toPlainString()
                    + " seconds behind START-DATE";
            findings.report(DiagnosticCode.DURATION_DISAGREES, line.get(), DateRange.END_DATE, message);
        }
    }
}

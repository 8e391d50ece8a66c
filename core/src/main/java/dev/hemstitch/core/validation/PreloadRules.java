package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.MergedDateRange;
import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.text.Attribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Date ranges that ask for preloading (appendix F). */
final class PreloadRules implements PlaylistRule {
    static final String CLASS = "com.apple.hls.preload";

    private static final String TARGET_ID = "X-TARGET-ID";
    private static final String TARGET_CLASS = "X-TARGET-CLASS";

    /** The attributes that each must have, quoted strings. */
    static final List<String> REQUIRED = List.of("X-URI", TARGET_ID, TARGET_CLASS);

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        List<MergedDateRange> ranges = MergedDateRange.of(playlist);
        Map<String, MergedDateRange> byId = new HashMap<>();
        ranges.forEach(range -> byId.put(range.id(), range));
        boolean isDelta = playlist.has(HlsTag.SKIP);
        for (MergedDateRange range : ranges) {
            if (range.isOfClass(CLASS)) {
                checkForm(range, isDelta, findings);
                checkTarget(range, byId, findings);
            }
        }
    }

    private static void checkForm(MergedDateRange range, boolean isDelta, Findings findings) {
        List<String> missing = new ArrayList<>();
        for (String name : REQUIRED) {
            if (!range.has(name)) {
                missing.add(name);
            }
            range.line(name)
                    .filter(line -> line.find(name)
                            .filter(value -> !value.isQuoted() && !value.text().isEmpty())
                            .isPresent())
                    .ifPresent(line -> findings.report(
                            DiagnosticCode.PRELOAD_FORM, line.location(name), name + " must be a quoted string"));
        }
        if (!range.hasEnd()) {
            missing.add("DURATION or END-DATE");
        }
        if (!missing.isEmpty() && !isDelta) {
            String message =
                    "the preload date range " + Diagnostic.echo(range.id()) + " lacks " + String.join(", ", missing);
            findings.report(DiagnosticCode.PRELOAD_FORM, range.first(), message);
        }
        for (Attribute<?> forbidden : List.of(DateRange.CUE, DateRange.END_ON_NEXT)) {
            String message = "a preload date range must not have " + forbidden.name();
            range.line(forbidden)
                    .ifPresent(line -> findings.report(DiagnosticCode.PRELOAD_FORM, line, forbidden, message));
        }
    }

    private static void checkTarget(MergedDateRange range, Map<String, MergedDateRange> byId, Findings findings) {
        Optional<String> wanted = range.text(TARGET_CLASS);
        Optional<String> found = range.text(TARGET_ID)
                .flatMap(id -> Optional.ofNullable(byId.get(id)))
                .flatMap(target -> target.text(DateRange.CLASS.name()));
        if (wanted.isPresent() && found.isPresent() && !wanted.equals(found)) {
            String message = "X-TARGET-CLASS is " + Diagnostic.echo(wanted.get()) + ", but the date range has CLASS "
                    + Diagnostic.echo(found.get());
            range.line(TARGET_CLASS)
                    .ifPresent(line -> findings.report(
                            DiagnosticCode.PRELOAD_CLASS_DIFFERS, line.location(TARGET_CLASS), message));
        }
    }
}

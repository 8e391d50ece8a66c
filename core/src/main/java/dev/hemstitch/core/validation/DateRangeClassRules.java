package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.MergedDateRange;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeValue;
import dev.hemstitch.core.text.Decimals;
import java.util.List;
import java.util.Map;

/** What the attributes of date ranges must be: among the tags of one ID, and with END-ON-NEXT (4.4.5.1). */
final class DateRangeClassRules implements PlaylistRule {
    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        List<MergedDateRange> ranges = MergedDateRange.of(playlist);
        for (MergedDateRange range : ranges) {
            for (PlacedLine line : range.lines()) {
                checkAgreement(range, line, findings);
                checkEndOnNext(range, line, findings);
                checkClientAttributes(range, line, findings);
            }
        }
    }

    private static void checkAgreement(MergedDateRange range, PlacedLine line, Findings findings) {
        line.attributes().asMap().forEach((name, value) -> {
            MergedDateRange.Given first = range.given().get(name);
            if (first == null || first.line() == line) {
                return;
            }
            String now = line.text(value);
            if (!SameValue.of(name, first.text(), now)) {
                String message = "ID " + Diagnostic.echo(range.id()) + " has " + name + " " + Diagnostic.echo(now)
                        + " here and " + Diagnostic.echo(first.text()) + " in line "
                        + first.line().number();
                findings.report(DiagnosticCode.DATE_RANGE_DISAGREES, line.location(name), message);
            }
        });
    }

    private static void checkEndOnNext(MergedDateRange range, PlacedLine line, Findings findings) {
        // In quotes, and without any value, it is told by the rules about forms of values.
        line.find(DateRange.END_ON_NEXT.name())
                .filter(value -> !value.isQuoted()
                        && !value.text().isEmpty()
                        && !value.text().equals("YES"))
                .ifPresent(value -> {
                    String message = "END-ON-NEXT can be nothing but YES: " + Diagnostic.echo(value.text());
                    findings.report(DiagnosticCode.END_ON_NEXT_FORM, line, DateRange.END_ON_NEXT, message);
                });
        if (!line.get(DateRange.END_ON_NEXT).orElse(false)) {
            return;
        }
        if (!range.has(DateRange.CLASS)) {
            String message = "a date range with END-ON-NEXT needs a CLASS";
            findings.report(DiagnosticCode.END_ON_NEXT_FORM, line, DateRange.END_ON_NEXT, message);
        }
        for (Attribute<?> end : List.of(DateRange.DURATION, DateRange.END_DATE)) {
            if (line.has(end)) {
                String message = "END-ON-NEXT and " + end.name() + " cannot both say where the date range ends";
                findings.report(DiagnosticCode.END_ON_NEXT_FORM, line, end, message);
            }
        }
    }

    private static void checkClientAttributes(MergedDateRange range, PlacedLine line, Findings findings) {
        for (Map.Entry<String, AttributeValue> entry : line.attributes().asMap().entrySet()) {
            String name = entry.getKey();
            String value = entry.getValue().text();
            boolean isOpen = name.startsWith("X-") && !isDefined(range, name);
            boolean canBeTold = !entry.getValue().isQuoted() && !value.isEmpty() && !value.contains("{$");
            if (isOpen
                    && canBeTold
                    && !isHexadecimal(value)
                    && Decimals.parse(value).isEmpty()) {
                String message = name + " is neither a quoted string nor a hexadecimal sequence nor a decimal number: "
                        + Diagnostic.echo(value);
                findings.report(DiagnosticCode.CLIENT_ATTRIBUTE_TYPE, line.location(name), message);
            }
        }
    }

    /** Whether the range's class says what the attribute must be. */
    private static boolean isDefined(MergedDateRange range, String name) {
        return (range.isOfClass(InterstitialRules.CLASS) && InterstitialRules.ATTRIBUTES.contains(name))
                || (range.isOfClass(PreloadRules.CLASS) && PreloadRules.REQUIRED.contains(name));
    }

    private static boolean isHexadecimal(String value) {
        return (value.startsWith("0x") || value.startsWith("0X"))
                && value.length() > 2
                && value.chars().skip(2).allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'));
    }
}

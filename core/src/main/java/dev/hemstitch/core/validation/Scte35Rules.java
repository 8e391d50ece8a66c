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
import java.util.List;
import java.util.Optional;

/** Splices of SCTE 35 in date ranges (4.4.5.1.1). */
final class Scte35Rules implements PlaylistRule {
    private static final List<Attribute<String>> SECTIONS =
            List.of(DateRange.SCTE35_CMD, DateRange.SCTE35_OUT, DateRange.SCTE35_IN);

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        for (MergedDateRange range : MergedDateRange.of(playlist)) {
            for (PlacedLine line : range.lines()) {
                SECTIONS.forEach(attribute -> checkSection(line, attribute, findings));
            }
            checkPair(range, findings);
        }
    }

    private static void checkSection(PlacedLine line, Attribute<String> attribute, Findings findings) {
        Optional<AttributeValue> written = line.find(attribute.name());
        String value = line.get(attribute).orElse("");
        if (written.isEmpty() || !(value.startsWith("0x") || value.startsWith("0X"))) {
            return;
        }
        Optional<String> problem =
                written.get().isQuoted() ? Optional.of("stands in quotes") : SpliceSection.problem(value.substring(2));
        problem.ifPresent(what -> findings.report(
                DiagnosticCode.MALFORMED_SCTE35,
                line,
                attribute,
                attribute.name() + " " + what + ": " + Diagnostic.echo(value)));
    }

    private static void checkPair(MergedDateRange range, Findings findings) {
        Optional<PlacedLine> in = range.line(DateRange.SCTE35_IN);
        if (in.isEmpty() || range.hasEnd() || range.endsOnNext()) {
            return;
        }
        Optional<PlacedLine> out = range.line(DateRange.SCTE35_OUT);
        boolean isPairOfTags = out.isPresent() && !out.equals(in);
        String id = "the date range " + Diagnostic.echo(range.id());
        if (isPairOfTags) {
            String message = id + " has SCTE35-OUT and SCTE35-IN in two tags, but neither DURATION nor END-DATE";
            findings.report(DiagnosticCode.SCTE35_PAIR, in.get(), DateRange.SCTE35_IN, message);
        } else {
            String message = id + " has SCTE35-IN, but neither DURATION nor END-DATE says when it ended";
            findings.report(DiagnosticCode.SCTE35_IN_WITHOUT_END, in.get(), DateRange.SCTE35_IN, message);
        }
    }
}

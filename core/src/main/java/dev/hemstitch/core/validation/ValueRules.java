package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Skip;
import dev.hemstitch.core.model.VariableDefinition;
import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeType;
import dev.hemstitch.core.text.AttributeValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The forms of attribute values (4.2). What is wrong with a list as a whole is told by reading. */
final class ValueRules implements PlaylistRule {
    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        for (PlacedLine line : playlist.lines()) {
            List<Attribute<?>> attributes = line.tag().map(HlsTag::attributes).orElse(List.of());
            for (Attribute<?> attribute : attributes) {
                line.find(attribute.name()).ifPresent(value -> check(line, attribute, value, findings));
            }
        }
    }

    private static void check(PlacedLine line, Attribute<?> attribute, AttributeValue value, Findings findings) {
        if (isBroken(value)) {
            return;
        }
        AttributeType type = attribute.type();
        if (type.isQuoted(value.isQuoted()) != value.isQuoted()) {
            String fault = value.isQuoted() ? " must not stand in quotes: " : " must stand in quotes: ";
            report(DiagnosticCode.WRONG_VALUE_FORM, line, attribute, fault, value.text(), findings);
            return;
        }
        switch (type) {
            case QUOTED_STRING -> notEmpty(line, attribute, findings);
            case QUOTED_OR_ENUMERATED -> {
                if (value.isQuoted()) {
                    notEmpty(line, attribute, findings);
                } else {
                    defined(line, attribute, value.text(), findings);
                }
            }
            case ENUMERATED_STRING -> defined(line, attribute, value.text(), findings);
            case ENUMERATED_STRING_LIST -> {
                notEmpty(line, attribute, findings);
                distinct(line, attribute, findings);
            }
            case HEXADECIMAL_SEQUENCE -> hexadecimal(line, attribute, findings);
            case ANY -> {}
            default -> number(line, attribute, value.text(), findings);
        }
    }

    /** Whether a list is so broken here that reading has told it. */
    private static boolean isBroken(AttributeValue value) {
        return value.isQuoted() ? value.text().indexOf('"') >= 0 : value.text().isEmpty();
    }

    private static void notEmpty(PlacedLine line, Attribute<?> attribute, Findings findings) {
        boolean empty = line.text(attribute.name()).filter(String::isEmpty).isPresent();
        if (empty && !mayBeEmpty(line, attribute)) {
            report(DiagnosticCode.EMPTY_QUOTED_STRING, line, attribute, " is empty", "", findings);
        }
    }

    private static boolean mayBeEmpty(PlacedLine line, Attribute<?> attribute) {
        return (line.is(HlsTag.DEFINE) && attribute.equals(VariableDefinition.VALUE))
                || (line.is(HlsTag.SKIP) && attribute.equals(Skip.RECENTLY_REMOVED_DATERANGES));
    }

    private static void defined(PlacedLine line, Attribute<?> attribute, String word, Findings findings) {
        boolean unknown = line.tag()
                .flatMap(tag -> EnumeratedWords.of(tag, attribute))
                .filter(words -> !words.contains(word))
                .isPresent();
        if (unknown) {
            report(DiagnosticCode.UNKNOWN_ENUMERATED_VALUE, line, attribute, " has no word ", word, findings);
        }
    }

    private static void distinct(PlacedLine line, Attribute<?> attribute, Findings findings) {
        String list = line.text(attribute.name()).orElse("");
        Set<String> seen = new HashSet<>();
        int from = 0;
        while (from <= list.length()) {
            int comma = list.indexOf(',', from);
            int to = comma < 0 ? list.length() : comma;
            String entry = list.substring(from, to);
            if (!entry.isEmpty() && !seen.add(entry)) {
                report(DiagnosticCode.REPEATED_LIST_ENTRY, line, attribute, " has more than once ", entry, findings);
                return;
            }
            from = to + 1;
        }
    }

    private static void hexadecimal(PlacedLine line, Attribute<?> attribute, Findings findings) {
        String text = line.text(attribute.name()).orElse("");
        boolean prefixed = text.startsWith("0x") || text.startsWith("0X");
        boolean legal = prefixed && CharacterClasses.isAll(text.substring(2), CharacterClasses::isCapitalHexDigit);
        if (!legal && !text.contains("{$")) {
            report(
                    DiagnosticCode.MALFORMED_HEXADECIMAL,
                    line,
                    attribute,
                    " is not 0x and digits 0 to 9 and A to F: ",
                    text,
                    findings);
        }
    }

    /** Numbers hold no variables. */
    private static void number(PlacedLine line, Attribute<?> attribute, String text, Findings findings) {
        switch (attribute.type()) {
            case DECIMAL_INTEGER ->
                require(
                        Numbers.isInteger(text),
                        DiagnosticCode.MALFORMED_INTEGER,
                        line,
                        attribute,
                        Numbers.NO_INTEGER,
                        findings);
            case DECIMAL_FLOATING_POINT ->
                require(
                        Numbers.isDecimal(text),
                        DiagnosticCode.MALFORMED_DECIMAL,
                        line,
                        attribute,
                        Numbers.NO_DECIMAL,
                        findings);
            case SIGNED_DECIMAL_FLOATING_POINT ->
                require(
                        Numbers.isSignedDecimal(text),
                        DiagnosticCode.MALFORMED_SIGNED_DECIMAL,
                        line,
                        attribute,
                        Numbers.NO_SIGNED_DECIMAL,
                        findings);
            default ->
                require(
                        Numbers.isResolution(text),
                        DiagnosticCode.MALFORMED_RESOLUTION,
                        line,
                        attribute,
                        Numbers.NO_RESOLUTION,
                        findings);
        }
    }

    private static void require(
            boolean legal,
            DiagnosticCode code,
            PlacedLine line,
            Attribute<?> attribute,
            String fault,
            Findings findings) {
        if (!legal) {
            String text = line.find(attribute.name()).map(AttributeValue::text).orElse("");
            report(code, line, attribute, fault, text, findings);
        }
    }

    private static void report(
            DiagnosticCode code,
            PlacedLine line,
            Attribute<?> attribute,
            String fault,
            String text,
            Findings findings) {
        String of = attribute + " of " + line.tag().map(HlsTag::tagName).orElse("");
        findings.report(code, line, attribute, of + fault + (text.isEmpty() ? "" : Diagnostic.echo(text)));
    }
}

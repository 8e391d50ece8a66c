package dev.hemstitch.core.model;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.internal.bytes.Characters;
import dev.hemstitch.core.internal.bytes.LineScanner;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.IsoDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the characters of a text, its dates and its variables. None of it changes how the text is read, so
 * it is looked for only when somebody takes note.
 */
final class TextProblems {
    private final ByteSpan text;
    private final ReadingProblems problems;
    private final Set<String> defined = new HashSet<>();
    private boolean malformed;
    private boolean control;

    TextProblems(ByteSpan text, ReadingProblems problems) {
        this.text = text;
        this.problems = problems;
    }

    void report() {
        LineScanner line = new LineScanner(text, HlsTag.TABLE);
        while (line.next()) {
            characters(line);
            HlsTag tag = line.tag() < 0 ? null : HlsTag.at(line.tag());
            if (tag == HlsTag.DEFINE) {
                define(attributes(line));
            } else if (text.containsPair(line.start(), line.end(), '{', '$')) {
                references(line, tag);
            }
            if (tag == HlsTag.PROGRAM_DATE_TIME) {
                date(line);
            }
        }
    }

    /** The first place of either kind says enough: such a text is mostly something else altogether. */
    private void characters(LineScanner line) {
        int badControl = control ? -1 : Characters.firstControl(text, line.start(), line.end());
        if (badControl >= 0) {
            control = true;
            problems.report(DiagnosticCode.CONTROL_CHARACTER, line, badControl, "a control character within a line");
        }
        int badByte = malformed ? -1 : Characters.firstMalformed(text, line.start(), line.end());
        if (badByte >= 0) {
            malformed = true;
            problems.report(DiagnosticCode.MALFORMED_UTF8, line, badByte, "bytes that are not UTF-8");
        }
    }

    private AttributeList attributes(LineScanner line) {
        return new AttributeList(text.slice(line.valueStart(), line.end()));
    }

    private void define(AttributeList attributes) {
        Stream.of(VariableDefinition.NAME, VariableDefinition.IMPORT, VariableDefinition.QUERYPARAM)
                .map(attributes::get)
                .flatMap(Optional::stream)
                .forEach(defined::add);
    }

    private void references(LineScanner line, @Nullable HlsTag tag) {
        if (line.kind() == LineScanner.Kind.URI) {
            undefined(line, Variables.namesIn(text.text(line.start(), line.end())));
        } else if (tag != null && tag.hasAttributes()) {
            attributes(line)
                    .asMap()
                    .forEach((name, value) -> undefined(line, Variables.namesIn(tag.typeOf(name), value)));
        }
    }

    private void undefined(LineScanner line, List<String> names) {
        for (String name : names) {
            if (!defined.contains(name)) {
                problems.report(
                        DiagnosticCode.UNDEFINED_VARIABLE,
                        line,
                        line.start(),
                        "no EXT-X-DEFINE before it defines the variable " + Diagnostic.echo(name));
            }
        }
    }

    private void date(LineScanner line) {
        String value = text.text(line.valueStart(), line.end());
        if (IsoDateTime.parse(value).isEmpty()) {
            problems.report(
                    DiagnosticCode.MALFORMED_DATE,
                    line,
                    line.valueStart(),
                    "EXT-X-PROGRAM-DATE-TIME has no readable date: " + Diagnostic.echo(value));
        }
    }
}

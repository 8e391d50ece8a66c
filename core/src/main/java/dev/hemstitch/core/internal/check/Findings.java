package dev.hemstitch.core.internal.check;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.diagnostic.Severity;
import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.SourceLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Collects what rules find about one playlist, as bad as a profile says. Not safe for use by several threads. */
public final class Findings {
    /** The most findings that are kept. */
    public static final int MOST = 10_000;

    private static final SourceLocation START = new SourceLocation(1, 1, 0);

    private final Function<DiagnosticCode, Optional<Severity>> profile;
    private final List<Diagnostic> found = new ArrayList<>();

    /**
     * No findings yet.
     *
     * @param profile how bad a problem is; empty if it is not told
     */
    public Findings(Function<DiagnosticCode, Optional<Severity>> profile) {
        this.profile = profile;
    }

    /**
     * Takes a problem.
     *
     * @param code its code
     * @param location where it stands
     * @param message what is wrong, in one line
     */
    public void report(DiagnosticCode code, SourceLocation location, String message) {
        profile.apply(code).ifPresent(severity -> add(new Diagnostic(code, severity, location, message)));
    }

    /**
     * Takes a case of a problem that is only worth a warning although the problem is an error. A profile that judges the
     * problem itself more mildly does not tell it at all.
     *
     * @param code its code
     * @param location where it stands
     * @param message what is wrong, in one line
     */
    public void reportMilder(DiagnosticCode code, SourceLocation location, String message) {
        profile.apply(code)
                .filter(Severity.ERROR::equals)
                .ifPresent(severity -> add(new Diagnostic(code, Severity.WARNING, location, message)));
    }

    private void add(Diagnostic problem) {
        if (found.size() < MOST) {
            found.add(problem);
        }
    }

    /** Takes a problem of a line. */
    public void report(DiagnosticCode code, PlacedLine line, String message) {
        report(code, line.location(), message);
    }

    /** Takes a problem of an attribute. */
    public void report(DiagnosticCode code, PlacedLine line, Attribute<?> attribute, String message) {
        report(code, line.location(attribute.name()), message);
    }

    /** Takes a problem of the playlist as a whole. */
    public void reportWhole(DiagnosticCode code, String message) {
        report(code, START, message);
    }

    /** {@return what was found, in the order of the text} */
    public List<Diagnostic> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(problem -> problem.location().byteOffset()))
                .toList();
    }
}

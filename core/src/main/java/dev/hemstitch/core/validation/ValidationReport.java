package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.Severity;
import java.util.List;

/**
 * What was found about a playlist.
 *
 * @param findings the findings in the order of the text; those about the text as a whole stand at its start; at most
 *     10,000
 */
public record ValidationReport(List<Diagnostic> findings) {
    /**
     * A report; the list is copied.
     *
     * @param findings the findings
     */
    public ValidationReport {
        findings = List.copyOf(findings);
    }

    /** {@return whether no finding is an error} */
    public boolean isValid() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}

package dev.hemstitch.core.diagnostic;

/** Takes problems while they are found. */
@FunctionalInterface
public interface DiagnosticListener {
    /**
     * Takes a problem.
     *
     * @param diagnostic the problem
     * @throws HlsException if reading shall stop because of it
     */
    void report(Diagnostic diagnostic);
}

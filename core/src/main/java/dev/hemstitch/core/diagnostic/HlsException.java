package dev.hemstitch.core.diagnostic;

/** What this library throws when a playlist cannot be read: always with the diagnostic that says why and where. */
public class HlsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;

    /**
     * An exception for a problem.
     *
     * @param diagnostic the problem
     */
    public HlsException(Diagnostic diagnostic) {
        super(diagnostic.toString());
        this.diagnostic = diagnostic;
    }

    /** {@return the problem} */
    public Diagnostic diagnostic() {
        return diagnostic;
    }
}

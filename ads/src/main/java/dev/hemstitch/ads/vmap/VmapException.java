package dev.hemstitch.ads.vmap;

/** What is thrown when a VMAP response cannot be read at all: always with the code to report and the place. */
public final class VmapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient VmapProblem problem;

    /**
     * An exception for a problem.
     *
     * @param problem the problem
     */
    public VmapException(VmapProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    VmapException(VmapProblem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    /** {@return the problem} */
    public VmapProblem problem() {
        return problem;
    }

    /** {@return the error code} */
    public VmapError error() {
        return problem.error();
    }
}

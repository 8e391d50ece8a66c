package dev.hemstitch.ads.vast;

/** What is thrown when an ad response cannot be read at all: always with the code to report and the place. */
public final class VastException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient VastProblem problem;

    /**
     * An exception for a problem.
     *
     * @param problem the problem
     */
    public VastException(VastProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    VastException(VastProblem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    /** {@return the problem} */
    public VastProblem problem() {
        return problem;
    }

    /** {@return the error code} */
    public VastError error() {
        return problem.error();
    }
}

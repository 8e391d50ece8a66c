package dev.hemstitch.examples.kit.http;

/** A request that gets no more than a status and a reason. The reason is sent, so it names nothing that the sender does not know. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The status. */
    private final int status;

    /**
     * A refusal.
     *
     * @param status 400 to 599
     * @param reason why, in a line; a constant text: nothing of the request, of an address or of an exception
     */
    public RefusedException(int status, String reason) {
        super(reason, null, false, false); // thrown for what strangers send: a stack trace would cost, and tell nothing
        this.status = status;
    }

    /** {@return the status, 400 to 599} */
    public int status() {
        return status;
    }

    /** {@return why, in a line} */
    public String reason() {
        return String.valueOf(getMessage());
    }
}

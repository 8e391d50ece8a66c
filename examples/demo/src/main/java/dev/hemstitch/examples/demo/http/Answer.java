package dev.hemstitch.examples.demo.http;

import java.nio.charset.StandardCharsets;

/** What a route answers. Immutable, but for the bytes, which nobody may change. */
public final class Answer {
    /** No answer at all: the connection is closed, as by a server that is down. */
    public static final Answer NONE = new Answer(0, "", new byte[0], false);

    final int status;
    final String contentType;
    final byte[] body;
    final boolean cacheable;

    private Answer(int status, String contentType, byte[] body, boolean cacheable) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.cacheable = cacheable;
    }

    /**
     * A text that may not be cached.
     *
     * @param contentType its media type, without a character set: it is UTF-8
     * @param text the text
     * @return the answer, with status 200
     */
    public static Answer text(String contentType, String text) {
        return new Answer(200, contentType + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), false);
    }

    /**
     * Bytes that may not be cached.
     *
     * @param contentType their media type
     * @param body the bytes
     * @return the answer, with status 200
     */
    public static Answer bytes(String contentType, byte[] body) {
        return new Answer(200, contentType, body, false);
    }

    /**
     * Bytes that never change.
     *
     * @param contentType their media type
     * @param body the bytes
     * @return the answer, with status 200
     */
    public static Answer lasting(String contentType, byte[] body) {
        return new Answer(200, contentType, body, true);
    }

    /**
     * JSON.
     *
     * @param json the text
     * @return the answer, with status 200
     */
    public static Answer json(String json) {
        return text("application/json", json);
    }

    /**
     * Nothing but a status.
     *
     * @param status the status
     * @return the answer
     */
    public static Answer empty(int status) {
        return new Answer(status, "text/plain", new byte[0], false);
    }

    /**
     * A problem, in words that need no escape in JSON.
     *
     * @param status 400 or above
     * @param reason one sentence without quotes
     * @return the answer
     */
    public static Answer problem(int status, String reason) {
        return new Answer(
                status,
                "application/json; charset=utf-8",
                ("{\"error\":\"" + reason + "\"}\n").getBytes(StandardCharsets.UTF_8),
                false);
    }

    /**
     * The same with another status.
     *
     * @param other the status
     * @return the answer
     */
    public Answer withStatus(int other) {
        return new Answer(other, contentType, body, cacheable);
    }

    /**
     * The status.
     *
     * @return a status of HTTP; 0 for no answer
     */
    public int status() {
        return status;
    }
}

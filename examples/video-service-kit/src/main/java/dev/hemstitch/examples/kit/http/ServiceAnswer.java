package dev.hemstitch.examples.kit.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer, whatever server sends it.
 *
 * @param status the status
 * @param headers all headers but {@code Content-Length}, in the order of their names
 * @param body its content
 */
public record ServiceAnswer(int status, Map<String, String> headers, AnswerBody body) {
    private static final String JSON = "application/json";
    private static final Map<String, String> OF_PLAYLISTS =
            Collections.unmodifiableMap(headers("application/vnd.apple.mpegurl"));

    /**
     * A playlist.
     *
     * @param playlist its text
     * @return the answer; it is for one viewer, and nobody on the way may keep it
     */
    public static ServiceAnswer playlist(AnswerBody playlist) {
        return new ServiceAnswer(200, OF_PLAYLISTS, playlist);
    }

    /**
     * JSON.
     *
     * @param status the status
     * @param json the text
     * @return the answer
     */
    public static ServiceAnswer json(int status, byte[] json) {
        return of(status, JSON, AnswerBody.of(json));
    }

    /**
     * Text that is not JSON.
     *
     * @param contentType its type
     * @param text the text
     * @return the answer
     */
    public static ServiceAnswer text(String contentType, String text) {
        return of(200, contentType, AnswerBody.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * A refusal, as one line of JSON.
     *
     * @param status the status
     * @param reason a constant text without quotation marks
     * @return the answer
     */
    public static ServiceAnswer error(int status, String reason) {
        return json(status, errorJson(reason));
    }

    /**
     * The body of a refusal.
     *
     * @param reason a constant text without quotation marks
     * @return the text
     */
    public static byte[] errorJson(String reason) {
        return ("{\"error\":\"" + reason + "\"}\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Nothing to show.
     *
     * @param status the status
     * @return the answer
     */
    public static ServiceAnswer empty(int status) {
        return new ServiceAnswer(status, common(), AnswerBody.EMPTY);
    }

    /**
     * This answer with one more header.
     *
     * @param name its name
     * @param value its value, without control characters
     * @return the answer
     */
    public ServiceAnswer with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new ServiceAnswer(status, more, body);
    }

    private static ServiceAnswer of(int status, String contentType, AnswerBody body) {
        return new ServiceAnswer(status, headers(contentType), body);
    }

    private static Map<String, String> headers(String contentType) {
        Map<String, String> headers = common();
        headers.put("Content-Type", contentType);
        return headers;
    }

    private static Map<String, String> common() {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Access-Control-Allow-Origin", "*");
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        return headers;
    }
}

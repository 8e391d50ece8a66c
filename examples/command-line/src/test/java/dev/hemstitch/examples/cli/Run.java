package dev.hemstitch.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What came of one run of the command, in this process. */
final class Run {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final int exitCode;
    private final byte[] out;
    private final String err;

    private Run(int exitCode, byte[] out, String err) {
        this.exitCode = exitCode;
        this.out = out;
        this.err = err;
    }

    static Run of(String... arguments) {
        return withInput("", arguments);
    }

    static Run withInput(String input, String... arguments) {
        return withInput(input.getBytes(StandardCharsets.UTF_8), arguments);
    }

    static Run withInput(byte[] input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Hemstitch.execute(StandardStreams.of(new ByteArrayInputStream(input), out, err), arguments);
        return new Run(exitCode, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    /** The playlist of these lines through {@code inspect}, as compact JSON; all digits and the order are kept. */
    static String inspect(String... lines) {
        return withInput(String.join("\n", lines) + "\n", "inspect", "-").json();
    }

    int exitCode() {
        return exitCode;
    }

    byte[] out() {
        return out;
    }

    String outText() {
        return new String(out, StandardCharsets.UTF_8);
    }

    String err() {
        return err;
    }

    JsonNode tree() {
        return tree(outText());
    }

    String json() {
        return tree().toString();
    }

    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }

    /** Expected JSON, laid out as a person likes it, as compact JSON. */
    static String compact(String json) {
        return tree(json).toString();
    }
}

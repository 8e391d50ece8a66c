package dev.hemstitch.examples.kit.beacon;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hemstitch.examples.kit.http.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;

/**
 * What a player says that it played.
 *
 * @param fromNanos from where on the stitched timeline, in nanoseconds
 * @param toNanos to where, in nanoseconds
 */
public record PlayedReport(long fromNanos, long toNanos) {
    /** How long a report is at most, in bytes. */
    public static final int MOST_BYTES = 1_000;

    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(100L * 365 * 24 * 3_600);
    private static final int NANO_DIGITS = 9;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(5)
                            .maxNumberLength(50)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * Reads a report: {@code {"from":1.5,"to":2.5}}, in seconds.
     *
     * @param body the body of the request
     * @return the report
     * @throws RefusedException with status 400 if it is no such report, 413 if it is too long, 408 if it does not come
     */
    public static PlayedReport read(InputStream body) {
        JsonNode json;
        try {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new RefusedException(413, "a report is not so long");
            }
            json = parse(bytes);
        } catch (IOException e) {
            throw new RefusedException(408, "the report did not come");
        }
        long from = nanos(json.path("from"));
        long to = nanos(json.path("to"));
        if (to <= from) {
            throw malformed();
        }
        return new PlayedReport(from, to);
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw malformed();
        }
    }

    private static long nanos(JsonNode json) {
        if (!json.isNumber()) {
            throw malformed();
        }
        BigDecimal seconds = json.decimalValue();
        if (seconds.signum() < 0 || seconds.compareTo(MOST_SECONDS) > 0) {
            throw malformed();
        }
        return seconds.scaleByPowerOfTen(NANO_DIGITS).longValue();
    }

    private static RefusedException malformed() {
        return new RefusedException(400, "a report has from and to, in seconds");
    }
}

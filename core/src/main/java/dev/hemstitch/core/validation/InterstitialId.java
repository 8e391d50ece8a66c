package dev.hemstitch.core.validation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The query parameter that tells a server which interstitial is asked for (D.4). */
final class InterstitialId {
    private static final String PARAMETER = "_HLS_interstitial_id=";

    private InterstitialId() {}

    /** The parameter's value as it stands in a URI. */
    static Optional<String> of(String uri) {
        int end = uri.indexOf('#') < 0 ? uri.length() : uri.indexOf('#');
        int from = uri.indexOf('?');
        while (from >= 0 && from < end) {
            int next = uri.indexOf('&', from + 1);
            int to = next < 0 || next > end ? end : next;
            if (uri.startsWith(PARAMETER, from + 1)) {
                return Optional.of(uri.substring(from + 1 + PARAMETER.length(), to));
            }
            from = next;
        }
        return Optional.empty();
    }

    /** A value with its percent-encoded bytes decoded; a sign of percent that begins none stays. */
    static String decoded(String value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < encoded.length; i++) {
            int high = i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
            int low = i + 2 < encoded.length ? Character.digit(encoded[i + 2], 16) : -1;
            if (encoded[i] == '%' && high >= 0 && low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(encoded[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
